// SPDX-License-Identifier: Apache-2.0
// Which painted layer each record belongs to. A quotation inside another one, or a clause inside a
// clause, goes to a second layer, so that both stay visible.

import { paint } from "./highlight";
import { Paragraph, rangeOf } from "./points";
import type { Kind, Mark } from "./records";
import type { Span } from "../base/minutes";

const NESTING: ReadonlySet<Kind> = new Set(["quote", "clause", "instrument", "condition"]);
const UNPAINTED: ReadonlySet<Kind> = new Set(["source", "talks"]);

export const LAYERS = [
    "rec-quote-1",
    "rec-quote-2",
    "rec-clause-1",
    "rec-clause-2",
    "rec-instrument-1",
    "rec-instrument-2",
    "rec-condition-1",
    "rec-condition-2",
    "rec-expectation",
    "rec-context",
    "rec-actor",
    "rec-place",
    "rec-time",
    "rec-event-occurred",
    "rec-event-planned",
    "rec-event-possible",
    "rec-event-negated",
] as const;

/** The spans to paint: of an event only the word that tells it, of a quotation the words said. */
function painted(mark: Mark): readonly Span[] {
    return mark.kind === "event" || mark.kind === "quote" ? mark.spans.slice(0, 1) : mark.spans;
}

interface Painted {
    readonly span: Span;
    readonly layer: string;
}

function byPlace(a: Painted, b: Painted): number {
    return a.span[0] - b.span[0] || b.span[1] - a.span[1];
}

/** Spans of one kind; those inside an earlier one of them go to the second layer. */
function nested(kind: Kind, spans: readonly Painted[]): Painted[] {
    let reach = -1;
    return [...spans].sort(byPlace).map(({ span }) => {
        const inside = span[1] <= reach;
        reach = Math.max(reach, span[1]);
        return { span, layer: `rec-${kind}-${inside ? 2 : 1}` };
    });
}

function paintedOf(kind: Kind, marks: readonly Mark[]): Painted[] {
    const mine = marks.filter((mark) => mark.kind === kind);
    const layer = (mark: Mark): string => (kind === "event" ? `rec-event-${mark.status}` : `rec-${kind}`);
    const all = mine.flatMap((mark) => painted(mark).map((span) => ({ span, layer: layer(mark) })));
    return NESTING.has(kind) ? nested(kind, all) : all;
}

/** Paint all records of the kinds wanted. */
export function paintRecords(
    paragraphs: readonly Paragraph[],
    marks: readonly Mark[],
    wanted: ReadonlySet<Kind>,
): void {
    const layers = new Map<string, Range[]>(LAYERS.map((name) => [name, []]));
    for (const kind of wanted) {
        if (UNPAINTED.has(kind)) continue;
        for (const { span, layer } of paintedOf(kind, marks)) {
            const range = rangeOf(paragraphs, span[0], span[1]);
            if (range) layers.get(layer)?.push(range);
        }
    }
    for (const [name, ranges] of layers) paint(name, ranges);
}
