// SPDX-License-Identifier: Apache-2.0
// The records of an article as one flat list: what kind, which words, what it says and why.

import { day, number, t } from "../base/language";
import type {
    ActorRecord,
    EventRecord,
    InstrumentRecord,
    Minutes,
    QuoteRecord,
    Span,
    TimeRecord,
} from "../base/minutes";
import { partyName } from "../base/names";

export const KINDS = [
    "event",
    "quote",
    "actor",
    "place",
    "time",
    "instrument",
    "clause",
    "condition",
    "expectation",
    "context",
    "source",
    "talks",
] as const;

export type Kind = (typeof KINDS)[number];

export interface Mark {
    readonly kind: Kind;
    readonly id: string;
    /** What it says, in a line. */
    readonly title: string;
    /** True where the title is words of the news. */
    readonly news: boolean;
    readonly status: string;
    readonly spans: readonly Span[];
    /** Label and value. */
    readonly says: readonly (readonly [string, string])[];
    readonly rules: readonly string[];
    readonly person: string;
}

interface Draft {
    readonly kind: Kind;
    readonly id?: string | undefined;
    readonly title: string;
    readonly news?: boolean;
    readonly status?: string | undefined;
    readonly spans: readonly (Span | undefined)[];
    readonly says?: readonly (readonly [string, string | undefined])[];
    readonly rules?: readonly (string | undefined)[];
    readonly person?: string;
}

function isSpan(span: Span | undefined): span is Span {
    return Array.isArray(span) && span[1] > span[0];
}

function mark(draft: Draft): Mark {
    const says = (draft.says ?? []).filter((pair): pair is readonly [string, string] => Boolean(pair[1]));
    return {
        kind: draft.kind,
        id: draft.id ?? "",
        title: draft.title,
        news: draft.news ?? false,
        status: draft.status ?? "",
        spans: draft.spans.filter(isSpan),
        says,
        rules: [...new Set((draft.rules ?? []).filter((rule): rule is string => Boolean(rule)))],
        person: draft.person ?? "",
    };
}

/** Looks ids of the article up. */
class Names {
    private readonly names = new Map<string, string>();

    constructor(minutes: Minutes) {
        for (const { id, name } of [...(minutes.actors ?? []), ...(minutes.places ?? [])])
            if (id) this.names.set(id, name);
        for (const time of minutes.times ?? []) if (time.id) this.names.set(time.id, timeValue(time));
    }

    one(id: string | undefined): string {
        return id ? (this.names.get(id) ?? id) : "";
    }

    all(ids: readonly string[] | undefined): string {
        return (ids ?? []).map((id) => this.one(id)).join(t("comma"));
    }
}

function timeValue(time: { value?: string; relative?: string }): string {
    const value = time.value ?? time.relative ?? "";
    return value.includes("/")
        ? value
              .split("/")
              .map((part) => day(part))
              .join(" – ")
        : day(value);
}

function actorMark(actor: ActorRecord): Mark {
    return mark({
        kind: "actor",
        id: actor.id,
        title: actor.name,
        news: true,
        spans: actor.mentions,
        says: [
            [t("kind"), t(actor.kind)],
            [t("office"), actor.office],
            [t("party"), actor.code && partyName(actor.code)],
            [t("sector"), actor.sector],
        ],
        rules: [actor.rule],
        person: actor.kind === "person" ? actor.name : "",
    });
}

function timeMark(time: TimeRecord): Mark {
    return mark({
        kind: "time",
        id: time.id,
        title: timeValue(time),
        spans: [time.span],
        says: [["TIMEX3", time.value ?? time.relative]],
        rules: [time.rule],
    });
}

