// SPDX-License-Identifier: Apache-2.0
// Where the nodes of a network stand: all push each other away, ties pull, and everything is drawn
// to the middle. It starts from a circle in the order given, so the same network looks the same.

export interface Point {
    x: number;
    y: number;
}

export interface Tie {
    readonly from: number;
    readonly to: number;
    readonly weight: number;
}

const STEPS = 240;

function circle(count: number, width: number, height: number): Point[] {
    return Array.from({ length: count }, (_, at) => {
        const angle = (at / count) * 2 * Math.PI;
        return {
            x: width / 2 + (Math.cos(angle) * width) / 3,
            y: height / 2 + (Math.sin(angle) * height) / 3,
        };
    });
}

function push(points: readonly Point[], forces: readonly Point[], distance: number): void {
    points.forEach((point, at) => {
        for (let other = at + 1; other < points.length; other++) {
            const with_ = points[other] as Point;
            const [dx, dy] = [point.x - with_.x, point.y - with_.y];
            const square = Math.max(dx * dx + dy * dy, 1);
            const strength = (distance * distance) / square;
            move(forces[at] as Point, dx * strength, dy * strength);
            move(forces[other] as Point, -dx * strength, -dy * strength);
        }
    });
}

function pull(
    points: readonly Point[],
    forces: readonly Point[],
    ties: readonly Tie[],
    distance: number,
): void {
    for (const { from, to, weight } of ties) {
        const [a, b] = [points[from] as Point, points[to] as Point];
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const strength = (Math.hypot(dx, dy) / distance) * Math.min(1 + Math.log(weight), 3);
        move(forces[from] as Point, dx * strength, dy * strength);
        move(forces[to] as Point, -dx * strength, -dy * strength);
    }
}

function move(point: Point, dx: number, dy: number): void {
    point.x += dx;
    point.y += dy;
}

function clamp(value: number, low: number, high: number): number {
    return Math.min(Math.max(value, low), high);
}

function step(points: Point[], forces: Point[], heat: number, width: number, height: number): void {
    points.forEach((point, at) => {
        const force = forces[at] as Point;
        force.x += (width / 2 - point.x) * 0.6;
        force.y += (height / 2 - point.y) * 0.9;
        const length = Math.hypot(force.x, force.y) || 1;
        const stride = Math.min(length, heat) / length;
        point.x = clamp(point.x + force.x * stride, 60, width - 60);
        point.y = clamp(point.y + force.y * stride, 20, height - 28);
    });
}

export function layOut(count: number, ties: readonly Tie[], width: number, height: number): Point[] {
    const points = circle(count, width, height);
    const distance = 0.75 * Math.sqrt((width * height) / Math.max(count, 1));
    for (let round = 0; round < STEPS; round++) {
        const forces = points.map(() => ({ x: 0, y: 0 }));
        push(points, forces, distance);
        pull(points, forces, ties, distance);
        step(points, forces, (width / 10) * (1 - round / STEPS) + 0.5, width, height);
    }
    return points.map(({ x, y }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }));
}
