// SPDX-License-Identifier: Apache-2.0
// What the tests of the page share: a dossier made by `mahdar add`, served by `mahdar serve`, and
// Chromium looking at it. Every request is watched: none may leave the page's origin.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { MAHDAR, MODULES, CHROMIUM } = process.env;
const require = createRequire(join(MODULES, "modules.cjs"));
const { chromium } = require("playwright-core");
const AXE = require.resolve("axe-core/axe.min.js");

const FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-default-apps",
];

/** Add articles to a dossier: objects as `mahdar extract` reads them. */
export function add(dossier, articles) {
    const file = `${dossier}.${process.hrtime.bigint()}.jsonl`;
    writeFileSync(file, articles.map((article) => JSON.stringify(article)).join("\n") + "\n");
    execFileSync(MAHDAR, ["add", dossier, file], { stdio: ["ignore", "ignore", "inherit"] });
    rmSync(file);
}

function serve(dossier) {
    const server = spawn(MAHDAR, ["serve", dossier], { stdio: ["ignore", "pipe", "inherit"] });
    return new Promise((ready, fail) => {
        let said = "";
        server.on("exit", (code) => fail(new Error(`mahdar serve left with ${code}: ${said}`)));
        server.stdout.on("data", (data) => {
            said += data;
            const address = /http:\/\/\S+/.exec(said)?.[0];
            if (address) ready({ server, address });
        });
    });
}

/** A served dossier and a browser. close() when done. */
export async function open(articles) {
    const folder = mkdtempSync(join(tmpdir(), "mahdar-page-"));
    const dossier = join(folder, "محضر.db");
    add(dossier, articles);
    const { server, address } = await serve(dossier);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    const close = async () => {
        await browser.close();
        server.removeAllListeners("exit");
        server.kill("SIGTERM");
        rmSync(folder, { recursive: true, force: true });
    };
    return { dossier, address, origin: new URL(address).origin, browser, close };
}

/** A page that is watched; its faults are in page.faults. */
export async function look(desk, options = {}) {
    const context = await desk.browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: "en-GB",
        ...options,
    });
    const page = await context.newPage();
    page.faults = [];
    page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(`${desk.origin}/`) && !url.startsWith("data:"))
            page.faults.push(`request to ${url}`);
    });
    page.on("pageerror", (error) => page.faults.push(error.message));
    page.on("dialog", (dialog) => (page.faults.push(`dialog ${dialog.message()}`), dialog.dismiss()));
    page.on("response", (response) => {
        if (response.status() >= 400 && !response.url().endsWith("/world.json"))
            page.faults.push(`${response.status()} ${response.url()}`);
    });
    page.on("console", (message) => {
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
            page.faults.push(message.text());
    });
    await page.goto(`${desk.address}#/talks?lang=en`);
    return page;
}

/** Go to a view and wait until it stands. */
export async function go(page, hash) {
    await page.evaluate((to) => {
        document.querySelector("main").replaceChildren();
        if (location.hash === to) dispatchEvent(new HashChangeEvent("hashchange"));
        else location.hash = to;
    }, `#${hash}`);
    await page.waitForSelector("main h1");
    await page.waitForSelector("main:not([aria-busy])");
}

/** Wait until a function in the page is true. (waitForFunction needs eval, which the page forbids.) */
export async function until(page, holds, argument) {
    for (let tries = 0; tries < 200; tries++) {
        if (await page.evaluate(holds, argument)) return;
        await page.waitForTimeout(50);
    }
    assert.fail(`never true: ${holds}`);
}

/** Violations axe-core finds, as lines. */
export async function axe(page) {
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(readFileSync(AXE, "utf8"));
    const violations = await page.evaluate(async () => (await window.axe.run()).violations);
    return violations.map(
        ({ id, nodes }) =>
            `${id}: ${nodes
                .slice(0, 3)
                .map((node) => node.html.slice(0, 160))
                .join(" | ")}`,
    );
}

export function clean(page, where = "") {
    assert.deepEqual(page.faults, [], where);
}

export function query(parameters) {
    return new URLSearchParams(parameters).toString();
}

/** A row of /api/QUESTION by column. */
export async function rows(page, question, parameters = {}) {
    return page.evaluate(
        async ([name, filters]) => {
            const answer = await (await fetch(`/api/${name}?${filters}`)).json();
            return answer.rows.map((cells) =>
                Object.fromEntries(answer.columns.map((column, at) => [column, cells[at]])),
            );
        },
        [question, query(parameters)],
    );
}
