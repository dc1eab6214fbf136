// SPDX-License-Identifier: Apache-2.0
// What comes next, and what is still open, over all negotiations.

import { ask } from "../base/api";
import { h } from "../base/dom";
import { t } from "../base/language";
import { calendar, deed, link, nothing, section, when, words } from "../base/parts";
import { dataTable } from "../base/table";
import { articlesColumn, placeColumn } from "./columns";
import { openList } from "./openlist";

const PAGE = 100;

export async function openView(parameters: URLSearchParams): Promise<Node[]> {
    const talks = parameters.get("talks") ?? "";
    const offset = Number(parameters.get("offset")) || 0;
    const [next, open, take] = await Promise.all([
        ask("next", { talks, limit: PAGE }),
        ask("open", { talks, limit: PAGE, offset }),
        calendar({ talks }),
    ]);
    const table = dataTable({
        caption: t("what-is-next"),
        noun: "events",
        answer: next,
        next: (from) => ask("next", { talks, limit: PAGE, offset: from }),
        columns: [
            { key: "day", class: "day", cell: (row) => when(row) },
            { key: "type", class: "short", cell: (row) => t(row.type ?? "") },
            { key: "source", label: t("who"), class: "who", cell: deed },
            placeColumn,
            { key: "words", class: "telling", cell: (row) => words(row) },
            articlesColumn,
        ],
    });
    const more = open.more
        ? h("p", {}, link("open", { talks, offset: String(offset + PAGE) }, t("more")))
        : null;
    return [
        h("h1", {}, t("view-open")),
        section(
            "next",
            t("what-is-next"),
            next.rows.length > 0 ? [h("p", {}, take), table] : nothing("nothing-next"),
        ),
        section("waiting", t("open-items"), openList(open), more),
    ];
}
