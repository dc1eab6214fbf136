// SPDX-License-Identifier: Apache-2.0
// Reads the tables of lang/ and web/: tab-separated, "#" remarks, a line of column names, "-" for
// an empty cell.

export type TsvRow = Readonly<Record<string, string>>;

export function rowsOf(text: string): TsvRow[] {
    const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    const [head = "", ...rest] = lines;
    const columns = head.split("\t");
    return rest.map((line) => rowOf(columns, line.split("\t")));
}

function rowOf(columns: readonly string[], cells: readonly string[]): TsvRow {
    const row: Record<string, string> = {};
    columns.forEach((column, at) => {
        const cell = cells[at] ?? "";
        row[column] = cell === "-" ? "" : cell;
    });
    return row;
}
