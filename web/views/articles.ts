// SPDX-License-Identifier: Apache-2.0
// The articles that are kept, and the outlets they come from.

import { ask } from "../base/api";
import { bdi, h } from "../base/dom";
import { number, period, t } from "../base/language";
import { dayOf, details, link, nothing } from "../base/parts";
import { dataTable } from "../base/table";
import { Filter, filterForm, filtersOf } from "./filters";

const PAGE = 100;
const FILTERS: readonly Filter[] = ["outlet", "since", "until", "newest"];

async function outlets(): Promise<HTMLElement> {
    const answer = await ask("outlets", { limit: 200 });
    const table = dataTable({
        caption: t("outlets"),
        answer,
        columns: [
            { key: "outlet", cell: (row) => link("articles", { outlet: row.outlet }, bdi(row.outlet ?? "")) },
            { key: "articles", class: "number", cell: (row) => number(row.articles ?? "") },
            { key: "events", class: "number", cell: (row) => number(row.events ?? "") },
            { key: "quotes", class: "number", cell: (row) => number(row.quotes ?? "") },
            {
                key: "first",
                label: t("when"),
                class: "day",
                cell: (row) => period(row.first ?? "", row.last ?? ""),
            },
        ],
    });
    return details(t("outlets"), table);
}

export async function articlesView(parameters: URLSearchParams): Promise<Node[]> {
    const filters = { ...filtersOf(FILTERS, parameters), talks: parameters.get("talks") ?? "" };
    const [articles, media] = await Promise.all([ask("articles", { ...filters, limit: PAGE }), outlets()]);
    const table = dataTable({
        caption: t("view-articles"),
        noun: "articles",
        answer: articles,
        next: (offset) => ask("articles", { ...filters, limit: PAGE, offset }),
        columns: [
            { key: "day", class: "day", cell: (row) => dayOf(row.day || row.date) },
            {
                key: "title",
                class: "wide",
                cell: (row) => link("article", { id: row.id }, bdi(row.title || row.id || "")),
            },
            { key: "outlet", cell: (row) => bdi(row.outlet ?? "") },
            { key: "events", class: "number", cell: (row) => number(row.events ?? "") },
            { key: "quotes", class: "number", cell: (row) => number(row.quotes ?? "") },
        ],
    });
    return [
        h("h1", {}, t("view-articles")),
        filterForm("articles", FILTERS, parameters),
        articles.rows.length > 0 ? table : nothing("nothing-kept"),
        media,
    ];
}
