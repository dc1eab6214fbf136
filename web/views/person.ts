// SPDX-License-Identifier: Apache-2.0
// One person: offices over time, events, statements, and whom he or she met.

import { Row, Rows, ask } from "../base/api";
import { bdi, h } from "../base/dom";
import { number, period, t } from "../base/language";
import { partyName } from "../base/names";
import { evidence, href, link, nothing, section, terms, words } from "../base/parts";
import { dataTable } from "../base/table";
import { network } from "../charts/network";
import { eventColumns, quoteColumns } from "./columns";
import { beside, networkTable } from "./tables";

const PAGE = 30;

async function find(key: string, name: string): Promise<Row | undefined> {
    if (key) return (await ask("people", { key, limit: 1 })).rows[0];
    const { rows } = await ask("people", { person: name, limit: 20 });
    return rows.find((row) => row.name === name) ?? rows[0];
}

function office(row: Row): HTMLElement {
    return h(
        "li",
        {},
        h("span", { class: "office" }, bdi(row.office ?? "")),
        row.former ? ` (${t("former")})` : "",
        row.code ? h("span", { class: "code", title: partyName(row.code) }, row.code) : null,
        h("span", { class: "small" }, " ", period(row.since ?? "", row.until ?? "")),
        " ",
        evidence(row, row.office),
    );
}

function officesSection(offices: Rows): HTMLElement {
    const list = h("ol", { class: "offices" }, ...offices.rows.map(office));
    return section("offices", t("offices"), offices.rows.length > 0 ? list : nothing());
}

function metSection(person: string, ties: Rows): HTMLElement {
    if (ties.rows.length === 0) return section("network", t("met"), nothing());
    const next = (offset: number): Promise<Rows> => ask("network", { person, limit: PAGE, offset });
    return section("network", t("met"), beside(network(ties.rows, t("met")), networkTable(ties, next)));
}

function listSection(question: "events" | "quotes", person: string, answer: Rows): HTMLElement {
    const heading = t(`heading-${question}`);
    const table = dataTable({
        caption: heading,
        noun: question,
        answer,
        columns: question === "events" ? eventColumns : quoteColumns.filter(({ key }) => key !== "speaker"),
        next: (offset) => ask(question, { person, limit: PAGE, offset }),
    });
    return section(question, heading, answer.rows.length > 0 ? table : nothing());
}

function summary(row: Row): HTMLElement {
    return terms(
        [
            t("party"),
            row.code ? h("a", { href: href("people", { party: row.code }) }, bdi(partyName(row.code))) : null,
        ],
        [t("office"), row.office ? words(row, row.office) : null],
        [t("when"), period(row.since ?? "", row.until ?? "")],
        [t("articles"), link("search", { text: row.name }, number(row.articles ?? ""))],
    );
}

export async function personView(parameters: URLSearchParams): Promise<Node[]> {
    const row = await find(parameters.get("key") ?? "", parameters.get("name") ?? "");
    if (!row)
        return [
            h("h1", {}, bdi(parameters.get("name") ?? t("view-people"))),
            nothing("no-such"),
            link("people", {}, t("view-people")),
        ];
    const name = row.name ?? "";
    const [offices, events, quotes, ties] = await Promise.all([
        ask("offices", { key: row.key, limit: 100 }),
        ask("events", { person: name, limit: PAGE }),
        ask("quotes", { person: name, limit: PAGE }),
        ask("network", { person: name, limit: PAGE }),
    ]);
    return [
        h("p", { class: "crumb" }, h("a", { href: href("people") }, t("view-people"))),
        h("h1", {}, bdi(name)),
        summary(row),
        officesSection(offices),
        listSection("quotes", name, quotes),
        listSection("events", name, events),
        metSection(name, ties),
    ];
}
