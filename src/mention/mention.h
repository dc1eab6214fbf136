/* SPDX-License-Identifier: Apache-2.0
 * Role:   who, where and when: what is named in the article, each a record with its words.
 * Input:  Readings, PhraseHits, tags of names, the day of publication.   Output: Mentions.
 *
 *     نائب وزير التجارة النرويجي، أولاف ستينسن          بعد غد الجمعة          في فاليتا
 *     └── office ─────┘  └state┘  └── name ──┘           time 2026-03-06        place
 *     └────────── one mention of one actor ──┘
 */
#ifndef MAHDAR_MENTION_MENTION_H
#define MAHDAR_MENTION_MENTION_H

#include "reading/reading.h"

/** What decided a record: a row of a lang/ file, or a mechanism of the code with a name. */
typedef struct Rule {
    const char *name; /* kebab-case, e.g. "weekday-past", "office-name"; never NULL */
    uint8_t table;    /* TABLE_COUNT where no row is involved */
    uint32_t row;
} Rule;

/* ---- Times ---- */

typedef enum TimeType { TIME_DATE, TIME_TIME, TIME_DURATION, TIME_SET } TimeType;

enum { DAY_NONE = INT32_MIN };

typedef struct Time {
    Span span;            /* bytes of text->bytes, without the preposition */
    uint32_t first, end;  /* tokens */
    const char *value;    /* TIMEX3 value or interval "A/B"; NULL where it needs the unknown day */
    const char *relative; /* "D", "D-1TEV", "week(D)" where value is NULL */
    int32_t from, to;     /* days since 1970-01-01 that it covers, both included; or DAY_NONE */
    const char *zone;     /* of a clock time, "Z", "+03:00", where it is said; or NULL */
    uint8_t type;         /* TimeType */
    bool anchors;         /* an adverbial of when something happens, not a part of a name */
    Rule rule;
} Time;

/* ---- Actors ---- */

typedef enum ActorKind {
    ACTOR_PERSON,
    ACTOR_OFFICE,
    ACTOR_COUNTRY,
    ACTOR_ORGANIZATION,
    ACTOR_GROUP
} ActorKind;

typedef struct Actor {
    const char *name;   /* the article's fullest form, as written, without titles */
    const char *code;   /* or NULL */
    const char *sector; /* or NULL */
    const char *office; /* as the article states it, or NULL */
    Span office_span;   /* where it states it; {0,0} without */
    uint8_t kind;       /* ActorKind */
    bool former;        /* السابق */
    bool channel;       /* a medium: television, paper, agency, platform */
    uint32_t mention;   /* its first mention */
    Rule rule;
} Actor;

typedef enum MentionForm {
    MENTION_NAME,    /* أولاف ستينسن; النرويج */
    MENTION_OFFICE,  /* الوزير الروسي */
    MENTION_METONYM, /* موسكو، الكرملين for the state */
    MENTION_DEMONYM, /* الروسي in الوفد الروسي: points at the state */
    MENTION_NOMINAL, /* الجانبان، نظيره، بلاده: `actor` is what it stands for */
    MENTION_PRONOUN,
} MentionForm;

typedef struct ActorMention {
    Span span;
    uint32_t first, end; /* tokens; office, apposition and name together */
    uint32_t head;       /* token whose agreement and proclitics count */
    uint32_t actor;      /* index into actors */
    uint8_t form;        /* MentionForm */
    bool as_place;       /* في روسيا: the country as a place, no actor here */
    uint32_t also;       /* a nominal for two (الجانبان): the second actor, else NONE */
    Rule rule;
} ActorMention;

/* ---- Places ---- */

typedef struct Place {
    const char *name;    /* as the article writes it first, without clitics */
    const char *country; /* ISO alpha-3 or NULL */
    double latitude, longitude;
    bool located; /* whether the two are known */
} Place;

typedef struct PlaceMention {
    Span span;
    uint32_t first, end;
    uint32_t place; /* index into places */
    uint32_t
        preposition; /* token of في، إلى، من … or the token itself where it is a clitic; NONE */
    bool dateline;
    Rule rule;
} PlaceMention;

typedef struct Mentions {
    const Readings *readings;
    const PhraseHits *hits;
    const Tokens *tokens;
    const Text *text;
    const Model *model;
    int32_t published;                /* day of publication since 1970-01-01, or DAY_NONE */
    VECTOR(Time) times;               /* by position, never overlapping */
    VECTOR(const char *) constraints; /* without a date: what the text tells of D */
    VECTOR(Actor) actors;
    VECTOR(ActorMention) actor_mentions; /* by position; nested ones after the longer */
    VECTOR(Place) places;
    VECTOR(PlaceMention) place_mentions; /* by position */
} Mentions;

/** `names`: [tokens] NameTag of each, as name_run (name/names.h) gives them.
 *  `published`: days since 1970-01-01 or DAY_NONE. */
Mentions *mention_run(Arena *arena, const Readings *readings, const PhraseHits *hits,
                      const uint8_t *names, int32_t published);

/* The three parts of mention_run, in this order; each fills its arrays of `mentions`. */
void time_run(Arena *arena, Mentions *mentions);
void place_run(Arena *arena, Mentions *mentions);
void actor_run(Arena *arena, Mentions *mentions, const uint8_t *names);

/** Whether the actor is of one of these sectors; NULL ends them. */
bool actor_in_sector(const Actor *actor, const char *const *sectors);

/** Whether it is a body of nations, which mediates and does not fight. */
bool actor_of_nations(const Actor *actor);

/** The actor mention that covers token i (the longest), or NONE. Demonyms only if nothing else. */
uint32_t mention_actor_at(const Mentions *mentions, uint32_t token);

/** The first actor mention that begins in tokens [first, end), or NONE. */
uint32_t mention_actor_in(const Mentions *mentions, uint32_t first, uint32_t end);

/** The time or place mention that covers token i, or NONE. */
uint32_t mention_time_at(const Mentions *mentions, uint32_t token);
uint32_t mention_place_at(const Mentions *mentions, uint32_t token);

#endif
