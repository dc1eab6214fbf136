/* SPDX-License-Identifier: Apache-2.0
 * Role:   who negotiates in an event of talks, and who only brings them together.
 *
 *     محادثات بين الحكومة والحوثيين برعاية الأمم المتحدة     parties YEM, HOUTHI   mediator UN
 */
#ifndef MAHDAR_RECORD_TALKS_PARTIES_H
#define MAHDAR_RECORD_TALKS_PARTIES_H

#include "record/wording.h"

enum { TALKS_EVENTS = 256 /* events of an article as long as a book that are asked */ };

/** An armed group of a state. */
typedef struct ArmedGroup {
    const char *state, *group; /* group NULL: the article names several */
} ArmedGroup;

/** Three states that the article lists together. */
typedef struct Triple {
    const char *codes[3];
} Triple;

/** What the whole article tells of who may be a party. */
typedef struct Cast {
    Codes mediators; /* named so, by بوساطة or by a verb */
    VECTOR(ArmedGroup) groups;
    VECTOR(Triple) triples;
} Cast;

void cast_read(Arena *arena, const Mentions *mentions, Cast *cast);

/** Code of an actor as a party: المعارضة السورية is the one Syrian armed group that is named. */
const char *cast_code(const Cast *cast, const Actor *actor);

typedef struct Sides {
    Codes parties, mediators;
    Indexes persons; /* who sits there by the list */
    uint32_t office; /* whose holders sit there, a mention, or NONE */
    bool vague;      /* its own words name no side */
    bool unknown;    /* for a summit: they name an organisation, nobody, or one without a code */
    bool agreeing;   /* a side is known by what it agreed to */
} Sides;

/** Whether the clause is headed by a noun of talks, of a summit or of dialogue. */
bool talks_named(const Records *records, const Clause *clause);

/** The verb of lang/talks/status.tsv whose subject or object the noun of talks is, or NULL. */
const Clause *talks_verb(const Records *records, const Clause *noun);

/** Whether a verb stands behind أن or does not tell a fact: على مالطا أن تتفاوض. */
bool talks_aimed(const Records *records, const Clause *verb);

/** How many mentions of an event are named by a word of this use. */
uint32_t talks_count(const Records *records, const Event *event, const char *use);

/** Whether an event is a negotiation: no courtesy, no interview. */
bool talks_are(const Records *records, const Event *event);

/** The codes of an event's actors, or of those whom the words list, parted. */
Sides talks_sides(Arena *arena, const Records *records, const Event *event, const Cast *cast);

/** Whether the envoy of a mediator and one armed group meet in an event; their codes. */
bool talks_with_envoy(Arena *arena, const Records *records, const Event *event, Codes *parties);

/** What a list behind a noun of talks holds. */
typedef struct Listed {
    Codes codes;
    Indexes persons; /* actors */
    uint32_t items;  /* with or without a code */
    uint32_t office; /* the mention that begins it where it is an office (وزراء الري), or NONE */
} Listed;

enum { LISTED_MAX = 16 };

/** The list that begins in these tokens, which begin behind a noun of talks. */
Listed talks_listed(Arena *arena, const Records *records, const Cast *cast, Span tokens);

/** The actor mention that follows in a list whose last item ends before token `end`, or NONE. */
uint32_t listed_next(const Mentions *mentions, uint32_t end);

/** Talks that an agreement of the article came out of: a noun and the text. */
typedef struct Origin {
    uint32_t noun, noun_end; /* tokens */
    uint32_t instrument;
} Origin;

typedef VECTOR(Origin) Origins;

/** All such nouns, by text; only texts of two or more parties count. */
void talks_origins(Arena *arena, const Records *records, Origins *origins);

/** Add codes; the members of a group of states in its place (مجموعة 5+1). */
void codes_add_members(Arena *arena, const Mentions *mentions, const Codes *from, Codes *codes);

/** The ordinal behind a word for a round in these tokens, or 0. */
uint32_t talks_round(const Mentions *mentions, Span tokens);

/** How many seats are told at the beginning of these tokens (من خمسة أعضاء), or 0. */
uint32_t talks_size(const Mentions *mentions, Span tokens);

#endif
