// SPDX-License-Identifier: Apache-2.0
// What comes next, and what is still open, over all negotiations.

import { ask } from "../base/api";
import { h } from "../base/dom";
import { t } from "../base/language";
import { deed, nothing, section, when, words } from "../base/parts";
import { dataTable } from "../base/table";
import { articlesColumn, placeColumn } from "./columns";
import { openList } from "./openlist";

const PAGE = 100;

function exports(): HTMLElement {
    return h(
        "p",
        {},
        h("a", { class: "export", href: "/api/export?format=ical", download: "" }, t("calendar")),
    );
}

export async function openView(): Promise<Node[]> {
    const [next, open] = await Promise.all([ask("next", { limit: PAGE }), ask("open", { limit: PAGE })]);
    const table = dataTable({
        caption: t("what-is-next"),
        noun: "events",
        answer: next,
        next: (offset) => ask("next", { limit: PAGE, offset }),
        columns: [
            { key: "day", class: "day", cell: (row) => when(row) },
            { key: "type", class: "short", cell: (row) => t(row.type ?? "") },
            { key: "source", label: t("who"), class: "who", cell: deed },
            placeColumn,
            { key: "words", class: "telling", cell: (row) => words(row) },
            articlesColumn,
        ],
    });
    return [
        h("h1", {}, t("view-open")),
        section(
            "next",
            t("what-is-next"),
            next.rows.length > 0 ? [exports(), table] : nothing("nothing-next"),
        ),
        section("waiting", t("open-items"), openList(open)),
    ];
}
