// SPDX-License-Identifier: Apache-2.0
// Events over time as bars, cooperation below and conflict (hatched) on top. The table that
// belongs to it says the same.

import { svg } from "../base/dom";
import { currentLanguage, day as year, number, shortDay, shortMonth, t } from "../base/language";
import { CONFLICT } from "../base/minutes";

const WIDTH = 960;
const HEIGHT = 190;
const BASE = HEIGHT - 26;
const TOP = 22;
const LABELS = 12;
const SLOTS = 64;
const EDGE = 26;

export interface Bar {
    /** A month or a day. */
    readonly at: string;
    cooperation: number;
    conflict: number;
}

/** Sums of (month or day, type, count), in order of time. */
export function barsOf(counts: Iterable<readonly [string, string, number]>): Bar[] {
    const bars = new Map<string, Bar>();
    for (const [at, type, events] of counts) {
        if (!/^\d{4}-\d{2}/.test(at)) continue;
        const bar = bars.get(at) ?? { at, cooperation: 0, conflict: 0 };
        if (CONFLICT.includes(type)) bar.conflict += events;
        else bar.cooperation += events;
        bars.set(at, bar);
    }
    return [...bars.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
}

export function barName(at: string): string {
    if (at.length === 4) return year(at);
    return at.length > 7 ? shortDay(at) : shortMonth(at);
}

function follower(at: string): string {
    if (at.length === 4) return String(Number(at) + 1).padStart(4, "0");
    const next = new Date(`${at.length > 7 ? at : `${at}-01`}T00:00:00Z`);
    if (at.length > 7) next.setUTCDate(next.getUTCDate() + 1);
    else next.setUTCMonth(next.getUTCMonth() + 1);
    return next.toISOString().slice(0, at.length);
}

/** The bars with empty ones between, so that distance is time; null where there would be too many. */
function filled(bars: readonly Bar[]): Bar[] | null {
    const known = new Map(bars.map((bar) => [bar.at, bar]));
    const last = bars[bars.length - 1]?.at ?? "";
    const all: Bar[] = [];
    for (let at = bars[0]?.at ?? ""; at && at <= last; at = follower(at)) {
        if (all.length >= SLOTS) return null;
        all.push(known.get(at) ?? { at, cooperation: 0, conflict: 0 });
    }
    return all;
}

function byYear(bars: readonly Bar[]): Bar[] {
    const years = new Map<string, Bar>();
    for (const { at, cooperation, conflict } of bars) {
        const bar = years.get(at.slice(0, 4)) ?? { at: at.slice(0, 4), cooperation: 0, conflict: 0 };
        bar.cooperation += cooperation;
        bar.conflict += conflict;
        years.set(bar.at, bar);
    }
    return [...years.values()];
}

/** Evenly spaced bars: of the days or months given, or of years where those are too many. */
export function even(bars: readonly Bar[]): Bar[] {
    if (bars.length === 0) return [];
    const years = byYear(bars);
    return filled(bars) ?? filled(years) ?? years;
}

function total(bar: Bar): number {
    return bar.cooperation + bar.conflict;
}

function hatch(): SVGElement {
    const line = svg("path", { d: "M0 6 6 0", class: "hatch-line" });
    const ground = svg("rect", { width: 6, height: 6, class: "hatch-ground" });
    return svg(
        "defs",
        {},
        svg("pattern", { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse" }, ground, line),
    );
}

interface Place {
    readonly x: number;
    readonly width: number;
    readonly unit: number;
}

function drawBar(bar: Bar, { x, width, unit }: Place, labelled: boolean): SVGElement {
    const low = bar.cooperation * unit;
    const high = bar.conflict * unit;
    const middle = x + width / 2;
    const said = `${barName(bar.at)}: ${number(total(bar))} (${t("cooperation")} ${number(bar.cooperation)}, ${t("conflict")} ${number(bar.conflict)})`;
    return svg(
        "g",
        {},
        svg("title", {}, said),
        svg("rect", { class: "cooperation", x, y: BASE - low, width, height: low }),
        svg("rect", { class: "conflict", x, y: BASE - low - high, width, height: high }),
        labelled ? svg("text", { x: middle, y: BASE + 17, "text-anchor": "middle" }, barName(bar.at)) : null,
        total(bar) > 0 && (labelled || width > 34)
            ? svg(
                  "text",
                  { class: "value", x: middle, y: BASE - low - high - 5, "text-anchor": "middle" },
                  number(total(bar)),
              )
            : null,
    );
}

export function barChart(bars: readonly Bar[], title: string): SVGElement | null {
    if (bars.length === 0) return null;
    const slot = Math.min((WIDTH - 2 * EDGE) / bars.length, 90);
    const gap = Math.min(slot * 0.25, 10);
    const unit = (BASE - TOP) / Math.max(...bars.map(total), 1);
    const every = Math.ceil(bars.length / LABELS);
    const mirrored = currentLanguage() === "ar";
    const drawn = bars.map((bar, at) => {
        const x = mirrored ? WIDTH - EDGE - (at + 1) * slot : EDGE + at * slot;
        return drawBar(bar, { x: x + gap / 2, width: slot - gap, unit }, at % every === 0);
    });
    const attributes = {
        class: "bars",
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: "img",
        "aria-label": `${title}. ${t("table-beside")}`,
    };
    return svg(
        "svg",
        attributes,
        hatch(),
        svg("line", { class: "base", x1: 0, x2: WIDTH, y1: BASE, y2: BASE }),
        ...drawn,
    );
}
