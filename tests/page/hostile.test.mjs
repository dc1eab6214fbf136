// SPDX-License-Identifier: Apache-2.0
// Articles written by an enemy are shown as text: nothing runs, nothing is fetched, nothing turns
// the page around, and 10,000 letters without a space fit.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { examples, hostile } from "./articles.mjs";
import { axe, clean, go, look, open, query } from "./harness.mjs";

let desk;
before(async () => (desk = await open([...examples(), ...hostile])));
after(() => desk.close());

const VIEWS = [
    "/talks?",
    "/open?",
    "/people?",
    "/events?all=1",
    "/statements?all=1",
    "/diff?since=2026-03-01",
    "/articles?",
    `/search?${query({ text: "هولمدال" })}`,
];

for (const width of [1280, 360])
    test(`all views hold at ${width} pixels`, async () => {
        const page = await look(desk, { viewport: { width, height: 800 } });
        for (const hash of VIEWS)
            for (const language of ["ar", "en"]) {
                await go(page, `${hash}&lang=${language}`);
                const state = await page.evaluate(() => ({
                    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
                    strange: document.querySelectorAll(
                        "main script, main img, main iframe, main style, main [onerror]",
                    ).length,
                    shown: getComputedStyle(document.body).display,
                    unruly: /[\u202A-\u202E\u2066-\u2069\u0000]/.test(document.body.textContent),
                }));
                assert.deepEqual(state, { wide: 0, strange: 0, shown: "block", unruly: false }, hash);
                clean(page, hash);
            }
        await page.context().close();
    });

for (const article of hostile)
    test(`the article ${JSON.stringify(article.id)} is shown as it is`, async () => {
        const page = await look(desk);
        await go(page, `/article?lang=ar&${query({ id: article.id })}`);
        const text = await page.evaluate(() =>
            [...document.querySelectorAll(".paper h1, .paper p")]
                .map((element) => element.textContent)
                .join("\n"),
        );
        const shown = `${article.title}\n${article.text}`.replace(
            /[\u202A-\u202E\u2066-\u2069\u0000-\u0008]/g,
            "▯",
        );
        assert.equal(text.replace(/\r/g, ""), shown.replace(/\r/g, ""));
        assert.equal(await page.locator('a[href^="javascript:"]').count(), 0);
        assert.equal(await page.locator(".story .fault").count(), article.id === "bidi" ? 1 : 0);
        assert.deepEqual(await axe(page), []);
        clean(page);
        await page.context().close();
    });

test("addresses nobody would write are answered calmly", async () => {
    const page = await look(desk);
    const strange = [
        "/article?id=nobody",
        "/event?key=%00",
        "/person?name=<script>",
        "/talk?key='%20OR%201=1",
        "/events?since=yesterday",
        "/__proto__?",
        "/constructor",
        "/search?text=%22%2a%20AND%20(",
        "/article?id=fish-2&from=-5&to=99999999",
        "/article?id=fish-2&from=a&to=b",
        "//x?%",
    ];
    for (const hash of strange) {
        await go(page, hash);
        assert.ok((await page.innerText("main h1")).length > 0, hash);
        assert.equal(await page.locator("main script").count(), 0);
    }
    assert.deepEqual(
        page.faults.filter((fault) => !/^4\d\d /.test(fault)),
        [],
    );
    await page.context().close();
});
