// SPDX-License-Identifier: Apache-2.0
// Every view in both languages and both schemes: it stands, reads the right way, asks nobody else,
// has nothing axe-core minds, and fits a narrow screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { examples } from "./articles.mjs";
import { axe, clean, go, look, open, query, rows } from "./harness.mjs";

let desk;
let views;

before(async () => {
    desk = await open(examples());
    const page = await look(desk);
    const [talk] = await rows(page, "talks", { party: "PRT" });
    const [event] = await rows(page, "events", { status: "planned" });
    const [person] = await rows(page, "people", { party: "NOR" });
    views = {
        talks: "/talks?",
        talk: `/talk?${query({ key: talk.key })}`,
        open: "/open?",
        people: "/people?",
        person: `/person?${query({ key: person.key })}`,
        events: "/events?all=1",
        event: `/event?${query({ key: event.key })}`,
        statements: "/statements?all=1",
        diff: "/diff?since=2026-03-05",
        search: `/search?${query({ text: "الصيد" })}`,
        articles: "/articles?",
        article: "/article?id=fish-2&from=406&to=450",
    };
    await page.context().close();
});
after(() => desk.close());

for (const language of ["ar", "en"])
    for (const colorScheme of ["light", "dark"])
        test(`views in ${language}, ${colorScheme}`, async () => {
            const page = await look(desk, { colorScheme, reducedMotion: "reduce" });
            for (const [name, hash] of Object.entries(views)) {
                await go(page, `${hash}&lang=${language}`);
                assert.equal(await page.getAttribute("html", "dir"), language === "ar" ? "rtl" : "ltr", name);
                assert.equal(await page.getAttribute("html", "lang"), language, name);
                assert.equal(await page.locator("main .fault").count(), 0, `${name} shows a fault`);
                assert.ok((await page.innerText("main")).length > 40, `${name} is empty`);
                assert.deepEqual(await axe(page), [], `axe: ${name}`);
                clean(page, name);
            }
            await page.context().close();
        });

test("every view fits a screen of 360 pixels", async () => {
    const page = await look(desk, { viewport: { width: 360, height: 740 } });
    for (const language of ["ar", "en"])
        for (const [name, hash] of Object.entries(views)) {
            await go(page, `${hash}&lang=${language}`);
            const wide = await page.evaluate(
                () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            assert.equal(wide, 0, `${name} in ${language} scrolls sideways by ${wide}`);
        }
    await go(page, `${views.events}&lang=ar`);
    assert.deepEqual(await axe(page), []);
    clean(page);
    await page.context().close();
});

test("the language stays in the address and with every link", async () => {
    const page = await look(desk);
    await go(page, `${views.talk}&lang=en`);
    await page.click("a.language");
    await page.waitForSelector("html[lang=ar]");
    assert.match(page.url(), /#\/talk\?lang=ar&key=/);
    await page.click(".crumb a");
    await page.waitForSelector("main[data-view=talks]");
    assert.match(page.url(), /lang=ar/);
    await page.context().close();
});

test("days are written as each language writes them", async () => {
    const page = await look(desk, { locale: "ar-EG" });
    await go(page, "/articles?lang=ar");
    assert.match(await page.innerText("td time"), /مارس ٢٠٢٦/);
    const english = await look(desk, { locale: "en-GB" });
    await go(english, "/articles?lang=en");
    assert.match(await english.innerText("td time"), /2 March 2026/);
});

test("a short period is counted by day, a long one by month", async () => {
    const page = await look(desk);
    const names = async (parameters) =>
        (await rows(page, "counts", parameters)).map((row) => row.month.length);
    assert.deepEqual([...new Set(await names({ since: "2026-04-01", until: "2026-04-30" }))], [10]);
    assert.deepEqual([...new Set(await names({ since: "2026-01-01", until: "2026-12-31" }))], [7]);
    await go(page, "/events?lang=en");
    assert.equal(await page.inputValue("#filter-since"), "2026-04-03");
    assert.match(await page.locator(".bars").first().innerHTML(), /16 Apr/);
    await page.context().close();
});

test("status is told by shape and word, not by colour alone", async () => {
    const page = await look(desk);
    await go(page, `${views.events}&lang=en`);
    const marks = await page.evaluate(() =>
        ["occurred", "planned", "possible", "negated"].map((status) => {
            const cell = document.querySelector(`td .status-${status}`);
            const path = cell.querySelector("path");
            const { fill, strokeDasharray } = getComputedStyle(path);
            return `${cell.textContent} ${path.getAttribute("d")} ${fill === "none" ? "hollow" : "filled"} ${strokeDasharray}`;
        }),
    );
    assert.equal(new Set(marks).size, 4);
    await page.context().close();
});

test("every view prints", async () => {
    const page = await look(desk);
    for (const name of ["talk", "events", "article"]) {
        await go(page, `${views[name]}&lang=ar`);
        const pdf = await page.pdf({ format: "A4" });
        assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
        assert.ok(pdf.length > 10_000, `${name}: ${pdf.length} bytes`);
    }
    await page.emulateMedia({ media: "print" });
    await go(page, `${views.events}&lang=ar`);
    assert.equal(await page.locator(".tabs, .filters, .tools").first().isVisible(), false);
    assert.equal(await page.locator("table").last().isVisible(), true);
    clean(page);
    await page.context().close();
});
