// SPDX-License-Identifier: Apache-2.0
// The page's own words in both languages, days and numbers as the language writes them. Words of
// the records come from lang/interface, those of the page alone from web/labels.tsv.

import records from "../../lang/interface/labels.tsv";
import page from "../labels.tsv";
import { rowsOf } from "./tsv";

export type Language = "ar" | "en";

interface Label {
    readonly ar: string;
    readonly en: string;
}

const labels = new Map<string, Label>();
for (const source of [records, page])
    for (const { key = "", ar = "", en = "" } of rowsOf(source)) labels.set(key, { ar, en });

let language: Language = "ar";
let locale = "ar";

/** Making one of these costs more than using it a hundred times. */
interface Writers {
    readonly number: Intl.NumberFormat;
    readonly plural: Intl.PluralRules;
    readonly order: Intl.Collator;
    readonly days: Map<Fields, Intl.DateTimeFormat>;
}

let writers = writersOf(locale);

function writersOf(tag: string): Writers {
    return {
        number: new Intl.NumberFormat(tag),
        plural: new Intl.PluralRules(tag),
        order: new Intl.Collator(tag),
        days: new Map(),
    };
}

export function setLanguage(wanted: Language): void {
    language = wanted;
    const known = navigator.languages.find((tag) => tag.split("-")[0] === wanted);
    locale = known ?? (wanted === "ar" ? "ar" : "en-GB");
    writers = writersOf(locale);
    document.documentElement.lang = wanted;
    document.documentElement.dir = wanted === "ar" ? "rtl" : "ltr";
}

export function currentLanguage(): Language {
    return language;
}

/** The label of a key in the current language; {0}, {1} … are filled in. */
export function t(key: string, ...values: (string | number)[]): string {
    const text = labels.get(key)?.[language] ?? key;
    return text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ""));
}

export function known(key: string): boolean {
    return labels.has(key);
}

export function number(value: number | string): string {
    const parsed = Number(value);
    return Number.isFinite(parsed) ? writers.number.format(parsed) : String(value);
}

/** "3 articles" with the number's own plural: keys NOUN.one NOUN.two NOUN.few NOUN.many NOUN.other. */
export function counted(noun: string, value: number): string {
    const form = writers.plural.select(value);
    const key = labels.has(`${noun}.${form}`) ? `${noun}.${form}` : `${noun}.other`;
    return t(key, number(value));
}

type Fields = Intl.DateTimeFormatOptions;
const YEAR: Fields = { year: "numeric" };
const MONTH: Fields = { ...YEAR, month: "long" };
const DAY: Fields = { ...MONTH, day: "numeric" };
const WEEKDAY: Fields = { ...DAY, weekday: "long" };
const SHORT_MONTH: Fields = { month: "short", year: "2-digit" };
const SHORT_DAY: Fields = { day: "numeric", month: "short" };

function writerOf(fields: Fields): Intl.DateTimeFormat {
    let writer = writers.days.get(fields);
    if (!writer) {
        writer = new Intl.DateTimeFormat(locale, { ...fields, calendar: "gregory", timeZone: "UTC" });
        writers.days.set(fields, writer);
    }
    return writer;
}

function formatted(value: string, fields: Fields): string {
    const at = new Date(`${value}T00:00:00Z`);
    if (Number.isNaN(at.getTime())) return value;
    return writerOf(fields).format(at);
}

/** A day, month or year of TIMEX3, or as it stands where it is something else ("D-1"). */
export function day(value: string, long = false): string {
    const part = /^\d{4}(-\d{2}(-\d{2})?)?(?=$|T)/.exec(value)?.[0];
    if (!part) return value;
    if (part.length === 4) return formatted(`${part}-01-01`, YEAR);
    if (part.length === 7) return formatted(`${part}-01`, MONTH);
    return formatted(part, long ? WEEKDAY : DAY);
}

export function shortMonth(value: string): string {
    return formatted(`${value.slice(0, 7)}-01`, SHORT_MONTH);
}

export function shortDay(value: string): string {
    return formatted(value.slice(0, 10), SHORT_DAY);
}

function isMonthEnd(value: string): boolean {
    return new Date(Date.parse(`${value}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;
}

/** The year or month that a period is, "" for any other. */
function whole(from: string, until: string): string {
    if (!from.endsWith("-01") || from.slice(0, 4) !== until.slice(0, 4)) return "";
    if (from.endsWith("-01-01") && until.endsWith("-12-31")) return day(from.slice(0, 4));
    return from.slice(0, 7) === until.slice(0, 7) && isMonthEnd(until) ? day(from.slice(0, 7)) : "";
}

/** From–until, once where both are the same. */
export function period(from: string, until: string): string {
    if (!until || until === from) return day(from);
    const name = whole(from, until);
    if (name) return name;
    if (from.endsWith("-01-01") && until.endsWith("-12-31"))
        return `${day(from.slice(0, 4))} – ${day(until.slice(0, 4))}`;
    return from ? `${day(from)} – ${day(until)}` : day(until);
}

/** Names in the order of the alphabet of the language. */
export function compare(a: string, b: string): number {
    return writers.order.compare(a, b);
}
