// SPDX-License-Identifier: Apache-2.0
// Rows as a table: caption, columns that sort, arrow keys from row to row, more rows on demand. On
// a narrow screen each row becomes a card whose cells carry their column's name.

import { Row, Rows } from "./api";
import { Child, h } from "./dom";
import { compare, counted, t } from "./language";

export interface Column {
    readonly key: string;
    readonly label?: string;
    readonly cell?: (row: Row) => Child;
    readonly class?: string;
}

export interface TableOptions {
    readonly caption: string;
    readonly columns: readonly Column[];
    readonly answer: Rows;
    readonly noun?: string;
    readonly hiddenCaption?: boolean;
    /** Asks for the rows from this one on; without it there is no button for more. */
    readonly next?: (offset: number) => Promise<Rows>;
}

interface Sorting {
    column: number;
    down: boolean;
}

function cellOf(column: Column, row: Row): HTMLTableCellElement {
    const content = column.cell ? column.cell(row) : (row[column.key] ?? "");
    const attributes = { role: "cell", "data-label": labelOf(column), class: column.class ?? null };
    const cell = h("td", attributes, h("div", { class: "cell" }, content));
    if (!cell.textContent) cell.classList.add("blank");
    return cell;
}

function labelOf(column: Column): string {
    return column.label ?? t(column.key);
}

function lineOf(columns: readonly Column[], row: Row): HTMLTableRowElement {
    return h("tr", { role: "row" }, ...columns.map((column) => cellOf(column, row)));
}

function compareCells(a: string, b: string): number {
    const [first, second] = [Number(a), Number(b)];
    if (a !== "" && b !== "" && Number.isFinite(first) && Number.isFinite(second)) return first - second;
    return compare(a, b);
}

function sorted(rows: readonly Row[], key: string, down: boolean): Row[] {
    const order = down ? -1 : 1;
    return [...rows].sort((a, b) => order * compareCells(a[key] ?? "", b[key] ?? ""));
}

function headOf(columns: readonly Column[], sort: (column: number) => void): HTMLTableSectionElement {
    const cells = columns.map((column, at) =>
        h(
            "th",
            { scope: "col", role: "columnheader", class: column.class ?? null },
            h("button", { type: "button", onclick: () => sort(at) }, labelOf(column)),
        ),
    );
    return h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...cells));
}

function markSorted(head: HTMLElement, sorting: Sorting): void {
    head.querySelectorAll("th").forEach((cell, at) => {
        if (at === sorting.column) cell.setAttribute("aria-sort", sorting.down ? "descending" : "ascending");
        else cell.removeAttribute("aria-sort");
    });
}

/** Up, down, first and last row, staying in the column. */
function moveFocus(event: Event): void {
    const key = (event as KeyboardEvent).key;
    const cell = (event.target as Element).closest<HTMLTableCellElement>("td");
    const lines = cell ? [...(cell.closest("tbody")?.rows ?? [])] : [];
    const at = lines.indexOf(cell?.parentElement as HTMLTableRowElement);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: lines.length - 1 }[key];
    if (!cell || to === undefined || !lines[to]) return;
    const goal = lines[to]?.cells[cell.cellIndex]?.querySelector<HTMLElement>("a, button");
    if (!goal) return;
    event.preventDefault();
    goal.focus();
}

function moreButton(options: TableOptions, add: (rows: Rows) => number): HTMLElement {
    let offset = options.answer.rows.length;
    const button = h("button", { type: "button", class: "more", onclick: () => void load() }, t("more"));
    const load = async (): Promise<void> => {
        button.disabled = true;
        const answer = await options.next?.(offset);
        if (!answer) return;
        offset = add(answer);
        button.disabled = false;
        button.hidden = !answer.more;
    };
    return button;
}

function captionOf(options: TableOptions): HTMLElement {
    const { rows, more } = options.answer;
    const count = options.noun && !more ? ` · ${counted(options.noun, rows.length)}` : "";
    return h("caption", { class: options.hiddenCaption ? "unseen" : null }, options.caption + count);
}

export function dataTable(options: TableOptions): HTMLElement {
    const { columns } = options;
    let rows = [...options.answer.rows];
    const sorting: Sorting = { column: -1, down: false };
    const body = h("tbody", { role: "rowgroup" }, ...rows.map((row) => lineOf(columns, row)));
    const head = headOf(columns, (column) => {
        sorting.down = sorting.column === column && !sorting.down;
        sorting.column = column;
        rows = sorted(rows, columns[column]?.key ?? "", sorting.down);
        body.replaceChildren(...rows.map((row) => lineOf(columns, row)));
        markSorted(head, sorting);
        table.dataset.touched = "";
    });
    const table = h("table", { role: "table", onkeydown: moveFocus }, captionOf(options), head, body);
    const add = (answer: Rows): number => {
        rows = rows.concat(answer.rows);
        body.append(...answer.rows.map((row) => lineOf(columns, row)));
        table.dataset.touched = "";
        return rows.length;
    };
    const region = h(
        "div",
        { class: "scroll", role: "region", tabindex: 0, "aria-label": options.caption },
        table,
    );
    const more = options.answer.more && options.next ? moreButton(options, add) : null;
    return h("div", { class: "table" }, region, more);
}
