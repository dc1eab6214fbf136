/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the article states, as the records of docs/formats/minutes.md.
 * Input:  Clauses (and all behind it).   Output: Records.
 * All spans are bytes of text->bytes; actors, times, places are indexes into Mentions.
 */
#ifndef MAHDAR_RECORD_RECORD_H
#define MAHDAR_RECORD_RECORD_H

#include "clause/clause.h"

typedef VECTOR(uint32_t) Indexes;
typedef VECTOR(Span) Spans;
typedef VECTOR(const char *) Codes;

typedef enum EventType {
    EVENT_AGREE,
    EVENT_CONSULT,
    EVENT_SUPPORT,
    EVENT_CONCEDE,
    EVENT_COOPERATE,
    EVENT_AID,
    EVENT_RETREAT,
    EVENT_REQUEST,
    EVENT_ACCUSE,
    EVENT_REJECT,
    EVENT_THREATEN,
    EVENT_PROTEST,
    EVENT_SANCTION,
    EVENT_MOBILIZE,
    EVENT_COERCE,
    EVENT_ASSAULT,
    EVENT_TYPE_COUNT
} EventType;

/** The type with this name; EVENT_TYPE_COUNT: none has it. */
uint8_t event_type_named(const char *name);

typedef struct Event {
    uint8_t type;                       /* EventType */
    uint8_t status;                     /* ClauseStatus */
    const char *mode;                   /* space-separated PLOVER modes, "" without */
    Span trigger;                       /* of the best mention */
    Span span;                          /* its clause */
    uint32_t clause;                    /* of the best mention */
    uint32_t first;                     /* token of the trigger */
    Indexes mentions;                   /* clauses of all mentions, the best first */
    Indexes source, target;             /* actors */
    uint32_t place;                     /* or NONE */
    uint32_t time;                      /* or NONE */
    const char *place_rule, *time_rule; /* how they were found; of no meaning without them */
    Spans agenda;
    uint32_t quote;      /* the quote it is told in, or NONE */
    Indexes attribution; /* actors, origin first */
    float confidence;
    bool again;     /* another one than before: جولة ثانية */
    bool points_to; /* its words name a party, or point back at one told before: المحادثات */
    Rule rule;
} Event;

typedef enum QuoteKind { QUOTE_DIRECT, QUOTE_INDIRECT } QuoteKind;

typedef struct Quote {
    Span span;           /* the speech, without marks and without إن */
    Span cue;            /* the word that reports it; {0,0} where layout alone does */
    uint32_t first, end; /* tokens of span */
    uint8_t kind;        /* QuoteKind */
    uint32_t speaker, channel, addressee; /* actors, or NONE */
    uint32_t time;                        /* when it was said, or NONE */
    Span occasion;                        /* where it was said (مقابلة مع …), or {0,0} */
    uint32_t inside;                      /* the indirect quote that holds this one, or NONE */
    float confidence;
    Rule rule;
} Quote;

/** Below it, who spoke is a guess: the words are kept and no speaker is shown. Of direct quotes
 *  with a speaker 95 of 100 are right above it (docs/accuracy.md). */
static const float QUOTE_SPEAKER_LEAST = 0.65F;

/** The speaker that is shown: an actor, or NONE. */
static inline uint32_t quote_shown_speaker(const Quote *quote) {
    return quote->confidence < QUOTE_SPEAKER_LEAST ? (uint32_t)NONE : quote->speaker;
}

typedef struct Condition {
    Span antecedent, consequent; /* "if" and "then", without the conjunction */
    uint32_t by;                 /* actor whose commitment it is, or NONE */
    uint32_t event;              /* the consequent's event, or NONE */
    Rule rule;
} Condition;

typedef enum ExpectationKind { EXPECTS, HOPES, FEARS, DOUBTS } ExpectationKind;

typedef struct Expectation {
    Span span, cue;
    uint8_t kind; /* ExpectationKind */
    bool negated;
    uint32_t holder; /* actor, or NONE: the writer's own */
    Rule rule;
} Expectation;

typedef enum ProvisionForce {
    FORCE_REQUIRES,
    FORCE_FORBIDS,   /* عدم نشر صواريخ */
    FORCE_RENOUNCES, /* تخلي الحلف عن توسعه */
} ProvisionForce;

typedef struct Provision {
    Span span;
    uint8_t force;     /* ProvisionForce */
    const char *binds; /* code of the party that is named to do it, or NULL */
} Provision;

typedef struct Instrument {
    const char *name;
    const char *kind;   /* treaty agreement draft resolution statement letter plan */
    const char *status; /* draft proposed signed ratified rejected terminated, or NULL */
    Span span;          /* of its fullest mention */
    bool known;         /* that mention is definite and tells more than الاتفاق */
    Spans mentions;
    Codes parties;
    uint32_t time;                /* or NONE */
    Spans clauses;                /* its provisions as the article words them */
    VECTOR(Provision) provisions; /* the same, read */
    Rule rule;
} Instrument;

