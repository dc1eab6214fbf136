// SPDX-License-Identifier: Apache-2.0
// Days as numbers and numbers as positions. In Arabic time runs from right to left.

import { currentLanguage } from "../base/language";

const DAY = 86_400_000;

/** Days since 1970, or NaN for what is no day. */
export function dayNumber(value = ""): number {
    const part = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
    return part ? Date.parse(`${part}T00:00:00Z`) / DAY : NaN;
}

export function dayText(number: number): string {
    return new Date(number * DAY).toISOString().slice(0, 10);
}

export interface Scale {
    readonly at: (value: number) => number;
}

/** From [first, last] to [margin, width - margin], mirrored in Arabic. */
export function timeScale(first: number, last: number, width: number, margin: number): Scale {
    const room = width - 2 * margin;
    const length = Math.max(last - first, 1);
    const mirrored = currentLanguage() === "ar";
    return {
        at: (value) => {
            const x = margin + ((value - first) / length) * room;
            return Math.round((mirrored ? width - x : x) * 10) / 10;
        },
    };
}

/** Days at even steps, for a line too short for months. */
export function dayTicks(first: number, last: number, most: number): string[] {
    const step = Math.max(Math.ceil((last - first) / most), 1);
    const ticks: string[] = [];
    for (let at = Math.ceil(first); at <= last; at += step) ticks.push(dayText(at));
    return ticks;
}

/** First days of months between two days, thinned to at most `most`. */
export function monthTicks(first: number, last: number, most: number): string[] {
    const ticks: string[] = [];
    const at = new Date(first * DAY);
    at.setUTCDate(1);
    for (; at.getTime() / DAY <= last && ticks.length < 1200; at.setUTCMonth(at.getUTCMonth() + 1))
        if (at.getTime() / DAY >= first) ticks.push(at.toISOString().slice(0, 10));
    const step = Math.ceil(ticks.length / most) || 1;
    return ticks.filter((_, index) => index % step === 0);
}