function eventMark(event: EventRecord, names: Names): Mark {
    const modes = (event.mode ?? []).map((mode) => t(mode)).join(t("comma"));
    return mark({
        kind: "event",
        id: event.id,
        title: t(event.type),
        status: event.status,
        spans: [event.trigger, event.span],
        says: [
            [t("mode"), modes],
            [t("source"), names.all(event.source)],
            [t("target"), names.all(event.target)],
            [t("place"), names.one(event.place)],
            [t("when"), event.time && timeValue(event.time)],
            [t("confidence"), event.confidence === undefined ? "" : number(event.confidence)],
        ],
        rules: [event.rule, event.status_rule],
    });
}

function quoteMark(quote: QuoteRecord, names: Names): Mark {
    return mark({
        kind: "quote",
        id: quote.id,
        title: names.one(quote.speaker) || t("unknown"),
        news: Boolean(quote.speaker),
        spans: [quote.span, quote.cue],
        says: [
            [t("kind"), t(quote.kind)],
            [t("channel"), names.one(quote.channel)],
            [t("addressee"), names.one(quote.addressee)],
            [t("confidence"), quote.confidence === undefined ? "" : number(quote.confidence)],
        ],
        rules: [quote.rule],
    });
}

function instrumentMarks(text: InstrumentRecord): Mark[] {
    const own = mark({
        kind: "instrument",
        id: text.id,
        title: text.name,
        news: true,
        status: text.status,
        spans: [text.span, ...(text.mentions ?? [])],
        says: [[t("kind"), t(text.kind)]],
        rules: [text.rule],
    });
    const clauses =
        text.provisions ??
        (text.clauses ?? []).map((span) => ({ span, force: "", binds: "", rule: text.rule ?? "" }));
    return [
        own,
        ...clauses.map((clause) =>
            mark({
                kind: "clause",
                title: text.name,
                news: true,
                spans: [clause.span],
                says: [
                    [t("force"), clause.force && t(clause.force)],
                    [t("binds"), clause.binds && partyName(clause.binds)],
                ],
                rules: [clause.rule],
            }),
        ),
    ];
}

function outlookMarks(minutes: Minutes, names: Names): Mark[] {
    const conditions = (minutes.conditions ?? []).map((condition) =>
        mark({
            kind: "condition",
            id: condition.id,
            title: t("condition"),
            spans: [condition.if, condition.then],
            says: [[t("by"), names.one(condition.by)]],
            rules: [condition.rule],
        }),
    );
    const expectations = (minutes.expectations ?? []).map((expectation) =>
        mark({
            kind: "expectation",
            id: expectation.id,
            title: (expectation.negated ? `${t("not")} ` : "") + t(expectation.kind),
            spans: [expectation.span],
            says: [[t("holder"), names.one(expectation.holder) || t("writer")]],
            rules: [expectation.rule],
        }),
    );
    return [...conditions, ...expectations];
}

/** What came before what, what it stands against, and what pictures show. */
function contextMarks(minutes: Minutes, names: Names): Mark[] {
    const words = new Map((minutes.events ?? []).map((event) => [event.id, t(event.type)]));
    const event = (id: string): string => words.get(id) ?? id;
    const orders = (minutes.orders ?? []).map((order) =>
        mark({
            kind: "context",
            id: order.id,
            title: t("order"),
            spans: [order.span, order.cue],
            says: [
                [t("order-first"), event(order.first)],
                [t("order-then"), event(order.then)],
            ],
            rules: [order.rule],
        }),
    );
    const backgrounds = (minutes.backgrounds ?? []).map((background) =>
        mark({
            kind: "context",
            id: background.id,
            title: t("background"),
            spans: [background.span, background.cue],
            says: [[t("event"), event(background.event)]],
            rules: [background.rule],
        }),
    );
    const depictions = (minutes.depictions ?? []).map((depiction) =>
        mark({
            kind: "context",
            id: depiction.id,
            title: t("shows"),
            spans: [depiction.span, depiction.cue, depiction.medium],
            says: [[t("by"), names.one(depiction.by)]],
            rules: [depiction.rule],
        }),
    );
    return [...orders, ...backgrounds, ...depictions, ...publicationMarks(minutes, names)];
}

