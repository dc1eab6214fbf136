// SPDX-License-Identifier: Apache-2.0
// From a value to its words and back; letters stay joined under the paint.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { context, examples, hostile } from "./articles.mjs";
import { clean, go, look, open, rows } from "./harness.mjs";

let desk;
before(async () => (desk = await open([...examples(), context, ...hostile])));
after(() => desk.close());

/** The words that are painted as chosen. */
function chosenWords(page) {
    return page.evaluate(() =>
        [...(CSS.highlights.get("current") ?? [])].map((range) => range.toString()).join("|"),
    );
}

test("from a row of the table to its words", async () => {
    const page = await look(desk);
    await go(page, "/events?lang=ar&since=2026-03-04&until=2026-03-04");
    const link = page.locator("td a.evidence").nth(2);
    const words = await link.innerText();
    await link.click();
    await page.waitForSelector("main[data-view=article]");
    assert.equal(await chosenWords(page), words);
    await page.waitForSelector(".flash", { state: "attached" });
    assert.equal(await page.locator(".flash").count(), 1);
    assert.match(await page.innerText(".chosen"), /lang\/events\/frames\.tsv/);
    const box = await page.evaluate(() =>
        [...CSS.highlights.get("current")][0].getBoundingClientRect().toJSON(),
    );
    assert.ok(box.top >= 0 && box.bottom <= 900, "the words are in sight");
    clean(page);
    await page.context().close();
});

test("every row of every question leads to the words it quotes", async () => {
    const page = await look(desk);
    for (const question of ["events", "quotes", "instruments", "open"]) {
        const some = (await rows(page, question, { limit: 40 })).filter(
            (row) => row.span_begin && row.article.startsWith("fish"),
        );
        assert.ok(some.length > 0, question);
        for (const row of some.slice(0, 6)) {
            await go(
                page,
                `/article?lang=en&${new URLSearchParams({ id: row.article, from: row.span_begin, to: row.span_end })}`,
            );
            const chosen = await chosenWords(page);
            const words = row.name ?? row.words;
            assert.ok(chosen.includes(words) || words.includes(chosen), `${question}: ${words} / ${chosen}`);
        }
    }
    await page.context().close();
});

/** Click into the middle of the first place where words stand. */
async function clickWords(page, words) {
    const point = await page.evaluate((wanted) => {
        for (const paragraph of document.querySelectorAll(".paper p")) {
            const at = paragraph.textContent.indexOf(wanted);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(paragraph.firstChild, at);
            range.setEnd(paragraph.firstChild, at + wanted.length);
            paragraph.scrollIntoView({ block: "center" });
            const box = range.getClientRects()[0];
            return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        }
        return null;
    }, words);
    await page.mouse.click(point.x, point.y);
}

test("from the words back to the records, the innermost first, and on to the person", async () => {
    const page = await look(desk);
    await go(page, "/article?lang=en&id=fish-2");
    await clickWords(page, "مخزون");
    const kinds = await page.locator(".chosen .kind").allInnerTexts();
    assert.ok(kinds.includes("statement"), kinds.join());
    assert.match(await page.innerText(".chosen"), /lang\/speech\/reporting\.tsv/);
    await clickWords(page, "ستينسن");
    assert.match(await page.innerText(".chosen"), /نائب وزير التجارة/);
    await page.click(".chosen a >> text=To the person");
    await page.waitForSelector("main[data-view=person]");
    assert.match(await page.innerText("h1"), /أولاف ستينسن/);
    await page.goBack();
    await page.waitForSelector("main[data-view=article]");
    assert.match(await chosenWords(page), /ستينسن/);
    clean(page);
    await page.context().close();
});

test("order, background, pictures and publications are painted and told", async () => {
    const page = await look(desk);
    await go(page, "/article?lang=en&id=context");
    for (const [words, title] of [
        ["قبيل", "order"],
        ["متزايد", "background"],
        ["طائرة", "shows"],
        ["مسودة", "publication"],
    ]) {
        await clickWords(page, words);
        const kinds = await page.locator(".chosen .kind").allInnerTexts();
        assert.ok(kinds.includes("context"), `${words}: ${kinds.join()}`);
        assert.match(await page.innerText(".chosen"), new RegExp(title));
    }
    clean(page);
    await page.context().close();
});

test("an event of the article leads to the event of the dossier", async () => {
    const page = await look(desk);
    await go(page, "/article?lang=en&id=fish-2");
    await clickWords(page, "طالبت");
    await page.click(".chosen a >> text=To the event");
    await page.waitForSelector("main[data-view=event]");
    assert.match(await page.innerText("main"), /requests/);
    assert.match(await page.innerText("table"), /طالبت/);
    await page.context().close();
});

