// SPDX-License-Identifier: Apache-2.0
// Rounds of a negotiation on a line of time: done, planned, possible and called off each with its
// own shape. The list beside it says the same in words.

import type { Row } from "../base/api";
import { h, svg } from "../base/dom";
import { shortDay, shortMonth, t } from "../base/language";
import { href, spanOf } from "../base/parts";
import { Scale, dayNumber, dayText, dayTicks, monthTicks, timeScale } from "./scale";

const WIDTH = 960;
const MARGIN = 70;
const LANE = 42;
const AXIS = 34;
const ROOM = 118;

interface Round {
    readonly row: Row;
    readonly from: number;
    readonly until: number;
    lane: number;
}

function roundsOf(rows: readonly Row[]): Round[] {
    return rows
        .map((row) => ({ row, from: dayNumber(row.day), until: dayNumber(row.until), lane: 0 }))
        .filter((round) => !Number.isNaN(round.from))
        .map((round) => ({ ...round, until: Number.isNaN(round.until) ? round.from : round.until }))
        .sort((a, b) => a.from - b.from);
}

/** Each round in the first lane where its label has room; the number of lanes. */
function layLanes(rounds: readonly Round[], scale: Scale): number {
    const ends: number[] = [];
    for (const round of rounds) {
        const x = scale.at(round.from);
        let lane = ends.findIndex((end) => Math.abs(end - x) >= ROOM);
        if (lane < 0) lane = ends.length;
        ends[lane] = x;
        round.lane = lane;
    }
    return Math.max(ends.length, 1);
}

function shapeOf(status: string, x: number, y: number): SVGElement {
    if (status === "planned") return svg("path", { d: `M${x} ${y - 8}l8 8-8 8-8-8Z` });
    if (status === "negated" || status === "failed")
        return svg("path", { d: `M${x - 6} ${y - 6}l12 12M${x + 6} ${y - 6}l-12 12` });
    return svg("circle", { cx: x, cy: y, r: 7 });
}

function labelOf(row: Row): string {
    return [t(row.status ?? ""), shortDay(row.day ?? ""), row.place].filter(Boolean).join(" · ");
}

function drawRound(round: Round, scale: Scale): SVGElement {
    const { row, from, until, lane } = round;
    const x = scale.at(from);
    const y = AXIS + 26 + lane * LANE;
    const span =
        until > from ? svg("line", { class: "span", x1: x, x2: scale.at(until), y1: y, y2: y }) : null;
    const parts = [
        svg("title", {}, labelOf(row)),
        svg("line", { class: "stem", x1: x, x2: x, y1: AXIS, y2: y - 8 }),
        span,
        shapeOf(row.status ?? "", x, y),
        svg("text", { x, y: y + 20, "text-anchor": "middle" }, labelText(row)),
    ];
    return svg(
        "a",
        {
            class: `round status-${row.status}`,
            href: href("article", spanOf(row)),
            "aria-label": labelOf(row),
        },
        ...parts,
    );
}

function labelText(row: Row): string {
    const place = row.place ? ` ${row.place}` : "";
    return shortDay(row.day ?? "") + (place.length > 14 ? `${place.slice(0, 13)}…` : place);
}

function drawAxis(first: number, last: number, scale: Scale): SVGElement {
    const months = monthTicks(first, last, 10);
    const isShort = months.length < 2;
    const name = isShort ? shortDay : shortMonth;
    const ticks = (isShort ? dayTicks(first, last, 8) : months).map((tick) => {
        const x = scale.at(dayNumber(tick));
        return svg(
            "g",
            {},
            svg("line", { x1: x, x2: x, y1: AXIS - 5, y2: AXIS }),
            svg("text", { x, y: AXIS - 11, "text-anchor": "middle" }, name(tick)),
        );
    });
    return svg(
        "g",
        { class: "axis", "aria-hidden": "true" },
        svg("line", { x1: 8, x2: WIDTH - 8, y1: AXIS, y2: AXIS }),
        ...ticks,
    );
}

/** Where the reports end: what lies behind it was still to come. */
function drawLast(last: string, scale: Scale, height: number): SVGElement | null {
    const at = dayNumber(last);
    if (Number.isNaN(at)) return null;
    const x = scale.at(at);
    return svg(
        "g",
        { class: "last" },
        svg("line", { x1: x, x2: x, y1: AXIS, y2: height - 22 }),
        svg(
            "text",
            { x, y: height - 8, "text-anchor": "middle" },
            `${t("last-report")} ${shortDay(dayText(at))}`,
        ),
    );
}

/** The line of time, or null where no round has a day. */
export function timeLine(rows: readonly Row[], last: string, title: string): HTMLElement | null {
    const rounds = roundsOf(rows);
    const firstRound = rounds[0];
    if (!firstRound) return null;
    const known = [...rounds.map((round) => round.until), dayNumber(last)].filter((at) => !Number.isNaN(at));
    const [first, end] = [Math.min(firstRound.from, ...known) - 3, Math.max(...known) + 3];
    const scale = timeScale(first, end, WIDTH, MARGIN);
    const height = AXIS + 34 + layLanes(rounds, scale) * LANE + 24;
    const drawing = svg(
        "svg",
        { class: "timeline", viewBox: `0 0 ${WIDTH} ${height}`, role: "group", "aria-label": title },
        drawAxis(first, end, scale),
        drawLast(last, scale, height),
        ...rounds.map((round) => drawRound(round, scale)),
    );
    return h("div", { class: "drawing scroll", tabindex: 0, role: "region", "aria-label": title }, drawing);
}
