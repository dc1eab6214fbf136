/* SPDX-License-Identifier: Apache-2.0
 * Role:   the walk over the words of an office, for insiders: what one step hands to the next.
 * Input:  Scan, an Office whose head was read.   Output: the Office, wider by a word or phrase.
 *
 *     رئيس   لجنة الدفاع   في   البرلمان   الأوكراني   السابق
 *     head   loose words   link named      nisba       modifier
 */
#ifndef MAHDAR_MENTION_OFFICE_WALK_H
#define MAHDAR_MENTION_OFFICE_WALK_H

#include "mention/actor/office.h"

typedef struct OfficeWalk {
    const Scan *scan;
    Office *office;
    uint32_t at, limit;
    uint32_t loose;     /* words of the lexicon taken so far */
    bool article;       /* one of them had ال: what follows must have it as well */
    bool complete;      /* a complement or the state was taken */
    bool closed;        /* the state was taken: only modifiers and prepositions may follow */
    bool place;         /* behind إلى, لدى, في: a state there is a place */
    uint32_t so_called; /* token behind ما يسمى, or 0 */
    bool with;          /* behind مع: with whom, not for whom */
    uint32_t mark;      /* before a و that must prove itself, or 0 */
    bool proven;
    bool needs_name; /* what is behind the mark holds only if a name follows */
    bool behind;     /* the name stands before: فلان المستشار في الديوان */
    uint8_t class;   /* of the last head */
} OfficeWalk;

/** Whether a word of lang/actors/office_links.tsv with this role begins at token i. */
static inline bool office_word(const OfficeWalk *walk, uint32_t i, const char *role) {
    return i < walk->limit && scan_has_role(walk->scan, i, TABLE_OFFICE_LINKS, role);
}

/** المتحدث باسم المتمردين │الحكومة│, │تركيا│: no noun hangs on one with ال right before it, which
 * was taken behind the head. */
static inline bool office_apart(const OfficeWalk *walk) {
    const Scan *scan = walk->scan;
    uint32_t before = walk->at - 1;
    if (before <= walk->office->first || !scan_article(scan, before)) {
        return false;
    }
    const Reading *reading = reading_best(scan->readings, before);
    return reading->features.pos == POS_NOUN && reading->lemma != NONE;
}

/** The words of `hit` tell whose the office is; `code` NULL: they do not. */
void office_say_code(OfficeWalk *walk, const char *code, const PhraseHit *hit);

/* Complements (office_complement.c): each takes what stands at walk->at, or gives false. */
bool office_take_nisba(OfficeWalk *walk);
bool office_take_state(OfficeWalk *walk);
bool office_take_named(OfficeWalk *walk);
bool office_take_portfolio(OfficeWalk *walk);
bool office_take_leader(OfficeWalk *walk);
bool office_take_modifier(OfficeWalk *walk);
bool office_take_city(OfficeWalk *walk);
bool office_take_link(OfficeWalk *walk);

#endif
