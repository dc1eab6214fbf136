// SPDX-License-Identifier: Apache-2.0
// What changed since a day: new, withdrawn, contradicted, come true.

import { Row, Rows, ask } from "../base/api";
import { Child, bdi, h } from "../base/dom";
import { counted, currentLanguage, known, t } from "../base/language";
import { dayOf, link, nothing, status, words } from "../base/parts";
import { hashOf } from "../base/route";
import { dataTable } from "../base/table";

const CHANGES = ["contradicted", "withdrawn", "came-true", "new"];
const PAGE = 500;
const SHOWN = 60;

/** A week before the last article where the reader named no day. */
async function sinceOf(parameters: URLSearchParams): Promise<string> {
    const named = parameters.get("since");
    if (named) return named;
    const counts = await ask("outlets", { limit: 1000 });
    const last =
        counts.rows
            .map((row) => (row.last ?? "").slice(0, 10))
            .sort()
            .pop() ?? "";
    if (!/^\d{4}-\d{2}-\d{2}$/.test(last)) return "1970-01-01";
    return new Date(Date.parse(`${last}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10);
}

function form(since: string): HTMLElement {
    const input = h("input", { type: "date", name: "since", id: "filter-since", value: since });
    const apply = (event: Event): void => {
        event.preventDefault();
        location.hash = hashOf("diff", { since: input.value }, currentLanguage());
    };
    const field = h("div", { class: "field" }, h("label", { for: "filter-since" }, t("since")), input);
    const button = h("div", { class: "field buttons" }, h("button", { type: "submit" }, t("apply")));
    return h("form", { class: "filters", "aria-label": t("filters"), onsubmit: apply }, field, button);
}

/** A cell before or after: a status where it is one, else what it says. */
function value(text: string): Node | null {
    if (!text) return null;
    return known(text) ? h("span", {}, status(text)) : bdi(text);
}

function kind(row: Row): Child {
    const name = t(`record-${row.kind}`);
    return row.kind === "event" && row.key ? link("event", { key: row.key }, name) : name;
}

function pageOf(rows: readonly Row[], offset: number): Rows {
    return { rows: rows.slice(offset, offset + SHOWN), more: rows.length > offset + SHOWN };
}

function group(change: string, rows: Row[], more: boolean): Node[] {
    if (rows.length === 0) return [];
    const table = dataTable({
        caption: t(`change-${change}`),
        hiddenCaption: true,
        answer: pageOf(rows, 0),
        next: (offset) => Promise.resolve(pageOf(rows, offset)),
        columns: [
            { key: "kind", class: "short", cell: kind },
            { key: "day", class: "day", cell: (row) => dayOf(row.day) },
            { key: "words", class: "wide", cell: (row) => words(row) },
            { key: "before", class: "short", cell: (row) => value(row.before ?? "") },
            { key: "after", class: "short", cell: (row) => value(row.after ?? "") },
        ],
    });
    return [
        h(
            "section",
            { class: `change change-${change}` },
            h(
                "h2",
                {},
                t(`change-${change}`),
                h("span", { class: "count" }, counted("records", rows.length), more ? " +" : ""),
            ),
            table,
        ),
    ];
}

export async function diffView(parameters: URLSearchParams): Promise<Node[]> {
    const since = await sinceOf(parameters);
    const answer = await ask("diff", { since, limit: PAGE });
    const others = answer.rows.map((row) => row.change ?? "");
    const kinds = [...new Set([...CHANGES, ...others])];
    const groups = kinds.flatMap((change) =>
        group(
            change,
            answer.rows.filter((row) => row.change === change),
            answer.more,
        ),
    );
    return [
        h("h1", {}, t("view-diff")),
        form(since),
        ...(groups.length > 0 ? groups : [nothing("nothing-changed")]),
    ];
}
