// SPDX-License-Identifier: Apache-2.0
// Places on an equirectangular map, cut to where they are. The table beside it says the same.

import type { Line, Row } from "../base/api";
import { svg } from "../base/dom";
import { number, t } from "../base/language";

const WIDTH = 720;
const HEIGHT = 400;
const LABELS = 40;

interface Frame {
    readonly west: number;
    readonly north: number;
    /** Units of the drawing for a degree. */
    readonly unit: number;
    readonly squeeze: number;
}

interface Spot {
    readonly name: string;
    readonly events: number;
    readonly x: number;
    readonly y: number;
}

interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
}

function located(rows: readonly Row[]): Row[] {
    return rows.filter((row) => row.latitude && row.longitude);
}

/** A frame of the drawing's shape around all places, never closer than twelve degrees. */
function frameOf(rows: readonly Row[]): Frame {
    const latitudes = rows.map((row) => Number(row.latitude));
    const longitudes = rows.map((row) => Number(row.longitude));
    const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
    const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
    const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
    const tall = Math.max((north - south) * 1.4, 12);
    const wide = Math.max((east - west) * 1.4, 12) * squeeze;
    const unit = Math.min(HEIGHT / tall, WIDTH / wide);
    const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 };
    return {
        west: middle.longitude - WIDTH / unit / squeeze / 2,
        north: middle.latitude + HEIGHT / unit / 2,
        unit,
        squeeze,
    };
}

function xOf(frame: Frame, longitude: number): number {
    return Math.round((longitude - frame.west) * frame.unit * frame.squeeze * 10) / 10;
}

function yOf(frame: Frame, latitude: number): number {
    return Math.round((frame.north - latitude) * frame.unit * 10) / 10;
}

function isNear(x: number, y: number): boolean {
    return x > -200 && x < WIDTH + 200 && y > -200 && y < HEIGHT + 200;
}

/** The line as a path, only its stretches near the frame. */
function pathOf(line: Line, frame: Frame): string {
    let path = "";
    let drawing = false;
    for (const [longitude, latitude] of line) {
        const [x, y] = [xOf(frame, longitude), yOf(frame, latitude)];
        const near = isNear(x, y);
        if (near) path += `${drawing ? "L" : "M"}${x} ${y}`;
        drawing = near;
    }
    return path;
}

function graticule(frame: Frame): string {
    const step = [1, 2, 5, 10, 20, 30].find((degrees) => degrees * frame.unit > 60) ?? 30;
    let path = "";
    for (let longitude = -180; longitude <= 180; longitude += step) {
        const x = xOf(frame, longitude);
        if (x > 0 && x < WIDTH) path += `M${x} 0V${HEIGHT}`;
    }
    for (let latitude = -90; latitude <= 90; latitude += step) {
        const y = yOf(frame, latitude);
        if (y > 0 && y < HEIGHT) path += `M0 ${y}H${WIDTH}`;
    }
    return path;
}

function boxOf(spot: Spot, above: boolean): Box {
    const half = spot.name.length * 3.6 + 3;
    const top = above ? spot.y - 24 : spot.y + 7;
    return { left: spot.x - half, right: spot.x + half, top, bottom: top + 16 };
}

function overlap(a: Box, b: Box): boolean {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The label where it covers no other one; none where there is no room. */
function label(spot: Spot, taken: Box[]): SVGElement | null {
    for (const above of [true, false]) {
        const box = boxOf(spot, above);
        if (taken.some((other) => overlap(other, box))) continue;
        taken.push(box);
        return svg("text", { x: spot.x, y: box.top + 12, "text-anchor": "middle" }, spot.name);
    }
    return null;
}

function spotOf(row: Row, frame: Frame): Spot {
    const [x, y] = [xOf(frame, Number(row.longitude)), yOf(frame, Number(row.latitude))];
    return { name: row.place ?? "", events: Number(row.events ?? 1) || 1, x, y };
}

function drawSpot(spot: Spot, taken: Box[], labelled: boolean): SVGElement {
    const radius = Math.min(4 + Math.sqrt(spot.events) * 1.5, 16);
    return svg(
        "g",
        { class: "spot" },
        svg("title", {}, `${spot.name} · ${number(spot.events)}`),
        svg("circle", { cx: spot.x, cy: spot.y, r: radius }),
        labelled ? label(spot, taken) : null,
    );
}

/** The map, or null where no place has coordinates. */
export function placeMap(rows: readonly Row[], coast: readonly Line[], title: string): SVGElement | null {
    const places = located(rows);
    if (places.length === 0) return null;
    const frame = frameOf(places);
    const spots = places.map((row) => spotOf(row, frame)).sort((a, b) => b.events - a.events);
    const taken: Box[] = [];
    return svg(
        "svg",
        {
            class: "map",
            viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
            role: "img",
            "aria-label": `${title}. ${t("table-beside")}`,
        },
        svg("path", { class: "graticule", d: graticule(frame) }),
        svg("path", { class: "coast", d: coast.map((line) => pathOf(line, frame)).join("") }),
        ...spots.map((spot, at) => drawSpot(spot, taken, at < LABELS)),
    );
}
