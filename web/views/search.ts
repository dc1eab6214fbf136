// SPDX-License-Identifier: Apache-2.0
// Full-text search. The hits are painted over whole text, so that no letter is cut from its word.

import { Row, ask } from "../base/api";
import { bdi, h } from "../base/dom";
import { counted, t } from "../base/language";
import { dayOf, href, nothing } from "../base/parts";
import { paint } from "../article/highlight";
import { filterForm } from "./filters";

const PAGE = 50;

interface Snippet {
    readonly text: string;
    readonly hits: readonly (readonly [number, number])[];
}

/** The text without the marks U+0001 and U+0002, and where they stood. */
export function snippetOf(marked: string): Snippet {
    const hits: [number, number][] = [];
    let text = "";
    let from = 0;
    for (const part of marked.split(/([\u0001\u0002])/)) {
        if (part === "\u0001") from = text.length;
        else if (part === "\u0002") hits.push([from, text.length]);
        else text += part;
    }
    return { text, hits };
}

function rangesIn(element: HTMLElement, hits: Snippet["hits"]): Range[] {
    const node = element.firstChild;
    if (!node) return [];
    return hits.map(([from, to]) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return range;
    });
}

function hit(row: Row, ranges: Range[]): HTMLElement {
    const { text, hits } = snippetOf(row.snippet ?? "");
    const line = bdi(text, "snippet");
    ranges.push(...rangesIn(line, hits));
    return h(
        "li",
        {},
        h(
            "h2",
            {},
            h("a", { href: href("article", { id: row.article }) }, bdi(row.title || row.article || "")),
        ),
        h("p", { class: "small" }, dayOf(row.day), row.outlet ? [" · ", bdi(row.outlet)] : null),
        h("p", {}, line),
    );
}

export async function searchView(parameters: URLSearchParams): Promise<Node[]> {
    const text = parameters.get("text") ?? "";
    const form = filterForm("search", ["text", "since", "until", "outlet"], parameters);
    const heading = h("h1", {}, t("view-search"));
    if (!text) return [heading, form, h("p", { class: "lead" }, t("lead-search"))];
    const filters = {
        text,
        since: parameters.get("since") ?? "",
        until: parameters.get("until") ?? "",
        outlet: parameters.get("outlet") ?? "",
    };
    const answer = await ask("search", { ...filters, limit: PAGE });
    const ranges: Range[] = [];
    const list = h("ol", { class: "hits" }, ...answer.rows.map((row) => hit(row, ranges)));
    paint("hit", ranges);
    const count = answer.more
        ? t("more-than", counted("articles", PAGE))
        : counted("articles", answer.rows.length);
    return [heading, form, h("p", { class: "small" }, count), answer.rows.length > 0 ? list : nothing()];
}
