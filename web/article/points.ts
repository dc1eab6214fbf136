// SPDX-License-Identifier: Apache-2.0
// Between code points of an article, in which records are counted, and places in its paragraphs on
// the page. A paragraph is one text node, so that no letter is ever cut from its neighbour.
//
//     code points   0 ........ 40 | 41 ............ 120 | 121 …
//     paragraphs    title           first               second

import { h, shown } from "../base/dom";

export interface Paragraph {
    readonly element: HTMLElement;
    readonly node: Text;
    /** First code point, and the one behind the last. */
    readonly begin: number;
    readonly end: number;
    /** UTF-16 offsets of code points; null where both counts are the same. */
    readonly offsets: Uint32Array | null;
}

const ASTRAL = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;

function offsetsOf(text: string): Uint32Array | null {
    if (!ASTRAL.test(text)) return null;
    const offsets: number[] = [];
    let at = 0;
    for (const letter of text) {
        offsets.push(at);
        at += letter.length;
    }
    offsets.push(at);
    return Uint32Array.from(offsets);
}

/** The paragraphs of an article: its title first, if it has one. */
export function paragraphsOf(title: string, text: string): Paragraph[] {
    let begin = 0;
    const lines = (title ? `${title}\n${text}` : text).split("\n");
    return lines.map((line, at) => {
        const offsets = offsetsOf(line);
        const length = offsets ? offsets.length - 1 : line.length;
        const node = document.createTextNode(shown(line));
        const element = h(title && at === 0 ? "h1" : "p", { dir: "auto" }, node);
        const paragraph = { element, node, begin, end: begin + length, offsets };
        begin += length + 1;
        return paragraph;
    });
}

function offsetIn(paragraph: Paragraph, point: number): number {
    const at = Math.min(Math.max(point, paragraph.begin), paragraph.end) - paragraph.begin;
    return paragraph.offsets ? (paragraph.offsets[at] ?? 0) : at;
}

/** The paragraph that holds a code point. */
function paragraphAt(paragraphs: readonly Paragraph[], point: number): Paragraph | undefined {
    let [low, high] = [0, paragraphs.length - 1];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((paragraphs[middle] as Paragraph).end < point) low = middle + 1;
        else high = middle;
    }
    return paragraphs[low];
}

export function rangeOf(paragraphs: readonly Paragraph[], begin: number, end: number): Range | null {
    const first = paragraphAt(paragraphs, begin);
    const last = paragraphAt(paragraphs, Math.max(end - 1, begin));
    if (!first || !last || !(begin >= 0) || !(end > begin)) return null;
    const range = document.createRange();
    range.setStart(first.node, offsetIn(first, begin));
    range.setEnd(last.node, offsetIn(last, end));
    return range;
}

function pointIn(paragraph: Paragraph, offset: number): number {
    if (!paragraph.offsets) return paragraph.begin + offset;
    const at = paragraph.offsets.findIndex((value) => value >= offset);
    return paragraph.begin + (at < 0 ? paragraph.offsets.length - 1 : at);
}

/** The code point under a place of the screen, or -1. */
export function pointUnder(paragraphs: readonly Paragraph[], x: number, y: number): number {
    const caret = document.caretPositionFromPoint?.(x, y);
    const range = caret ? null : document.caretRangeFromPoint?.(x, y);
    const node = caret?.offsetNode ?? range?.startContainer;
    const paragraph = paragraphs.find((candidate) => candidate.node === node);
    return paragraph ? pointIn(paragraph, caret?.offset ?? range?.startOffset ?? 0) : -1;
}
