// SPDX-License-Identifier: Apache-2.0
// The one place that asks the dossier: /api/QUESTION, the article, the coast lines, and the news
// that something changed. Everything comes from the page's own origin.

import type { Minutes } from "./minutes";

/** A row by column; a cell that is not known is "". */
export type Row = Readonly<Record<string, string>>;
export type Filters = Readonly<Record<string, string | number | undefined>>;

export interface Rows {
    readonly rows: Row[];
    readonly more: boolean;
}

interface Answer {
    readonly columns: string[];
    readonly rows: (string | null)[][];
    readonly more?: boolean;
}

export interface About {
    readonly version?: string;
    readonly name?: string;
    readonly file?: string;
    readonly articles?: number;
    readonly events?: number;
    readonly last_day?: string;
    /** Formats of /api/export; none where the program has none. */
    readonly exports?: readonly string[];
}

export class ApiError extends Error {
    constructor(
        readonly status: number,
        message: string,
    ) {
        super(message);
    }
}

function address(path: string, filters: Filters): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(filters))
        if (value !== undefined && value !== "") query.set(name, String(value));
    const text = query.toString();
    return text ? `/api/${path}?${text}` : `/api/${path}`;
}

async function fetchJson(url: string): Promise<unknown> {
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new ApiError(response.status, (await response.text()).slice(0, 300));
    return response.json();
}

function rowOf(columns: readonly string[], cells: readonly (string | null)[]): Row {
    const row: Record<string, string> = Object.create(null);
    columns.forEach((column, at) => (row[column] = cells[at] ?? ""));
    return row;
}

/** Ask the dossier a question. */
export async function ask(question: string, filters: Filters = {}): Promise<Rows> {
    const answer = (await fetchJson(address(question, filters))) as Answer;
    const rows = answer.rows.map((cells) => rowOf(answer.columns, cells));
    return { rows, more: answer.more === true };
}

export async function article(id: string): Promise<Minutes> {
    return (await fetchJson(address("article", { id }))) as Minutes;
}

export async function about(): Promise<About> {
    return (await fetchJson(address("about", {}))) as About;
}

/** Where the dossier can be had in a format, or "" where the program does not know it. */
export async function exportAddress(format: string, filters: Filters = {}): Promise<string> {
    const known = (await about()).exports ?? [];
    return known.includes(format) ? address("export", { format, ...filters }) : "";
}

export type Line = readonly (readonly [number, number])[];

interface Geometry {
    readonly type?: string;
    readonly coordinates?: unknown;
    readonly geometries?: Geometry[];
    readonly geometry?: Geometry;
    readonly features?: Geometry[];
}

/** Every line or ring of a GeoJSON object, of whatever kind it is. */
function linesOf(shape: Geometry): Line[] {
    const inner = shape.features ?? shape.geometries ?? (shape.geometry ? [shape.geometry] : []);
    return [...inner.flatMap(linesOf), ...linesIn(shape.coordinates)];
}

function linesIn(coordinates: unknown): Line[] {
    if (!Array.isArray(coordinates) || !Array.isArray(coordinates[0])) return [];
    if (typeof coordinates[0][0] === "number") return [coordinates as unknown as Line];
    return coordinates.flatMap(linesIn);
}

let coast: Promise<Line[]> | undefined;

/** Coast lines, none where the build had none. */
export function coastLines(): Promise<Line[]> {
    coast ??= fetchJson("/world.json").then(
        (shape) => linesOf(shape as Geometry),
        () => [],
    );
    return coast;
}

/** Call back when the dossier's version is another one than before. */
export function onChange(changed: () => void, lost: (isLost: boolean) => void): void {
    const source = new EventSource("/live");
    let version = "";
    source.addEventListener("open", () => lost(false));
    source.addEventListener("error", () => lost(true));
    source.addEventListener("changed", (event) => {
        const next = (event as MessageEvent<string>).data;
        if (next === version && next !== "") return;
        version = next;
        changed();
    });
}
