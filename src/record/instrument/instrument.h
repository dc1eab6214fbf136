/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the parts of instrument_run share: one mention of a text in the article.
 *
 *     مسودة   الاتفاق   النووي   مع   إيران   تنص   على   …
 *     first ────────── noun_end ──────────── end             provisions follow
 */
#ifndef MAHDAR_RECORD_INSTRUMENT_H
#define MAHDAR_RECORD_INSTRUMENT_H

#include "record/wording.h"

/* Columns of lang/instruments/nouns.tsv. */
enum { NOUN_ID, NOUN_WORDS, NOUN_FAMILY, NOUN_KIND, NOUN_STATUS, NOUN_NEEDS };
enum { NEEDS_ANY, NEEDS_COMPLEMENT, NEEDS_BODY, NEEDS_ADDRESSEE, NEEDS_SIGNED, NEEDS_NEVER };

typedef struct InstrumentMention {
    uint32_t first, noun_end, end; /* tokens: the noun of lang/instruments, its whole phrase */
    uint32_t sentence_end;         /* token */
    uint32_t row;                  /* of TABLE_INSTRUMENT_NOUNS */
    Slice family;
    Slice number;       /* "2254" of القرار 2254; empty without */
    Codes parties;      /* named inside the phrase */
    const char *status; /* told by a verb or participle beside it, or NULL */
    uint32_t status_row;
    bool definite, complement, body, addressee, apart; /* apart: جديد، مماثل، سابق */
    uint32_t apart_at;                                 /* token of the word that sets it apart */
    bool described;      /* nothing but adjectives stands behind the noun, and they name nobody */
    uint32_t time;       /* of what is told of it here, or NONE */
    uint32_t instrument; /* which record it belongs to, or NONE */
} InstrumentMention;

typedef VECTOR(InstrumentMention) InstrumentMentions;

/** All mentions of texts, by position. */
void instrument_find(Arena *arena, const Mentions *mentions, InstrumentMentions *found);

/** Add the provisions that are told beside a mention to `clauses`. */
void instrument_provisions(Arena *arena, const Mentions *mentions, const InstrumentMention *mention,
                           Spans *clauses);

/** The token where a provision begins that hangs on the noun (اتفاق │لإجلاء المصابين│), or NONE. */
uint32_t instrument_attached(const Mentions *mentions, const InstrumentMention *mention);

/** Add what the parties of a sentence are told to have agreed on (اتفق الطرفان على أن …). */
void instrument_agreed(Arena *arena, const Mentions *mentions, const Sentence *sentence,
                       Spans *clauses);

/** Whether a verb behind the mention tells what the text provides: اتفاق │يقضي بـ│وقف القتال. */
bool instrument_provides(const Mentions *mentions, const InstrumentMention *mention);

/** The first token of what a sentence that names no text says that a text provides, or NONE: كما
 * ينص على │خفض│ الحصص. */
uint32_t instrument_elided(const Mentions *mentions, const Sentence *sentence);

/** Add the provisions that begin at a token and go on to the end of its sentence. */
void instrument_split(Arena *arena, const Mentions *mentions, Span tokens, Spans *clauses);

/** Add the parties that the events tell: who agrees on a text, else who acts on it. */
void instrument_parties(Arena *arena, Records *records, const InstrumentMentions *found);

/** Read the clauses of an instrument, when all are there, into its provisions. */
void provision_read(Arena *arena, const Mentions *mentions, Instrument *instrument);

#endif
