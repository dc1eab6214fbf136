// SPDX-License-Identifier: Apache-2.0
// One event: what it is, and each article's telling of it, side by side.

import { Row, Rows, ask } from "../base/api";
import { bdi, h } from "../base/dom";
import { day, known, number, t } from "../base/language";
import { dayOf, deed, history, href, nothing, section, status, terms, when, words } from "../base/parts";
import { dataTable } from "../base/table";

function modes(cell: string): string {
    return cell
        .split(/[ ,;]+/)
        .filter((mode) => mode && known(mode))
        .map((mode) => t(mode))
        .join(t("comma"));
}

function summary(row: Row): HTMLElement {
    const contradicted = Number(row.contradicted) || 0;
    return terms(
        [t("status"), status(row.status ?? "")],
        [t("when"), when(row)],
        [t("who"), deed(row)],
        [t("mode"), modes(row.mode ?? "")],
        [
            t("place"),
            row.place ? h("a", { href: href("events", { place: row.place }) }, bdi(row.place)) : null,
        ],
        [t("words"), words(row)],
        [t("history"), history(row.history ?? "")],
        [t("contradicted"), contradicted > 0 ? number(contradicted) : null],
        [t("confidence"), row.confidence ? number(row.confidence) : null],
    );
}

function mentionsTable(mentions: Rows): HTMLElement {
    return dataTable({
        caption: t("tellings"),
        noun: "articles",
        answer: mentions,
        columns: [
            { key: "published", class: "day", cell: (row) => dayOf(row.published) },
            { key: "outlet", cell: (row) => bdi(row.outlet ?? "") },
            { key: "status", class: "short", cell: (row) => status(row.status ?? "") },
            { key: "day", class: "day", cell: (row) => dayOf(row.day) },
            { key: "source", label: t("who"), class: "who", cell: deed },
            { key: "place", cell: (row) => bdi(row.place ?? "") },
            { key: "words", class: "telling", cell: (row) => words(row) },
        ],
    });
}

/** What was before or after it, and against what it stands, where an article says so. */
function contextTable(around: Rows): HTMLElement {
    return dataTable({
        caption: t("heading-context"),
        answer: around,
        columns: [
            { key: "day", class: "day", cell: (row) => dayOf(row.day) },
            { key: "kind", class: "short", cell: (row) => t(row.kind ?? "") },
            { key: "words", class: "telling", cell: (row) => words(row) },
        ],
    });
}

export async function eventView(parameters: URLSearchParams): Promise<Node[]> {
    const key = parameters.get("key") ?? "";
    const [found, mentions, around] = await Promise.all([
        ask("events", { key, limit: 1 }),
        ask("tellings", { key, limit: 200 }),
        ask("contexts", { key, limit: 50 }),
    ]);
    const event = found.rows[0];
    const crumb = h("p", { class: "crumb" }, h("a", { href: href("events") }, t("view-events")));
    if (!event) return [crumb, h("h1", {}, t("view-events")), nothing("no-such")];
    const name = [t(event.type ?? ""), event.day ? day(event.day) : ""].filter(Boolean).join(" · ");
    const context = section("context", t("heading-context"), contextTable(around));
    return [
        crumb,
        h("h1", {}, name),
        summary(event),
        section("tellings", t("tellings"), mentions.rows.length > 0 ? mentionsTable(mentions) : nothing()),
        ...(around.rows.length > 0 ? [context] : []),
    ];
}
