/* SPDX-License-Identifier: Apache-2.0
 * Role:   active or passive, where only unwritten vowels would tell.
 * Input:  the chosen path through a sentence.   Output: the same path, voices decided anew.
 *
 *     أعلنت النتائج في مؤتمر     a thing behind the verb, nothing it does: the passive
 *     أعلنت الوزارة النتائج      a body of persons, and what it tells: the active
 */
#ifndef MAHDAR_READING_VOICE_H
#define MAHDAR_READING_VOICE_H

#include "reading/lattice.h"

/** What stands before a verb and could do or suffer what it tells. */
typedef enum VoiceHead {
    HEAD_OPEN,     /* the clause begins: the subject is still to come */
    HEAD_NONE,     /* nothing that could */
    HEAD_RELATIVE, /* الذي without its noun */
    HEAD_AGENT,
    HEAD_THING,
    HEAD_OTHER, /* does not agree */
    VOICE_HEADS
} VoiceHead;

/** What stands behind it. */
typedef enum VoiceTail {
    TAIL_PRONOUN, /* an object is attached */
    TAIL_END,
    TAIL_PREPOSITION,
    TAIL_CLAUSE,       /* أن، إن */
    TAIL_CLAUSE_ABOUT, /* أنه: about what stands before */
    TAIL_SUBORDINATE,
    TAIL_AGENT, /* one noun phrase, of persons, agrees */
    TAIL_AGENT_AND_OBJECT,
    TAIL_THING,
    TAIL_THING_AND_OBJECT,
    TAIL_MISFIT, /* a noun phrase that does not agree */
    TAIL_ADVERB,
    TAIL_WORD, /* anything else */
    VOICE_TAILS
} VoiceTail;

typedef struct VoiceFrame {
    VoiceHead head;
    VoiceTail tail;
} VoiceFrame;

/** The frame of the verb chosen for token t of run. */
VoiceFrame voice_frame(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t);

/** The candidate of token t that differs from the chosen one in voice alone, or NONE. */
uint32_t voice_other(const Lattice *lattice, const uint32_t *chosen, uint32_t t);

/** Decide the voice of every chosen verb of the run, and which of وَقَعَ and وَقَّعَ it is. */
void voice_decide(const Lattice *lattice, Span run, uint32_t *chosen);

#endif