/** One link of the chain of who told it: [teller, channel] as the article names them. */
typedef struct SourceLink {
    const char *teller, *channel;
    Span span;
    uint32_t teller_actor, channel_actor; /* or NONE */
    Rule rule;
} SourceLink;

typedef struct Delegation {
    const char *party; /* code */
    uint32_t head;     /* actor, or NONE */
    Indexes members;   /* actors without the head */
    uint32_t size;     /* how many sit in it, as told; 0 where it is not */
    Span span;
    Rule rule;
} Delegation;

typedef VECTOR(Delegation) Delegations;

typedef enum TalksStatus {
    TALKS_PLANNED,
    TALKS_ONGOING,
    TALKS_CONCLUDED,
    TALKS_FAILED,
    TALKS_SUSPENDED
} TalksStatus;

typedef struct Talks {
    Codes parties;
    Codes mediators;
    Delegations delegations;
    uint32_t place;       /* or NONE */
    uint32_t begin, stop; /* times, or NONE */
    uint8_t status;       /* TalksStatus */
    bool closed_doors, direct, indirect, expanded;
    bool agreed, fruitless; /* it is told that they ended with an agreement, or without */
    uint32_t round;         /* the number of the round that is told of last, or 0 */
    Spans agenda;
    Indexes meetings, next; /* events: held in them; coming after them */
    Rule rule;
} Talks;

/** One event before another: وصل الوفد │قبيل│ المحادثات. */
typedef struct Order {
    uint32_t first, then; /* events */
    Span span;            /* from the words of the one to those of the other */
    Span cue;
    Rule rule;
} Order;

/** What an event stands against: انطلقت المحادثات │في ظل│ توتر متزايد. */
typedef struct Background {
    Span span, cue;
    uint32_t event;
    Rule rule;
} Background;

/** What a picture, a film or a document shows: │مقطع فيديو│ يظهر │طائرة الوفد│. */
typedef struct Depiction {
    Span span;   /* what is shown */
    Span cue;    /* the verb */
    Span medium; /* what shows it */
    uint32_t by; /* the actor that made it public, or NONE */
    Rule rule;
} Depiction;

/** A text or a film made public: │نشرت│ │روسيا│ يوم 17 ديسمبر │مشروعي اتفاقيتين│. */
typedef struct Publication {
    Span span;           /* what was made public */
    Span cue;            /* the verb or participle */
    Span through;        /* على موقعها: by what way, or {0,0} */
    uint32_t by;         /* actor, or NONE */
    uint32_t channel;    /* actor: the medium that is named in `through`, or NONE */
    uint32_t time;       /* or NONE */
    uint32_t place;      /* or NONE */
    Indexes instruments; /* those it is the text of */
    uint8_t status;      /* ClauseStatus */
    Rule rule;
} Publication;

/** Add a span that is not there yet. */
void record_span_add(Arena *arena, Spans *spans, Span span);

typedef struct Records {
    const Clauses *clauses;
    VECTOR(Quote) quotes;
    VECTOR(SourceLink) sources;
    VECTOR(Condition) conditions;
    VECTOR(Expectation) expectations;
    VECTOR(Event) events;
    VECTOR(Instrument) instruments;
    VECTOR(Talks) talks;
    VECTOR(Order) orders;
    VECTOR(Background) backgrounds;
    VECTOR(Depiction) depictions;
    VECTOR(Publication) publications;
    VECTOR(ActorMention) added; /* by record_actor_add, until record_settle */
    struct Speech *speech;      /* what the parts that read speech share, see speech.h */
} Records;

Records *record_run(Arena *arena, Clauses *clauses);

/* The parts of record_run, in this order; each fills its own array and may read the former. */
void quote_run(Arena *arena, Records *records);
void source_run(Arena *arena, Records *records);
void condition_run(Arena *arena, Records *records);
void expectation_run(Arena *arena, Records *records);
void event_run(Arena *arena, Records *records);
void instrument_run(Arena *arena, Records *records);
void talks_run(Arena *arena, Records *records);
void context_run(Arena *arena, Records *records);

/** Give each condition the event that its consequence names; behind event_run. */
void condition_link(Arena *arena, Records *records);

/** Actor indices change hands here only: an actor that no room before has seen (a speaker that is
 *  no state, body or person: "مصادر طبية"). Returns its index. */
uint32_t record_actor_add(Arena *arena, Records *records, Actor actor, ActorMention mention);

/** A new place, and where it is named; returns its index. */
uint32_t record_place_add(Arena *arena, Records *records, Place place, PlaceMention mention);

static inline const Mentions *record_mentions(const Records *records) {
    return records->clauses->mentions;
}

/** Put the mentions of added actors in their places among the others. record_run calls it
 *  behind the parts that add actors. */
void record_settle(Arena *arena, Records *records);

#endif
