// SPDX-License-Identifier: Apache-2.0
// Everybody who is named, with office and state.

import { ask } from "../base/api";
import { bdi, h } from "../base/dom";
import { number, period, t } from "../base/language";
import { partyName } from "../base/names";
import { link, nothing, words } from "../base/parts";
import { dataTable } from "../base/table";
import { Filter, filterForm, filtersOf } from "./filters";
import { articlesColumn } from "./columns";

const PAGE = 100;
const FILTERS: readonly Filter[] = ["person", "party", "newest"];

export async function peopleView(parameters: URLSearchParams): Promise<Node[]> {
    const filters = filtersOf(FILTERS, parameters);
    const people = await ask("people", { ...filters, limit: PAGE });
    const table = dataTable({
        caption: t("view-people"),
        noun: "people",
        answer: people,
        next: (offset) => ask("people", { ...filters, limit: PAGE, offset }),
        columns: [
            {
                key: "name",
                cell: (row) => link("person", { key: row.key, name: row.name }, bdi(row.name ?? "")),
            },
            {
                key: "office",
                class: "wide",
                cell: (row) => [row.office ? words(row, row.office) : "", row.former ? ` (${t("former")})` : ""],
            },
            { key: "code", label: t("party"), cell: (row) => bdi(partyName(row.code ?? "")) },
            { key: "events", class: "number", cell: (row) => number(row.events ?? "") },
            { key: "quotes", class: "number", cell: (row) => number(row.quotes ?? "") },
            articlesColumn,
            {
                key: "since",
                label: t("when"),
                class: "day",
                cell: (row) => period(row.since ?? "", row.until ?? ""),
            },
        ],
    });
    return [
        h("h1", {}, t("view-people")),
        filterForm("people", FILTERS, parameters),
        people.rows.length > 0 ? table : nothing(),
    ];
}
