// SPDX-License-Identifier: Apache-2.0
// Events as a table with filters, and how many there were over time.

import { Filters, Row, Rows, about, ask } from "../base/api";
import { h } from "../base/dom";
import { counted, number, t } from "../base/language";
import { details, link, nothing, takeAlong } from "../base/parts";
import { dataTable } from "../base/table";
import { Bar, barChart, barName, barsOf, even } from "../charts/bars";
import { dayNumber } from "../charts/scale";
import { eventColumns } from "./columns";
import { Filter, filterForm, parametersOf, recently } from "./filters";

const PAGE = 100;
const DAYS = 62;
const FILTERS: readonly Filter[] = [
    "party",
    "type",
    "status",
    "place",
    "outlet",
    "since",
    "until",
    "text",
    "person",
];

/** By day where all events are here and lie within two months, else by month. */
function barsFor(events: Rows, counts: Rows, filters: Filters, last: string): Bar[] {
    const from = String(filters.since ?? "");
    const until = String(filters.until ?? "") || yearAfter(last);
    const inside = ({ at }: Bar): boolean =>
        at >= from.slice(0, at.length) && (!until || at <= until.slice(0, at.length));
    return even(sumsFor(events, counts).filter(inside));
}

/** What is planned for later than a year after the last article would squeeze all other bars. */
function yearAfter(day: string): string {
    return /^\d{4}-/.test(day) ? `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` : "";
}

function sumsFor(events: Rows, counts: Rows): Bar[] {
    const days = events.rows.map((row) => row.day ?? "").filter((value) => value.length >= 10);
    const numbers = days.map(dayNumber);
    const few = !events.more && days.length > 0 && Math.max(...numbers) - Math.min(...numbers) <= DAYS;
    if (few)
        return barsOf(events.rows.map((row) => [(row.day ?? "").slice(0, 10), row.type ?? "", 1] as const));
    return barsOf(
        counts.rows.map((row) => [row.month ?? "", row.type ?? "", Number(row.events) || 0] as const),
    );
}

function countsTable(bars: readonly Bar[]): HTMLElement {
    const rows: Row[] = bars.map((bar) => ({
        at: bar.at,
        cooperation: String(bar.cooperation),
        conflict: String(bar.conflict),
    }));
    return dataTable({
        caption: t("over-time"),
        answer: { rows, more: false },
        columns: [
            { key: "at", label: t("when"), cell: (row) => barName(row.at ?? "") },
            { key: "cooperation", class: "number", cell: (row) => number(row.cooperation ?? "") },
            { key: "conflict", class: "number", cell: (row) => number(row.conflict ?? "") },
        ],
    });
}

function overTime(bars: readonly Bar[]): Node[] {
    const drawing = barChart(bars, t("over-time"));
    if (!drawing) return [];
    const key = h(
        "p",
        { class: "key" },
        h("span", { class: "swatch cooperation" }),
        t("cooperation"),
        h("span", { class: "swatch conflict" }),
        t("conflict"),
    );
    return [
        h("figure", { class: "drawing" }, drawing, h("figcaption", {}, key)),
        details(t("as-table"), countsTable(bars)),
    ];
}

/** How many events of a period began before it: they come first, for the order is that of their days. */
function begunBefore(counts: Rows, since: string): number {
    const early = counts.rows.filter((row) => (row.month ?? "") < since.slice(0, (row.month ?? "").length));
    return early.reduce((sum, row) => sum + (Number(row.events) || 0), 0);
}

/** The way to the events of longer periods, which the table leaves out at first. */
function longer(count: number, filters: Filters): Node[] {
    if (count === 0) return [];
    const parameters = { ...(filters as Record<string, string>), whole: "1" };
    return [
        h("p", { class: "small" }, link("events", parameters, t("longer-periods", counted("events", count)))),
    ];
}

function eventsTable(events: Rows, skipped: number, filters: Filters): HTMLElement {
    return dataTable({
        caption: t("heading-events"),
        noun: "events",
        answer: events,
        columns: eventColumns,
        next: (from) => ask("events", { ...filters, limit: PAGE, offset: skipped + from }),
    });
}

export async function eventsView(parameters: URLSearchParams): Promise<Node[]> {
    const filters: Filters = await recently(FILTERS, parameters);
    const [counts, dossier, take] = await Promise.all([
        ask("counts", { ...filters, limit: 5000 }),
        about(),
        takeAlong(t("save-csv"), "csv", filters),
    ]);
    const skipped = parameters.has("whole") ? 0 : begunBefore(counts, String(filters.since ?? ""));
    const events = await ask("events", { ...filters, limit: PAGE, offset: skipped });
    const table = events.rows.length > 0 ? eventsTable(events, skipped, filters) : nothing();
    return [
        h("h1", {}, t("view-events")),
        filterForm("events", FILTERS, parametersOf(filters)),
        ...overTime(barsFor(events, counts, filters, dossier.last_day ?? "")),
        table,
        ...longer(skipped, filters),
        h("p", { class: "small" }, take),
    ];
}
