// SPDX-License-Identifier: Apache-2.0
// The small parts every view is put together from: links, parties, persons, status, the way to the
// words.

import { Filters, Row, exportAddress } from "./api";
import { Child, bdi, h, joined, svg } from "./dom";
import { currentLanguage, day, number, period, t } from "./language";
import { Actor, actorsOf, codesOf, isParty, partyName } from "./names";
import { Parameters, hashOf } from "./route";

export function href(view: string, parameters: Parameters = {}): string {
    return hashOf(view, parameters, currentLanguage());
}

export function link(view: string, parameters: Parameters, ...children: Child[]): HTMLElement {
    return h("a", { href: href(view, parameters) }, ...children);
}

export function section(id: string, heading: string, ...content: Child[]): HTMLElement {
    const title = h("h2", { id: `${id}-heading` }, heading);
    return h("section", { id }, title, ...content);
}

export function nothing(key = "nothing"): HTMLElement {
    return h("p", { class: "nothing" }, t(key));
}

/** That a list goes on behind what is shown. */
export function firstOnly(shown: number): HTMLElement {
    return h("p", { class: "small" }, t("first-only", number(shown)));
}

/** What a status looks like without colour: a filled, a hollow, a dotted and a crossed mark. */
const MARKS: Readonly<Record<string, string>> = {
    occurred: "M6 1.5a4.5 4.5 0 1 0 .01 0Z",
    concluded: "M6 1.5a4.5 4.5 0 1 0 .01 0Z",
    signed: "M6 1.5a4.5 4.5 0 1 0 .01 0Z",
    ratified: "M6 1.5a4.5 4.5 0 1 0 .01 0Z",
    ongoing: "M6 1.5a4.5 4.5 0 1 0 .01 0Z M6 6v-4.5",
    planned: "M6 1 11 6 6 11 1 6Z",
    possible: "M6 1.5a4.5 4.5 0 1 0 .01 0Z",
    proposed: "M6 1 11 6 6 11 1 6Z",
    draft: "M6 1 11 6 6 11 1 6Z",
    suspended: "M3.5 1.5v9M8.5 1.5v9",
    negated: "M2 2l8 8M10 2l-8 8",
    failed: "M2 2l8 8M10 2l-8 8",
    rejected: "M2 2l8 8M10 2l-8 8",
    terminated: "M2 2l8 8M10 2l-8 8",
};

export function statusMark(status: string): SVGElement | null {
    const path = MARKS[status];
    if (!path) return null;
    const shape = svg("path", { d: path });
    return svg("svg", { class: "mark", viewBox: "0 0 12 12", "aria-hidden": "true" }, shape);
}

export function status(value: string): Child {
    if (!value) return null;
    return h("span", { class: `status status-${value}` }, statusMark(value), h("span", {}, t(value)));
}

export function party(code: string): HTMLElement {
    return h(
        "a",
        { class: "party", href: href("events", { party: code }) },
        bdi(partyName(code)),
        partyName(code) === code ? null : h("span", { class: "code" }, code),
    );
}

export function parties(cell: string): Child[] {
    return joined(codesOf(cell).map(party), h("span", { class: "versus" }, " – "));
}

export function person(name: string, code = "", office = "", key = ""): HTMLElement {
    return h(
        "span",
        { class: "person" },
        link("person", { key, name }, bdi(name)),
        code ? h("span", { class: "code", title: partyName(code) }, code) : null,
        office ? h("span", { class: "office" }, bdi(office)) : null,
    );
}

/** One who acts: a party by its name in the page's language, anybody else as the news names him. */
function actor({ name, code }: Actor): Child {
    if (isParty(name, code)) return party(code || name);
    return h(
        "span",
        { class: "actor" },
        link("events", { text: name }, bdi(name)),
        code ? h("span", { class: "code", title: partyName(code) }, code) : null,
    );
}

export function actors(cell: string): Child[] {
    return joined(actorsOf(cell).map(actor), h("span", { class: "versus" }, t("comma")));
}

/** Source and target of an event in one cell: who, an arrow, on whom. */
export function deed(row: Row): Child[] {
    const source = actors(row.source ?? "");
    const target = actors(row.target ?? "");
    if (!row.target) return source;
    const arrow = h("span", { class: "arrow", "aria-label": t("towards"), role: "img" });
    return [source, " ", arrow, " ", target];
}

/** The place in the article that a row rests on, as parameters of the article's view. */
export function spanOf(row: Row): Parameters {
    return { id: row.article, from: row.span_begin, to: row.span_end };
}

/** Words of a row, leading to where they stand. */
export function words(row: Row, text = row.words ?? ""): Child {
    if (!row.article) return bdi(text, "words");
    const attributes = { class: "evidence", href: href("article", spanOf(row)), title: t("to-the-words") };
    return h("a", attributes, bdi(text || t("evidence"), "words"));
}

/** Only the way to the words, for rows that show other values. */
export function evidence(row: Row, of = ""): Child {
    if (!row.article) return null;
    const name = of ? `${t("evidence")}: ${of}` : t("to-the-words");
    return h(
        "a",
        { class: "evidence only", href: href("article", spanOf(row)), "aria-label": name, title: name },
        t("evidence"),
    );
}

export function when(row: Row, from = "day", until = "until"): Child {
    const value = row[from] ?? "";
    return h(
        "time",
        { datetime: /^\d{4}/.test(value) ? value.slice(0, 10) : null },
        period(value, row[until] ?? ""),
    );
}

export function dayOf(value = ""): Child {
    return value ? h("time", { datetime: value.slice(0, 10) }, day(value)) : null;
}

/** Names of one cell ("a; b"), each for itself. */
export function names(cell = ""): Child[] {
    return joined(
        cell
            .split("; ")
            .filter(Boolean)
            .map((name) => bdi(name)),
        t("comma"),
    );
}

/** A list of terms, without those that have no value. */
export function terms(...pairs: [string, Child][]): HTMLElement {
    const list = h("dl", { class: "terms" });
    for (const [label, value] of pairs)
        if (value && !(Array.isArray(value) && value.length === 0))
            list.append(h("div", {}, h("dt", {}, label), h("dd", {}, value)));
    return list;
}

export function details(summary: string, ...content: Child[]): HTMLElement {
    return h("details", {}, h("summary", {}, summary), ...content);
}

/** "planned 2026-03-02; occurred 2026-03-04": how it stood when. */
export function history(cell: string): Child {
    if (!cell) return null;
    const steps = cell.split(/; ?/).map((step) => {
        const state = /[a-z]+/.exec(step)?.[0] ?? "";
        const at = /\d{4}-\d{2}-\d{2}/.exec(step)?.[0] ?? "";
        return h("li", {}, status(state), at ? ` ${day(at)}` : "");
    });
    return h("ol", { class: "history" }, ...steps);
}

/** A way to take something along; nothing where the program cannot give it. */
export async function takeAlong(label: string, format: string, filters: Filters = {}): Promise<Child> {
    const address = await exportAddress(format, filters);
    return address ? h("a", { class: "export", href: address, download: "" }, label) : null;
}

/** Coming meetings for a calendar. */
export function calendar(filters: Filters = {}): Promise<Child> {
    return takeAlong(t("calendar"), "ical", filters);
}