/** Which text or film was made public, by whom, when and where. */
function publicationMarks(minutes: Minutes, names: Names): Mark[] {
    const texts = new Map((minutes.instruments ?? []).map((text) => [text.id, text.name]));
    return (minutes.publications ?? []).map((made) =>
        mark({
            kind: "context",
            id: made.id,
            title: t("publication"),
            status: made.status,
            spans: [made.span, made.cue, made.through],
            says: [
                [t("by"), names.one(made.by)],
                [t("when"), made.time && timeValue(made.time)],
                [t("place"), names.one(made.place)],
                [t("channel"), names.one(made.channel)],
                [t("heading-instruments"), (made.instruments ?? []).map((id) => texts.get(id) ?? id).join(t("comma"))],
            ],
            rules: [made.rule],
        }),
    );
}

function chainMarks(minutes: Minutes): Mark[] {
    return (minutes.chain ?? []).map((link) =>
        mark({
            kind: "source",
            id: link.id,
            title: link.teller,
            news: true,
            spans: [link.span],
            says: [[t("channel"), link.channel]],
            rules: [link.rule],
        }),
    );
}

function talksMarks(minutes: Minutes, names: Names): Mark[] {
    return (minutes.talks ?? []).map((talks) =>
        mark({
            kind: "talks",
            id: talks.id,
            title: talks.parties.map(partyName).join(" – "),
            status: talks.status,
            spans: [
                ...(talks.delegations ?? []).map((delegation) => delegation.span),
                ...(talks.agenda ?? []),
            ],
            says: (talks.delegations ?? []).map(
                (delegation) =>
                    [
                        partyName(delegation.party),
                        [names.one(delegation.head), names.all(delegation.members)]
                            .filter(Boolean)
                            .join(t("comma")),
                    ] as const,
            ),
            rules: [talks.rule, ...(talks.delegations ?? []).map((delegation) => delegation.rule)],
        }),
    );
}

function begin(mark: Mark): number {
    return mark.spans[0]?.[0] ?? Infinity;
}

/** All records with words, in the order of the words. */
export function marksOf(minutes: Minutes): Mark[] {
    const names = new Names(minutes);
    const marks = [
        ...(minutes.events ?? []).map((event) => eventMark(event, names)),
        ...(minutes.quotes ?? []).map((quote) => quoteMark(quote, names)),
        ...(minutes.actors ?? []).map(actorMark),
        ...(minutes.places ?? []).map((place) =>
            mark({
                kind: "place",
                id: place.id,
                title: place.name,
                news: true,
                spans: place.mentions,
                says: [[t("country"), place.country && partyName(place.country)]],
                rules: [place.rule],
            }),
        ),
        ...(minutes.times ?? []).map(timeMark),
        ...(minutes.instruments ?? []).flatMap(instrumentMarks),
        ...outlookMarks(minutes, names),
        ...contextMarks(minutes, names),
        ...chainMarks(minutes),
        ...talksMarks(minutes, names),
    ];
    return marks.filter((item) => item.spans.length > 0).sort((a, b) => begin(a) - begin(b));
}

/** The records whose words hold a code point, the innermost first. */
export function marksAt(marks: readonly Mark[], point: number): Mark[] {
    const holds = ([from, to]: Span): boolean => from <= point && point < to;
    const size = (item: Mark): number => Math.min(...item.spans.filter(holds).map(([from, to]) => to - from));
    return marks.filter((item) => item.spans.some(holds)).sort((a, b) => size(a) - size(b));
}

/** The records whose words lie in a span or hold it, the closest in length first. */
export function marksIn(marks: readonly Mark[], from: number, to: number): Mark[] {
    const fits = ([first, last]: Span): boolean =>
        (first >= from && last <= to) || (first <= from && last >= to);
    const distance = ([first, last]: Span): number => Math.abs(first - from) + Math.abs(last - to);
    const closest = (item: Mark): number => Math.min(...item.spans.filter(fits).map(distance));
    return marks.filter((item) => item.spans.some(fits)).sort((a, b) => closest(a) - closest(b));
}
