/* SPDX-License-Identifier: Apache-2.0
 * Role:   tells what a verb stands between: who or what before it, what behind it.
 * Input:  Lattice, the chosen readings of a sentence.   Output: VerbFrame.
 *
 *     النتائج │أُعلنت│ في مؤتمر      HEAD_THING, TAIL_PREPOSITION
 *     وزير الخارجية │التقى│ وفدا    HEAD_AGENT, TAIL_OBJECT
 */
#ifndef MAHDAR_READING_FRAME_H
#define MAHDAR_READING_FRAME_H

#include "reading/lattice.h"

/** What stands before a verb and could do or suffer what it tells. */
typedef enum VerbHead {
    HEAD_OPEN,     /* the clause begins: the subject is still to come */
    HEAD_JOINED,   /* it is joined to another, whose subject may go on */
    HEAD_NONE,     /* nothing that could */
    HEAD_RELATIVE, /* الذي without its noun */
    HEAD_PRONOUN,  /* هو, or of أنه, which may be of nobody */
    HEAD_AGENT,
    HEAD_THING,
    HEAD_OTHER, /* does not agree */
    HEAD_RESUMED, /* الخطة التي أعلن عنها: a pronoun tells that it neither does nor suffers it */
    VERB_HEADS
} VerbHead;

/** What stands behind it, adverbs and times left aside. */
typedef enum VerbTail {
    TAIL_PRONOUN, /* an object is attached */
    TAIL_END,
    TAIL_COLON, /* and then what was said */
    TAIL_PREPOSITION,
    TAIL_PREPOSITION_AND_NOUN,
    TAIL_OBJECT,       /* a noun that shows it is one: اجتماعا، مدنيين */
    TAIL_OBJECT_LATER, /* the same behind a phrase with a preposition; or a manner: كذبا */
    TAIL_CLAUSE,       /* أن، إن */
    TAIL_CLAUSE_ABOUT, /* أنه: about what stands before */
    TAIL_SUBORDINATE,
    TAIL_AGENT, /* one noun phrase, of persons, agrees */
    TAIL_AGENT_AND_OBJECT,
    TAIL_THING,
    TAIL_THING_AND_OBJECT,
    TAIL_MISFIT, /* a noun phrase that does not agree */
    TAIL_ADVERB, /* nothing but that */
    TAIL_WORD,   /* anything else */
    VERB_TAILS
} VerbTail;

typedef struct VerbFrame {
    VerbHead head;
    VerbTail tail;
    bool described; /* the head has الذي, or no article, behind it */
} VerbFrame;

/** What the verb at token t stands between. */
VerbFrame frame_of(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t);

#endif
