// SPDX-License-Identifier: Apache-2.0
// Tables that stand beside a drawing and say the same.

import type { Row, Rows } from "../base/api";
import { Child, bdi, h } from "../base/dom";
import { number, period, t } from "../base/language";
import { isParty, partyName } from "../base/names";
import { link } from "../base/parts";
import { dataTable } from "../base/table";
import { nodeName } from "../charts/network";

type Next = (offset: number) => Promise<Rows>;

function span(row: Row): Child {
    return period(row.first ?? "", row.last ?? "");
}

export function placesTable(places: Rows, next?: Next): HTMLElement {
    return dataTable({
        caption: t("places"),
        noun: "places",
        answer: places,
        ...(next ? { next } : {}),
        columns: [
            { key: "place", cell: (row) => link("events", { place: row.place }, bdi(row.place ?? "")) },
            { key: "country", cell: (row) => bdi(partyName(row.country ?? "")) },
            { key: "events", class: "number", cell: (row) => number(row.events ?? "") },
            { key: "first", label: t("when"), class: "day", cell: span },
        ],
    });
}

function node(name: string, code: string): Child {
    const shown = nodeName(name, code);
    const mark = code && code !== name ? h("span", { class: "code" }, code) : null;
    return h(
        "span",
        { class: "person" },
        isParty(name, code)
            ? link("events", { party: code }, bdi(shown))
            : link("person", { name }, bdi(shown)),
        mark,
    );
}

export function networkTable(ties: Rows, next?: Next): HTMLElement {
    return dataTable({
        caption: t("network"),
        answer: ties,
        ...(next ? { next } : {}),
        columns: [
            { key: "a", label: t("one-side"), cell: (row) => node(row.a ?? "", row.a_code ?? "") },
            { key: "b", label: t("other-side"), cell: (row) => node(row.b ?? "", row.b_code ?? "") },
            { key: "meetings", class: "number", cell: (row) => number(row.meetings ?? "") },
            { key: "first", label: t("when"), class: "day", cell: span },
        ],
    });
}

/** A drawing with the table that says the same beside it. */
export function beside(drawing: SVGElement | null, table: HTMLElement): HTMLElement {
    return h("div", { class: "beside" }, drawing ? h("div", { class: "drawing" }, drawing) : null, table);
}
