// SPDX-License-Identifier: Apache-2.0
// Where the nodes of a network stand: all push each other away, ties pull, and everything is drawn
// to the middle. It starts from a circle in the order given, so the same network looks the same.

export interface Point {
    readonly x: number;
    readonly y: number;
}

export interface Tie {
    readonly from: number;
    readonly to: number;
    readonly weight: number;
}

const STEPS = 160;

/** Places and forces of all nodes: x and y of node n at 2n and 2n + 1. */
interface Field {
    readonly places: Float64Array;
    readonly forces: Float64Array;
    readonly width: number;
    readonly height: number;
    /** The length a tie would like to have. */
    readonly distance: number;
}

function circle(count: number, width: number, height: number): Float64Array {
    const places = new Float64Array(2 * count);
    for (let at = 0; at < count; at++) {
        const angle = (at / count) * 2 * Math.PI;
        places[2 * at] = width / 2 + (Math.cos(angle) * width) / 3;
        places[2 * at + 1] = height / 2 + (Math.sin(angle) * height) / 3;
    }
    return places;
}

function at(numbers: Float64Array, index: number): number {
    return numbers[index] as number;
}

/** Add a force to node a, and its opposite to node b. */
function act(forces: Float64Array, a: number, b: number, x: number, y: number): void {
    forces[a] = at(forces, a) + x;
    forces[a + 1] = at(forces, a + 1) + y;
    forces[b] = at(forces, b) - x;
    forces[b + 1] = at(forces, b + 1) - y;
}

function push({ places, forces, distance }: Field): void {
    for (let a = 0; a < places.length; a += 2)
        for (let b = a + 2; b < places.length; b += 2) {
            const x = at(places, a) - at(places, b);
            const y = at(places, a + 1) - at(places, b + 1);
            const strength = (distance * distance) / Math.max(x * x + y * y, 1);
            act(forces, a, b, x * strength, y * strength);
        }
}

function pull({ places, forces, distance }: Field, ties: readonly Tie[]): void {
    for (const { from, to, weight } of ties) {
        const x = at(places, 2 * to) - at(places, 2 * from);
        const y = at(places, 2 * to + 1) - at(places, 2 * from + 1);
        const strength = (Math.sqrt(x * x + y * y) / distance) * Math.min(1 + Math.log(weight), 3);
        act(forces, 2 * from, 2 * to, x * strength, y * strength);
    }
}

function clamp(value: number, low: number, high: number): number {
    return Math.min(Math.max(value, low), high);
}

/** Move every node by its force and towards the middle, no further than the heat allows. */
function move({ places, forces, width, height }: Field, heat: number): void {
    for (let node = 0; node < places.length; node += 2) {
        const [x, y] = [at(places, node), at(places, node + 1)];
        const right = at(forces, node) + (width / 2 - x) * 0.6;
        const down = at(forces, node + 1) + (height / 2 - y) * 0.9;
        const length = Math.sqrt(right * right + down * down) || 1;
        const stride = Math.min(length, heat) / length;
        places[node] = clamp(x + right * stride, 60, width - 60);
        places[node + 1] = clamp(y + down * stride, 20, height - 28);
    }
}

function rounded(value: number): number {
    return Math.round(value * 10) / 10;
}

export function layOut(count: number, ties: readonly Tie[], width: number, height: number): Point[] {
    const distance = 0.75 * Math.sqrt((width * height) / Math.max(count, 1));
    const places = circle(count, width, height);
    const field: Field = { places, forces: new Float64Array(2 * count), width, height, distance };
    for (let round = 0; round < STEPS; round++) {
        field.forces.fill(0);
        push(field);
        pull(field, ties);
        move(field, (width / 10) * (1 - round / STEPS) + 0.5);
    }
    return Array.from({ length: count }, (_, node) => ({
        x: rounded(at(places, 2 * node)),
        y: rounded(at(places, 2 * node + 1)),
    }));
}
