// SPDX-License-Identifier: Apache-2.0
// The evidence: an article with every record painted into its words. From any value of the dossier
// to the words (?from&to in code points), from the words to the records.

import { Row, article, ask } from "../base/api";
import { Child, bdi, countUnruly, h } from "../base/dom";
import { day, t } from "../base/language";
import { href, nothing } from "../base/parts";
import type { Minutes } from "../base/minutes";
import { clearAll, flash, paint, paintCurrent } from "../article/highlight";
import { paintRecords } from "../article/layers";
import { Panel, panelOf } from "../article/panel";
import { Paragraph, paragraphsOf, pointUnder, rangeOf } from "../article/points";
import { KINDS, Kind, Mark, marksAt, marksIn, marksOf } from "../article/records";
import { hashOf } from "../base/route";
import { currentLanguage } from "../base/language";

const WORDS_MOST = 300;

interface Shown {
    readonly id: string;
    readonly paragraphs: readonly Paragraph[];
    readonly marks: readonly Mark[];
    readonly container: HTMLElement;
    readonly panel: Panel;
    /** Which record the keyboard is at. */
    at: number;
}

let current: Shown | undefined;

function wordsOf(mark: Mark, paragraphs: readonly Paragraph[]): string {
    const [from, to] = mark.spans[0] ?? [0, 0];
    return rangeOf(paragraphs, from, Math.min(to, from + WORDS_MOST))?.toString() ?? "";
}

function mention(mark: Mark, mentions: readonly Row[]): string {
    const begins = new Set(mark.spans.map(([from]) => String(from)));
    return mentions.find((row) => begins.has(row.span_begin ?? ""))?.event ?? "";
}

/** Bring words into view, show them as chosen and let them glow. */
function reveal(shown: Shown, from: number, to: number): void {
    const range = rangeOf(shown.paragraphs, from, to);
    if (!range) return;
    paintCurrent(range);
    shown.container.getBoundingClientRect(); // asks for the letters, which may still be on their way
    void document.fonts.ready.then(() => intoView(shown, range));
}

function intoView(shown: Shown, range: Range): void {
    const box = range.getBoundingClientRect();
    const quiet = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = window.scrollY + box.top - window.innerHeight / 3;
    window.scrollTo({ top, behavior: quiet ? "auto" : "smooth" });
    flash(shown.container, range);
}

function remember(shown: Shown, from: number, to: number): void {
    const parameters = { id: shown.id, from: String(from), to: String(to) };
    history.replaceState(null, "", hashOf("article", parameters, currentLanguage()));
}

function select(mark: Mark): void {
    const span = mark.spans[0];
    if (!current || !span) return;
    current.at = current.marks.indexOf(mark);
    current.panel.choose([mark]);
    reveal(current, span[0], span[1]);
    remember(current, span[0], span[1]);
}

function step(by: number): void {
    if (!current) return;
    const count = current.marks.length;
    const next = current.marks[(current.at + by + count) % count];
    if (next) select(next);
}

/** A click into the words shows their records. */
function lookUp(event: Event): void {
    const { clientX, clientY } = event as MouseEvent;
    if (!current) return;
    const point = pointUnder(current.paragraphs, clientX, clientY);
    const marks = point < 0 ? [] : marksAt(current.marks, point);
    current.panel.choose(marks);
    const first = marks[0];
    const span = first?.spans.find(([from, to]) => from <= point && point < to);
    const range = span ? rangeOf(current.paragraphs, span[0], span[1]) : null;
    if (!first || !span || !range) return paint("current", []);
    current.at = current.marks.indexOf(first);
    paintCurrent(range);
    remember(current, span[0], span[1]);
}

function onKey(event: Event): void {
    const { key, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
    if (ctrlKey || altKey || metaKey) return;
    if (key === "n") step(1);
    if (key === "p") step(-1);
}

function line(minutes: Minutes): Child {
    const { date, source, url } = minutes.doc;
    const safe =
        url && /^https?:\/\//i.test(url)
            ? h("a", { href: url, rel: "noreferrer noopener external", target: "_blank" }, t("at-outlet"))
            : null;
    return [
        date ? h("time", { datetime: date.slice(0, 10) }, day(date, true)) : t("day-unknown"),
        source ? [" · ", bdi(source)] : null,
        safe ? [" · ", safe] : null,
    ];
}

function toolbar(): HTMLElement {
    const previous = h("button", { type: "button", onclick: () => step(-1) }, t("previous-record"));
    const next = h("button", { type: "button", onclick: () => step(1) }, t("next-record"));
    return h("p", { class: "steps" }, previous, next, h("span", { class: "small" }, t("keys-note")));
}

function bodyOf(minutes: Minutes, paragraphs: readonly Paragraph[]): HTMLElement {
    const unruly = countUnruly((minutes.title ?? "") + (minutes.text ?? ""));
    const warning = unruly > 0 ? h("p", { class: "fault" }, t("unruly")) : null;
    const container = h(
        "div",
        {
            class: "paper",
            lang: "ar",
            dir: "rtl",
            tabindex: 0,
            role: "group",
            "aria-label": t("words-of-article"),
            onclick: lookUp,
            onkeydown: onKey,
        },
        ...paragraphs.map(({ element }) => element),
    );
    return h("div", { class: "story" }, warning, container);
}

export async function articleView(parameters: URLSearchParams): Promise<Node[]> {
    clearAll();
    current = undefined;
    const id = parameters.get("id") ?? "";
    const [minutes, mentions] = await Promise.all([
        article(id),
        ask("tellings", { article: id, limit: 1000 }).catch(() => ({ rows: [], more: false })),
    ]);
    const paragraphs = paragraphsOf(minutes.title ?? minutes.doc.title ?? "", minutes.text ?? "");
    const marks = marksOf(minutes);
    const panel = panelOf(marks, {
        select,
        limit: (kinds) => paintRecords(paragraphs, marks, kinds),
        eventKey: (mark) => mention(mark, mentions.rows),
        wordsOf: (mark) => wordsOf(mark, paragraphs),
    });
    const story = bodyOf(minutes, paragraphs);
    const container = story.querySelector<HTMLElement>(".paper") ?? story;
    current = { id, paragraphs, marks, container, panel, at: -1 };
    const heading = paragraphs[0]?.element.tagName === "H1" ? null : h("h1", {}, bdi(id));
    const text = minutes.text === undefined ? nothing("no-such") : story;
    return [
        h("p", { class: "crumb" }, h("a", { href: href("articles") }, t("view-articles"))),
        h("p", { class: "small" }, line(minutes)),
        ...(heading ? [heading] : []),
        h("div", { class: "reading" }, h("div", {}, toolbar(), text), panel.element),
    ];
}

/** Once the words stand on the page: paint the records and go to the words that are asked for. */
export function articleSettled(parameters: URLSearchParams): void {
    if (!current) return;
    paintRecords(current.paragraphs, current.marks, new Set<Kind>(KINDS));
    const [from, to] = [Number(parameters.get("from") ?? NaN), Number(parameters.get("to") ?? NaN)];
    if (!(to > from)) return;
    const marks = marksIn(current.marks, from, to);
    current.panel.choose(marks);
    current.at = marks[0] ? current.marks.indexOf(marks[0]) : -1;
    reveal(current, from, to);
}
