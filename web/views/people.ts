// SPDX-License-Identifier: Apache-2.0
// Everybody who is named, with office and state.

import { ask } from "../base/api";
import { bdi, h } from "../base/dom";
import { number, period, t } from "../base/language";
import { partyName } from "../base/names";
import { link, nothing } from "../base/parts";
import { dataTable } from "../base/table";
import { filterForm } from "./filters";
import { articlesColumn } from "./columns";

const PAGE = 100;

export async function peopleView(parameters: URLSearchParams): Promise<Node[]> {
    const filters = { person: parameters.get("person") ?? "", party: parameters.get("party") ?? "" };
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
                cell: (row) => [bdi(row.office ?? ""), row.former ? ` (${t("former")})` : ""],
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
        filterForm("people", ["person", "party"], parameters),
        people.rows.length > 0 ? table : nothing(),
    ];
}
