// SPDX-License-Identifier: Apache-2.0
// All negotiations: who with whom, how it stands, what comes next.

import { Row, ask } from "../base/api";
import { bdi, h } from "../base/dom";
import { counted, day, period, t } from "../base/language";
import { codesOf, partyName } from "../base/names";
import { dayOf, link, names, nothing, status, terms } from "../base/parts";
import { Filter, filterForm, filtersOf } from "./filters";

const PAGE = 60;
const FILTERS: readonly Filter[] = ["party", "state", "since", "until"];
const ORDER = ["ongoing", "planned", "suspended", "failed", "concluded"];

function talkName(row: Row): string {
    return (
        codesOf(row.parties ?? "")
            .map(partyName)
            .join(" – ") ||
        (row.sides ?? "")
    );
}

/** The earliest coming meeting of each negotiation. */
function nextOf(rows: readonly Row[]): Map<string, Row> {
    const first = new Map<string, Row>();
    for (const row of rows)
        for (const key of (row.talks ?? "").split(/[;,] ?/)) if (key && !first.has(key)) first.set(key, row);
    return first;
}

function comingOf(next: Row | undefined): Node | null {
    if (!next) return null;
    const place = next.place ? [" · ", bdi(next.place)] : [];
    return h(
        "p",
        { class: "coming" },
        h("span", { class: "label" }, t("next")),
        " ",
        dayOf(next.day),
        ...place,
    );
}

function card(row: Row, next: Row | undefined): HTMLElement {
    const span = period(row.begin ?? "", row.end ?? "");
    return h(
        "li",
        { class: `card status-${row.status}` },
        h("h3", {}, link("talk", { key: row.key }, bdi(talkName(row)))),
        h("p", { class: "state" }, status(row.status ?? "")),
        comingOf(next),
        terms(
            [t("when"), span],
            [t("place"), names(row.place)],
            [t("agenda"), names(row.agenda)],
            [t("mediators"), row.mediators ? codesOf(row.mediators).map(partyName).join(t("comma")) : null],
        ),
        h(
            "p",
            { class: "small" },
            [counted("articles", Number(row.articles) || 0), row.until ? t("last-on", day(row.until)) : ""]
                .filter(Boolean)
                .join(" · "),
        ),
    );
}

function groups(rows: readonly Row[], next: ReadonlyMap<string, Row>): Node[] {
    const seen = [...new Set([...ORDER, ...rows.map((row) => row.status ?? "")])];
    return seen.flatMap((state) => {
        const mine = rows.filter((row) => (row.status ?? "") === state);
        if (mine.length === 0) return [];
        const cards = mine.map((row) => card(row, next.get(row.key ?? "")));
        const name = state ? t(state) : t("unknown");
        return [
            h(
                "section",
                { class: "group" },
                h("h2", {}, name, h("span", { class: "count" }, counted("talks", mine.length))),
                h("ul", { class: "cards" }, ...cards),
            ),
        ];
    });
}

export async function talksView(parameters: URLSearchParams): Promise<Node[]> {
    const offset = Number(parameters.get("offset")) || 0;
    const { state, ...chosen } = filtersOf(FILTERS, parameters);
    const filters = { ...chosen, status: state };
    const [talks, next] = await Promise.all([
        ask("talks", { ...filters, limit: PAGE, offset }),
        ask("next", { limit: 500 }),
    ]);
    const coming = nextOf(next.rows);
    const more = talks.more
        ? h("p", {}, link("talks", { ...chosen, state, offset: String(offset + PAGE) }, t("more")))
        : "";
    const lead = h("p", { class: "lead" }, t("lead-talks"));
    const list =
        talks.rows.length > 0
            ? groups(talks.rows, coming)
            : [nothing(Object.keys(chosen).length > 0 || state ? "nothing" : "nothing-kept")];
    return [
        h("h1", {}, t("view-talks")),
        lead,
        filterForm("talks", FILTERS, parameters),
        ...list,
        ...(more ? [more] : []),
    ];
}
