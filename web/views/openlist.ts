// SPDX-License-Identifier: Apache-2.0
// What waits: conditions not met, demands without an answer, drafts not signed, expectations and
// whether they came true.

import type { Row, Rows } from "../base/api";
import { Child, bdi, h } from "../base/dom";
import { t } from "../base/language";
import { actors, dayOf, link, nothing, parties, words } from "../base/parts";

const STATES = ["open", "did-not", "came-true"];

/** open, did-not or came-true, however the dossier parts the words. */
function stateOf(row: Row): string {
    return (row.state || "open").replace(" ", "-");
}

/** The event that settled it. */
function settledBy(key: string): Child {
    return h("p", { class: "small" }, link("event", { key }, t("resolved-by")));
}

/** Actors as "name (CODE)", or parties as codes alone. */
function who(cell: string): Child[] {
    return /^[A-Z0-9]{2,12}( [A-Z0-9]{2,12})*$/.test(cell) ? parties(cell) : actors(cell);
}

function item(row: Row): HTMLElement {
    const then = row.then
        ? h("p", { class: "then" }, h("span", { class: "label" }, t("then")), " ", bdi(row.then))
        : null;
    const resolved = row.resolved_by ? settledBy(row.resolved_by) : null;
    return h(
        "li",
        { class: `open-item state-${stateOf(row)}` },
        h(
            "p",
            { class: "small" },
            h("span", { class: "kind" }, t(`open-${row.kind}`)),
            " ",
            h("span", { class: "state" }, t(`state-${stateOf(row)}`)),
            " ",
            dayOf(row.day),
        ),
        row.who ? h("p", { class: "who" }, ...who(row.who)) : null,
        h(
            "p",
            { class: "words-line" },
            row.then && row.kind === "condition" ? h("span", { class: "label" }, t("if")) : null,
            " ",
            words(row),
        ),
        then,
        resolved,
    );
}

function rank(row: Row): number {
    const at = STATES.indexOf(stateOf(row));
    return at < 0 ? STATES.length : at;
}

export function openList(answer: Rows): Node {
    if (answer.rows.length === 0) return nothing("nothing-open");
    const rows = [...answer.rows].sort((a, b) => rank(a) - rank(b));
    return h("ul", { class: "open-list" }, ...rows.map(item));
}
