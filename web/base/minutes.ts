// SPDX-License-Identifier: Apache-2.0
// The minutes of one article as docs/formats/minutes.md describes them; what the page reads of them.

/** The types of events. */
export const COOPERATION: readonly string[] = [
    "CONSULT",
    "AGREE",
    "SUPPORT",
    "COOPERATE",
    "CONCEDE",
    "AID",
    "RETREAT",
];
export const CONFLICT: readonly string[] = [
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
];

export type Span = readonly [number, number];

interface Ruled {
    readonly id?: string;
    readonly rule?: string;
}

export interface TimeRecord extends Ruled {
    readonly span: Span;
    readonly type: string;
    readonly value?: string;
    readonly relative?: string;
}

export interface ActorRecord extends Ruled {
    readonly name: string;
    readonly kind: string;
    readonly code?: string;
    readonly sector?: string;
    readonly office?: string;
    readonly former?: boolean;
    readonly mentions: readonly Span[];
}

export interface PlaceRecord extends Ruled {
    readonly name: string;
    readonly country?: string;
    readonly mentions: readonly Span[];
}

export interface EventRecord extends Ruled {
    readonly type: string;
    readonly mode?: readonly string[];
    readonly status: string;
    readonly trigger: Span;
    readonly span: Span;
    readonly source?: readonly string[];
    readonly target?: readonly string[];
    readonly place?: string;
    readonly time?: { readonly value?: string; readonly relative?: string };
    readonly status_rule?: string;
    readonly confidence?: number;
}

export interface QuoteRecord extends Ruled {
    readonly span: Span;
    readonly kind: string;
    readonly cue?: Span;
    readonly speaker?: string;
    readonly channel?: string;
    readonly addressee?: string;
    readonly confidence?: number;
}

export interface InstrumentRecord extends Ruled {
    readonly span: Span;
    readonly name: string;
    readonly kind: string;
    readonly status?: string;
    readonly mentions?: readonly Span[];
    readonly clauses?: readonly Span[];
    readonly provisions?: readonly (Ruled & {
        readonly span: Span;
        readonly force?: string;
        readonly binds?: string;
    })[];
}

export interface ConditionRecord extends Ruled {
    readonly if: Span;
    readonly then: Span;
    readonly by?: string;
}

export interface ExpectationRecord extends Ruled {
    readonly span: Span;
    readonly kind: string;
    readonly negated?: boolean;
    readonly holder?: string;
}

export interface OrderRecord extends Ruled {
    readonly first: string;
    readonly then: string;
    readonly span: Span;
    readonly cue: Span;
}

export interface BackgroundRecord extends Ruled {
    readonly span: Span;
    readonly cue: Span;
    readonly event: string;
}

export interface DepictionRecord extends Ruled {
    readonly span: Span;
    readonly cue: Span;
    readonly medium: Span;
    readonly by?: string;
}

export interface PublicationRecord extends Ruled {
    readonly span: Span;
    readonly cue: Span;
    readonly status: string;
    readonly by?: string;
    readonly channel?: string;
    readonly through?: Span;
    readonly time?: { readonly value?: string; readonly relative?: string };
    readonly place?: string;
    readonly instruments?: readonly string[];
}

export interface LinkRecord extends Ruled {
    readonly teller: string;
    readonly channel: string;
    readonly span?: Span;
}

export interface TalksRecord extends Ruled {
    readonly parties: readonly string[];
    readonly status?: string;
    readonly delegations?: readonly (Ruled & {
        readonly party: string;
        readonly head?: string;
        readonly members?: readonly string[];
        readonly span?: Span;
    })[];
    readonly agenda?: readonly Span[];
}

export interface Minutes {
    readonly doc: {
        readonly id?: string;
        readonly date?: string;
        readonly title?: string;
        readonly source?: string;
        readonly url?: string;
    };
    readonly title?: string;
    readonly text?: string;
    readonly times?: readonly TimeRecord[];
    readonly actors?: readonly ActorRecord[];
    readonly places?: readonly PlaceRecord[];
    readonly events?: readonly EventRecord[];
    readonly quotes?: readonly QuoteRecord[];
    readonly instruments?: readonly InstrumentRecord[];
    readonly conditions?: readonly ConditionRecord[];
    readonly expectations?: readonly ExpectationRecord[];
    readonly orders?: readonly OrderRecord[];
    readonly backgrounds?: readonly BackgroundRecord[];
    readonly depictions?: readonly DepictionRecord[];
    readonly publications?: readonly PublicationRecord[];
    readonly chain?: readonly LinkRecord[];
    readonly talks?: readonly TalksRecord[];
}