/** Widths of each paragraph's whole text, and how many nodes it has. */
function widths(page) {
    return page.evaluate(() =>
        [...document.querySelectorAll(".paper p, .paper h1")].map((paragraph) => {
            const range = document.createRange();
            range.selectNodeContents(paragraph);
            return [
                paragraph.childNodes.length,
                ...[...range.getClientRects()].map((box) => Math.round(box.width * 100)),
            ];
        }),
    );
}

test("letters stay joined: the paint changes no width and cuts no text", async () => {
    const page = await look(desk);
    await go(page, "/article?lang=ar&id=fish-3");
    const painted = await page.evaluate(() =>
        [...CSS.highlights].reduce((sum, [, highlight]) => sum + highlight.size, 0),
    );
    assert.ok(painted > 15, `${painted} painted`);
    const with_ = await widths(page);
    await page.evaluate(() => CSS.highlights.clear());
    assert.deepEqual(with_, await widths(page));
    assert.ok(with_.every(([nodes]) => nodes === 1));
});

test("records inside records are painted on layers of their own", async () => {
    const page = await look(desk);
    await go(page, "/article?lang=ar&id=fish-3");
    const layers = await page.evaluate(() =>
        [...CSS.highlights].filter(([, highlight]) => highlight.size > 0).map(([name]) => name),
    );
    for (const name of ["rec-quote-1", "rec-instrument-1", "rec-actor", "rec-time", "rec-event-occurred"])
        assert.ok(layers.includes(name), `${name} of ${layers}`);
});

test("spans count code points where a letter is two units", async () => {
    const page = await look(desk);
    const [quote] = (await rows(page, "quotes", { article: "signs" })).filter((row) => row.kind === "direct");
    await go(page, `/article?lang=ar&id=signs&from=${quote.span_begin}&to=${quote.span_end}`);
    assert.equal(await chosenWords(page), quote.words);
    assert.ok(quote.words.includes("😀"));
});

test("the keyboard walks through the records", async () => {
    const page = await look(desk);
    await go(page, "/article?lang=en&id=fish-2");
    await page.focus(".paper");
    const seen = new Set();
    for (let step = 0; step < 5; step++) {
        await page.keyboard.press("n");
        seen.add(await page.innerText(".chosen"));
    }
    assert.equal(seen.size, 5);
    const fifth = await chosenWords(page);
    await page.keyboard.press("n");
    await page.keyboard.press("p");
    assert.equal(await chosenWords(page), fifth);
});

test("search finds other spellings and paints the hits", async () => {
    const page = await look(desk);
    await go(page, "/talks?lang=en");
    await page.fill("#search-text", "هولمدال اوسلو");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".hits li");
    const hits = await page.evaluate(() => [...CSS.highlights.get("hit")].map((range) => range.toString()));
    assert.ok(hits.includes("أوسلو"), hits.join());
    assert.ok(hits.every((hit) => !/[\u0001\u0002]/.test(hit)));
    await page.locator(".hits a").first().click();
    await page.waitForSelector("main[data-view=article]");
    clean(page);
    await page.context().close();
});

test("all records of a kind can be unfolded, and each shows its words", async () => {
    const page = await look(desk);
    await go(page, "/article?lang=en&id=fish-2");
    const box = page.locator(".kind-box").filter({ hasText: "Times" });
    await box.locator("summary").click();
    await box.locator("li").first().waitFor();
    assert.equal(await box.locator("li").count(), 3);
    await box.locator("li button").last().click();
    assert.equal(await chosenWords(page), "يوم الجمعة");
    await page.uncheck(".toggle:has-text('Times') input");
    assert.equal(await page.evaluate(() => CSS.highlights.get("rec-time")?.size ?? 0), 0);
    await page.context().close();
});

test("what is shown can be taken along: events as a table, meetings for a calendar", async () => {
    const page = await look(desk);
    const take = async (hash) => {
        await go(page, hash);
        const address = await page.locator("a.export").first().getAttribute("href");
        return page.evaluate(async (to) => (await fetch(to)).text(), address);
    };
    const [talk] = await rows(page, "talks", { party: "PRT" });
    assert.match(await take("/events?lang=en&all=1&party=PRT&type=CONSULT"), /CONSULT/);
    assert.match(await take(`/talk?lang=en&${new URLSearchParams({ key: talk.key })}`), /^BEGIN:VCALENDAR/);
    clean(page);
    await page.context().close();
});

test("an event's page shows what stands around it", async () => {
    const page = await look(desk);
    const around = (await rows(page, "contexts", { article: "context" })).filter((row) => row.event);
    assert.ok(around.some((row) => row.kind === "order"));
    for (const row of around) {
        await go(page, `/event?lang=en&${new URLSearchParams({ key: row.event })}`);
        assert.ok((await page.innerText("#context")).includes(row.words), row.words);
    }
    clean(page);
    await page.context().close();
});
