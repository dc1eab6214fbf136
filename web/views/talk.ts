// SPDX-License-Identifier: Apache-2.0
// One negotiation: its line of time, delegations, texts, statements, what is open, where and who
// met whom.

import { Line, Row, Rows, ask, coastLines } from "../base/api";
import { Child, bdi, h } from "../base/dom";
import { counted, number, period, t } from "../base/language";
import { codesOf, partyName } from "../base/names";
import {
    actors,
    calendar,
    dayOf,
    evidence,
    firstOnly,
    history,
    href,
    link,
    names,
    nothing,
    parties,
    person,
    section,
    spanOf,
    status,
    terms,
    when,
    words,
} from "../base/parts";
import { dataTable } from "../base/table";
import { timeLine } from "../charts/timeline";
import { placeMap } from "../charts/map";
import { network } from "../charts/network";
import { eventColumns, evidenceColumn, quoteColumns } from "./columns";
import { openList } from "./openlist";
import { beside, networkTable, placesTable } from "./tables";

const PAGE = 30;

export function nameOf(row: Row): string {
    return (
        codesOf(row.parties ?? "")
            .map(partyName)
            .join(" – ") ||
        (row.sides ?? "")
    );
}

/** The rows of a table behind those that are shown. */
function further(question: string, key: string): (offset: number) => Promise<Rows> {
    return (offset) => ask(question, { talks: key, limit: PAGE, offset });
}

/** A value of the negotiation, leading to the words of the meeting that has it too. */
function resting(value: string, shown: Child, meeting: Row | undefined): Child {
    if (!value) return null;
    return meeting?.article
        ? h(
              "a",
              { class: "evidence", href: href("article", spanOf(meeting)), title: t("to-the-words") },
              shown,
          )
        : shown;
}

/** Where the words of a value stand that has a place of its own. */
function told(row: Row, value: string): Row {
    return {
        article: row[`${value}_article`] ?? "",
        span_begin: row[`${value}_begin`] ?? "",
        span_end: row[`${value}_end`] ?? "",
    };
}

function outcome(value = ""): string {
    if (!value) return "";
    return t(value === "none" ? "no-agreement" : value);
}

function summary(row: Row, rounds: readonly Row[]): HTMLElement {
    const meeting = (column: string, value = ""): Row | undefined =>
        rounds.find((round) => value !== "" && round[column] === value);
    const when_ = period(row.begin ?? "", row.end ?? "");
    return terms(
        [t("status"), status(row.status ?? "")],
        [t("parties"), parties(row.parties ?? "")],
        [t("mediators"), row.mediators ? [parties(row.mediators), " ", evidence(told(row, "mediators"))] : null],
        [t("when"), resting(when_, when_, meeting("day", row.begin))],
        [t("place"), resting(row.place ?? "", names(row.place), meeting("place", row.place))],
        [t("agenda"), names(row.agenda)],
        [t("round"), resting(row.round ?? "", number(row.round ?? ""), meeting("round", row.round))],
        [t("outcome"), resting(row.outcome ?? "", outcome(row.outcome), meeting("outcome", row.outcome))],
        [t("history"), (row.history ?? "").includes(";") ? history(row.history ?? "") : null],
        [t("doors"), resting(row.doors ?? "", t(row.doors || "open"), told(row, "doors"))],
        [t("articles"), link("articles", { talks: row.key }, number(row.articles ?? ""))],
    );
}

function heads(row: Row): Child {
    return actors(row.heads ?? "");
}

function roundsSection(key: string, rounds: Rows, last: string): HTMLElement {
    const { rows } = rounds;
    const title = t("time-line");
    const table = dataTable({
        caption: t("rounds"),
        noun: "meetings",
        answer: rounds,
        next: further("rounds", key),
        columns: [
            { key: "day", class: "day", cell: (row) => when(row) },
            { key: "round", cell: (row) => (row.round ? number(row.round) : "") },
            { key: "status", class: "short", cell: (row) => status(row.status ?? "") },
            { key: "place", cell: (row) => names(row.place) },
            { key: "heads", label: t("who"), class: "who", cell: heads },
            { key: "outcome", class: "short", cell: (row) => outcome(row.outcome) },
            evidenceColumn,
        ],
    });
    return section("rounds", title, rows.length > 0 ? [timeLine(rows, last, title), table] : nothing());
}

function delegate(row: Row): HTMLElement {
    return h(
        "li",
        { class: row.role === "head" ? "head" : "member" },
        h("span", { class: "label" }, t(row.role || "member")),
        person(
            row.name || (row.person ?? ""),
            row.code === row.party ? "" : row.code,
            row.office,
            row.person,
        ),
        evidence(row, row.name),
    );
}

function delegation(code: string, rows: readonly Row[]): HTMLElement {
    const order = (row: Row): number => (row.role === "head" ? 0 : 1);
    const people = [...rows].sort((a, b) => order(a) - order(b)).map(delegate);
    return h(
        "div",
        { class: "delegation" },
        h("h3", {}, bdi(partyName(code)), h("span", { class: "code" }, code)),
        h("ul", {}, ...people),
    );
}

function delegationsSection({ rows, more }: Rows): HTMLElement {
    const codes = [...new Set(rows.map((row) => row.party ?? ""))];
    const boxes = codes.map((code) =>
        delegation(
            code,
            rows.filter((row) => row.party === code),
        ),
    );
    return section(
        "delegations",
        t("delegations"),
        boxes.length > 0 ? h("div", { class: "columns" }, ...boxes) : nothing(),
        more ? firstOnly(rows.length) : null,
    );
}

