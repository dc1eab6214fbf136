// SPDX-License-Identifier: Apache-2.0
// Who said what, through whom; and who tells through what.

import { Filters, ask } from "../base/api";
import { bdi, h } from "../base/dom";
import { number, period, t } from "../base/language";
import { details, nothing } from "../base/parts";
import { dataTable } from "../base/table";
import { quoteColumns } from "./columns";
import { Filter, filterForm, parametersOf, recently } from "./filters";

const PAGE = 100;
const FILTERS: readonly Filter[] = ["person", "party", "outlet", "since", "until", "text", "newest"];

async function sources(): Promise<HTMLElement> {
    const answer = await ask("sources", { limit: 50 });
    const table = dataTable({
        caption: t("sources"),
        answer,
        columns: [
            { key: "teller", cell: (row) => bdi(row.teller ?? "") },
            { key: "channel", cell: (row) => bdi(row.channel ?? "") },
            { key: "articles", class: "number", cell: (row) => number(row.articles ?? "") },
            {
                key: "first",
                label: t("when"),
                class: "day",
                cell: (row) => period(row.first ?? "", row.last ?? ""),
            },
        ],
    });
    return details(t("sources"), answer.rows.length > 0 ? table : nothing());
}

export async function statementsView(parameters: URLSearchParams): Promise<Node[]> {
    const filters: Filters = await recently(FILTERS, parameters);
    const [quotes, chains] = await Promise.all([ask("quotes", { ...filters, limit: PAGE }), sources()]);
    const table = dataTable({
        caption: t("ledger"),
        noun: "quotes",
        answer: quotes,
        columns: quoteColumns,
        next: (offset) => ask("quotes", { ...filters, limit: PAGE, offset }),
    });
    return [
        h("h1", {}, t("view-statements")),
        filterForm("statements", FILTERS, parametersOf(filters)),
        quotes.rows.length > 0 ? table : nothing(),
        chains,
    ];
}
