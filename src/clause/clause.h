/* SPDX-License-Identifier: Apache-2.0
 * Role:   who does what to whom in which sentence, and whether it happened.
 * Input:  Mentions (and all behind it).   Output: Clauses.
 *
 *     ومن المنتظر أن يناقش الوفدان النرويجي والبرتغالي غدا مسألة حصص الصيد
 *      └ planned ┘  │    └────── subject ─────┘  time  └──── object ─────┘
 *                  head
 *
 * A clause is headed by a verb, a masdar, a participle or an event noun that some frame of
 * lang/events knows, or by a finite verb that none knows (frame NONE: it still bounds others).
 */
#ifndef MAHDAR_CLAUSE_CLAUSE_H
#define MAHDAR_CLAUSE_CLAUSE_H

#include "mention/mention.h"

typedef enum ClauseHead { HEAD_VERB, HEAD_MASDAR, HEAD_PARTICIPLE, HEAD_NOUN } ClauseHead;

typedef enum ArgumentRole {
    ROLE_SUBJECT, /* of a verb; genitive agent of a masdar; adjective of relation (الروسية) */
    ROLE_OBJECT,  /* direct object; genitive object of a masdar */
    ROLE_PREPOSITION, /* a prepositional phrase; `marker` is its preposition */
    ROLE_AGENT,       /* من قبل، على يد of a passive */
    ROLE_CONTENT,     /* أن / إن clause */
} ArgumentRole;

/** What introduces an argument or cuts a sentence: the kinds of lang/events/particles.tsv. */
typedef enum Particle {
    PARTICLE_NONE,
    PARTICLE_WITH,
    PARTICLE_BETWEEN,
    PARTICLE_AGAINST,
    PARTICLE_ON,
    PARTICLE_TO,
    PARTICLE_FROM,
    PARTICLE_IN,
    PARTICLE_ABOUT,
    PARTICLE_BY,
    PARTICLE_AGENT,
    PARTICLE_TOPIC,
    PARTICLE_MEDIATOR,
    PARTICLE_INVITER,
    PARTICLE_OTHER,
    PARTICLE_THAT,
    PARTICLE_CONJUNCTION,
    PARTICLE_RELATIVE,
    PARTICLE_COPULA,
    PARTICLE_FILLER,
} Particle;

/** Its name as lang/events writes it; "" for PARTICLE_NONE. */
const char *particle_name(uint8_t particle);

typedef struct Argument {
    uint8_t role;     /* ArgumentRole */
    uint8_t particle; /* Particle that introduces it, PARTICLE_NONE for a bare noun phrase */
    bool adjective; /* adjectives of relation of a noun: المحادثات الروسية الأمريكية */
    bool inferred;       /* taken over: an elided subject, the agent of a light verb */
    uint32_t first, end; /* tokens without the preposition */
    uint32_t marker;     /* token of the preposition or conjunction (a clitic: the word it is on) */
} Argument;

typedef enum ClauseStatus {
    STATUS_OCCURRED,
    STATUS_PLANNED,
    STATUS_POSSIBLE,
    STATUS_NEGATED
} ClauseStatus;

typedef enum ClauseRelation {
    RELATION_MAIN,        /* told by the writer */
    RELATION_CONTENT,     /* content of speech or thought of the parent */
    RELATION_RELATIVE,    /* التي انطلقت … */
    RELATION_CONDITION,   /* إذا … */
    RELATION_CONSEQUENCE, /* what follows from a condition */
    RELATION_PURPOSE,     /* لـ + subjunctive, بهدف … */
    RELATION_NOMINAL,     /* a masdar or noun inside another clause */
} ClauseRelation;

typedef struct Clause {
    uint32_t sentence;
    uint32_t head, head_end; /* tokens that name it: "التقى"; "أجرى محادثات" */
    uint32_t first, end;     /* tokens of the whole clause */
    uint32_t frame;          /* row of TABLE_FRAMES, or NONE */
    uint32_t parent;         /* clause, or NONE */
    uint32_t argument_first, argument_end; /* into clauses->arguments */
    uint8_t kind;                          /* ClauseHead */
    uint8_t relation;                      /* ClauseRelation */
    uint8_t status;                        /* ClauseStatus */
    bool anterior; /* كان قد … : earlier than what is told around it */
    bool passive;
    bool circumstance; /* a participle of what the subject does besides: أكد …، │داعيا│ إلى … */
    bool firm;        /* the status is told by a verb or a cue, not assumed of a noun */
    Rule status_rule; /* what decided the status */
} Clause;

typedef struct Clauses {
    const Mentions *mentions;
    VECTOR(Clause) list; /* by head */
    VECTOR(Argument) arguments;
} Clauses;

/** A row of TABLE_FRAMES taken apart. */
typedef struct Frame {
    const char *type, *modes;    /* "CONSULT"; "visit third-party" or "" */
    const char *source, *target; /* selectors as in lang/events/README.md */
    uint8_t genitive;            /* FRAME_AGENT … : what the genitive of its masdar is */
    uint8_t content;             /* ClauseStatus of what it governs, or FRAME_KEEP */
    uint8_t weight;              /* 0 … 100 */
} Frame;

enum { FRAME_AGENT, FRAME_PATIENT, FRAME_BOTH, FRAME_KEEP = 7 };

Frame frame_at(const Model *model, uint32_t row);

/** Its type alone. */
const char *frame_type(const Model *model, uint32_t row);

/** "planned", "possible", "negated" of a cell of lang/events; `otherwise`: it says none of them. */
uint8_t status_named(Slice name, uint8_t otherwise);

/** Whether a comma-separated list of selectors names `selector`. */
bool frame_selects(const char *selectors, const char *selector);

/** Whether the frame counts all sides alike. */
bool frame_mutual(const Frame *frame);

Clauses *clause_run(Arena *arena, const Mentions *mentions);

#endif
