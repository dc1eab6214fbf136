// SPDX-License-Identifier: Apache-2.0
// Who met whom, as a drawing: the broader a line, the more meetings. The table beside it says the
// same, and says all of it where the drawing has room for the busiest only.

import type { Row } from "../base/api";
import { svg } from "../base/dom";
import { number, t } from "../base/language";
import { isParty, partyName } from "../base/names";
import { Point, Tie, layOut } from "./force";

const WIDTH = 720;
const HEIGHT = 440;
const NODES = 30;

interface Node {
    readonly name: string;
    readonly code: string;
    meetings: number;
}

function nodesOf(rows: readonly Row[]): Node[] {
    const nodes = new Map<string, Node>();
    const count = (name: string, code: string, meetings: number): void => {
        const node = nodes.get(name) ?? { name, code, meetings: 0 };
        node.meetings += meetings;
        nodes.set(name, node);
    };
    for (const row of rows) {
        const meetings = Number(row.meetings) || 1;
        count(row.a ?? "", row.a_code ?? "", meetings);
        count(row.b ?? "", row.b_code ?? "", meetings);
    }
    const order = (a: Node, b: Node): number => b.meetings - a.meetings || (a.name < b.name ? -1 : 1);
    const busiest = [...nodes.values()].sort(order).slice(0, NODES);
    return busiest.sort((a, b) => (a.code + a.name < b.code + b.name ? -1 : 1));
}

function tiesOf(rows: readonly Row[], nodes: readonly Node[]): Tie[] {
    const index = new Map(nodes.map((node, at) => [node.name, at]));
    const ties: Tie[] = [];
    for (const row of rows) {
        const from = index.get(row.a ?? "");
        const to = index.get(row.b ?? "");
        if (from !== undefined && to !== undefined && from !== to)
            ties.push({ from, to, weight: Number(row.meetings) || 1 });
    }
    return ties;
}

function drawTie(tie: Tie, points: readonly Point[]): SVGElement {
    const [a, b] = [points[tie.from] as Point, points[tie.to] as Point];
    const width = Math.min(1 + Math.sqrt(tie.weight), 8);
    return svg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, "stroke-width": width.toFixed(1) });
}

function shortened(name: string): string {
    return name.length > 26 ? `${name.slice(0, 25)}…` : name;
}

/** What a node is called: a party in the page's language, a person as in the news. */
export function nodeName(name: string, code: string): string {
    return isParty(name, code) ? partyName(code) : name;
}

function drawNode(node: Node, point: Point): SVGElement {
    const name = nodeName(node.name, node.code);
    const radius = Math.min(5 + Math.sqrt(node.meetings) * 1.4, 15);
    return svg(
        "g",
        {},
        svg("title", {}, [name, node.code, number(node.meetings)].filter(Boolean).join(" · ")),
        svg("circle", { cx: point.x, cy: point.y, r: radius.toFixed(1) }),
        svg(
            "text",
            { x: point.x, y: (point.y + radius + 13).toFixed(1), "text-anchor": "middle" },
            shortened(name),
        ),
    );
}

/** The network, or null where nobody met. */
export function network(rows: readonly Row[], title: string): SVGElement | null {
    const nodes = nodesOf(rows);
    if (nodes.length < 2) return null;
    const ties = tiesOf(rows, nodes);
    const points = layOut(nodes.length, ties, WIDTH, HEIGHT);
    return svg(
        "svg",
        {
            class: "network",
            viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
            role: "img",
            "aria-label": `${title}. ${t("table-beside")}`,
        },
        svg("g", { class: "ties" }, ...ties.map((tie) => drawTie(tie, points))),
        svg("g", { class: "nodes" }, ...nodes.map((node, at) => drawNode(node, points[at] as Point))),
    );
}
