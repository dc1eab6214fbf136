// SPDX-License-Identifier: Apache-2.0
// The page without a mouse, and what changes while one reads it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { examples } from "./articles.mjs";
import { add, clean, go, look, open, until } from "./harness.mjs";

let desk;
before(async () => (desk = await open(examples())));
after(() => desk.close());

test("the skip link comes first and leads to the content", async () => {
    const page = await look(desk);
    await go(page, "/people?lang=en");
    await page.reload();
    await page.waitForSelector("main h1");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "skip");
    assert.equal(await page.locator("#skip").isVisible(), true);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    assert.match(page.url(), /#\/people/);
});

test("arrows go from row to row in a column", async () => {
    const page = await look(desk);
    await go(page, "/people?lang=ar");
    await page.locator("tbody tr").first().locator("a").first().focus();
    const first = await page.evaluate(() => document.activeElement.textContent);
    await page.keyboard.press("ArrowDown");
    const second = await page.evaluate(() => document.activeElement.textContent);
    assert.notEqual(first, second);
    await page.keyboard.press("ArrowUp");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), first);
    await page.keyboard.press("End");
    assert.equal(
        await page.evaluate(() => document.activeElement.closest("tr").rowIndex),
        await page.locator("tbody tr").count(),
    );
});

test("a column sorts by its button and says so", async () => {
    const page = await look(desk);
    await go(page, "/people?lang=en");
    const column = page.locator("th button").filter({ hasText: "articles" });
    await column.focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("th[aria-sort=ascending]").count(), 1);
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("th[aria-sort=descending]").count(), 1);
    const numbers = (await page.locator("tbody tr td:nth-child(6)").allInnerTexts()).map(Number);
    assert.deepEqual(
        numbers,
        [...numbers].sort((a, b) => b - a),
    );
});

test("the focus is seen, and goes to the heading of a new view", async () => {
    const page = await look(desk);
    await go(page, "/talks?lang=en");
    await page.locator(".card a").first().focus();
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid");
    await page.keyboard.press("Enter");
    await page.waitForSelector("main[data-view=talk]");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
    await page.context().close();
});

test("filters go to the address and come from it", async () => {
    const page = await look(desk);
    await go(page, "/events?lang=en&all=1");
    await page.fill("#filter-party", "Portugal");
    await page.selectOption("#filter-status", "planned");
    await page.keyboard.press("Enter");
    await page.click(".filters button");
    await page.waitForURL(/party=PRT/);
    await page.waitForSelector("main:not([aria-busy])");
    assert.match(page.url(), /status=planned/);
    assert.equal(await page.inputValue("#filter-party"), "PRT");
    const states = new Set(await page.locator("td .status").allInnerTexts());
    assert.deepEqual([...states], ["planned"]);
    clean(page);
    await page.context().close();
});

test("an article added on the command line appears by itself, where the reader is", async () => {
    const page = await look(desk);
    await go(page, "/articles?lang=en");
    const before = await page.locator("main tbody").first().locator("tr").count();
    await page.locator("main tbody tr a").nth(3).focus();
    const focused = await page.evaluate(() => document.activeElement.textContent);
    add(desk.dossier, [
        {
            id: "late",
            date: "2026-05-04",
            source: "وكالة المرفأ",
            title: "ليسوتو تستضيف محادثات الأنهار",
            text: "أعلنت ليسوتو أنها ستستضيف محادثات الأنهار بين موزمبيق وبوتسوانا في ماسيرو الخميس.",
        },
    ]);
    await until(page, (count) => document.querySelector("main tbody").rows.length === count, before + 1);
    assert.match(await page.innerText("main"), /ليسوتو تستضيف/);
    assert.match(await page.innerText("#notice"), /has changed/);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), focused);
    assert.equal(await page.getAttribute("#notice", "aria-live"), "polite");
    await until(page, () => document.querySelector("#dossier").textContent.includes("9 articles"));
    clean(page);
    await page.context().close();
});

test("what is being written is not taken away by a change", async () => {
    const page = await look(desk);
    await go(page, "/events?lang=en&all=1");
    await page.fill("#filter-place", "فاليتا");
    add(desk.dossier, [
        {
            id: "later",
            date: "2026-05-05",
            title: "خبر آخر",
            text: "زار وزير خارجية النرويج إسبن هولمدال لشبونة اليوم.",
        },
    ]);
    await until(page, () => document.querySelector("#notice").textContent !== "");
    assert.equal(await page.inputValue("#filter-place"), "فاليتا");
    await page.click("#notice button");
    await until(page, () => document.querySelector("main").textContent.includes("زار"));
    await page.context().close();
});