function clause(row: Row): HTMLElement {
    const binds = row.binds
        ? h("span", { class: "binds" }, ` ${codesOf(row.binds).map(partyName).join(t("comma"))}`)
        : null;
    return h(
        "li",
        {},
        row.force ? h("span", { class: `force force-${row.force}` }, t(row.force)) : null,
        binds,
        " ",
        words(row),
    );
}

/** A text with its clauses. */
export function textCard(row: Row, clauses: readonly Row[]): HTMLElement {
    const list = clauses.filter((item) => item.instrument === row.key || item.instrument === row.name);
    return h(
        "article",
        { class: "text" },
        h("h3", {}, words(row, row.name ?? "")),
        h(
            "p",
            { class: "small" },
            t(row.kind ?? ""),
            " ",
            status(row.status ?? ""),
            " ",
            dayOf(row.day),
            row.parties ? [" · ", ...parties(row.parties)] : null,
        ),
        list.length > 0 ? h("ol", { class: "clauses" }, ...list.map(clause)) : null,
    );
}

function textsSection(texts: Rows, clauses: readonly Row[]): HTMLElement {
    const cards = texts.rows.map((row) => textCard(row, clauses));
    return section(
        "texts",
        t("texts"),
        cards.length > 0 ? h("div", { class: "columns" }, ...cards) : nothing(),
        texts.more ? firstOnly(cards.length) : null,
    );
}

function statementsSection(key: string, quotes: Rows): HTMLElement {
    const table = dataTable({
        caption: t("ledger"),
        noun: "quotes",
        answer: quotes,
        columns: quoteColumns,
        next: further("quotes", key),
    });
    return section("statements", t("ledger"), quotes.rows.length > 0 ? table : nothing());
}

function eventsSection(key: string, events: Rows): HTMLElement {
    const table = dataTable({
        caption: t("heading-events"),
        noun: "events",
        answer: events,
        columns: eventColumns,
        next: further("events", key),
    });
    return section("events", t("heading-events"), events.rows.length > 0 ? table : nothing());
}

function placesSection(key: string, places: Rows, coast: readonly Line[]): HTMLElement {
    const drawing = placeMap(places.rows, coast, t("map"));
    const content = places.rows.length > 0 ? beside(drawing, placesTable(places, further("places", key))) : nothing();
    return section("places", t("map"), content);
}

function networkSection(key: string, ties: Rows): HTMLElement {
    const drawing = network(ties.rows, t("network"));
    const content = ties.rows.length > 0 ? beside(drawing, networkTable(ties, further("network", key))) : nothing();
    return section("network", t("network"), content);
}

function openSection(key: string, open: Rows): HTMLElement {
    const more = open.more ? h("p", {}, link("open", { talks: key }, t("more"))) : null;
    return section("open", t("open-items"), openList(open), more);
}

function contents(): HTMLElement {
    const ids = ["rounds", "delegations", "texts", "statements", "open", "places", "network", "events"];
    const names = [
        "time-line",
        "delegations",
        "texts",
        "ledger",
        "open-items",
        "map",
        "network",
        "heading-events",
    ];
    const go = (id: string) => (event: Event) => {
        event.preventDefault();
        const goal = document.getElementById(`${id}-heading`);
        goal?.setAttribute("tabindex", "-1");
        goal?.focus();
        goal?.scrollIntoView();
    };
    const links = ids.map((id, at) =>
        h("li", {}, h("a", { href: "#", onclick: go(id) }, t(names[at] ?? ""))),
    );
    return h("nav", { class: "contents", "aria-label": t("on-this-page") }, h("ul", {}, ...links));
}

export async function talkView(parameters: URLSearchParams): Promise<Node[]> {
    const key = parameters.get("key") ?? "";
    const of = (question: string, limit = 40): Promise<Rows> => ask(question, { talks: key, limit });
    const [found, rounds, delegates, texts, clauses, quotes, open, places, ties, events, coast, take] =
        await Promise.all([
            ask("talks", { talks: key, limit: 1 }),
            of("rounds", PAGE),
            of("delegates"),
            of("instruments"),
            of("provisions", 1000),
            of("quotes", PAGE),
            of("open"),
            of("places"),
            of("network"),
            of("events", PAGE),
            coastLines(),
            calendar({ talks: key }),
        ]);
    const talk = found.rows[0];
    if (!talk) return [h("h1", {}, t("view-talks")), nothing("no-such"), link("talks", {}, t("view-talks"))];
    return [
        h("p", { class: "crumb" }, h("a", { href: href("talks") }, t("view-talks"))),
        h("h1", {}, bdi(nameOf(talk))),
        h(
            "p",
            { class: "lead" },
            status(talk.status ?? ""),
            " ",
            counted("articles", Number(talk.articles) || 0),
            take ? [" · ", take] : null,
        ),
        contents(),
        summary(talk, rounds.rows),
        roundsSection(key, rounds, talk.until ?? ""),
        delegationsSection(delegates),
        textsSection(texts, clauses.rows),
        statementsSection(key, quotes),
        openSection(key, open),
        placesSection(key, places, coast),
        networkSection(key, ties),
        eventsSection(key, events),
    ];
}
