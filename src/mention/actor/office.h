/* SPDX-License-Identifier: Apache-2.0
 * Role:   the grammar of offices.
 * Input:  Scan, a token.   Output: Office: its words, its state, what it says of the holder.
 *
 *     النائب الأول ل وزير الخارجية الأمريكي السابق إلى اليمن
 *     head  rank    head portfolio  nisba   former  place
 *     └────────── text without the nisba ─────────────────┘
 */
#ifndef MAHDAR_MENTION_OFFICE_H
#define MAHDAR_MENTION_OFFICE_H

#include "mention/actor/scan.h"

typedef enum OfficeClass {
    OFFICE_RULER,
    OFFICE_MINISTER,
    OFFICE_DEPUTY,
    OFFICE_ADVISER,
    OFFICE_COMMANDER,
    OFFICE_ENVOY,
    OFFICE_SPEAKER,
    OFFICE_BODY,
    OFFICE_GOVERNOR,
    OFFICE_MEMBER,
    OFFICE_SOURCE,
    OFFICE_RELIGIOUS,
    OFFICE_PROFESSION,
    OFFICE_KIN,
    OFFICE_COUNTERPART,
    OFFICE_FIXED
} OfficeClass;

enum { OFFICE_DROPS = 4 };

typedef struct Office {
    uint32_t first, end; /* tokens, with the state */
    struct {
        uint32_t first, end;
    } drop[OFFICE_DROPS]; /* nisba and names of the state: no part of the wording */
    uint32_t drops;
    uint32_t words;                  /* tokens of the wording */
    const char *code;                /* of the state, organisation or group, or NULL */
    const char *sector;              /* or NULL */
    uint32_t state_first, state_end; /* tokens that say the code; equal without */
    uint16_t proclitics;
    uint8_t class; /* OfficeClass of the first head */
    bool definite, plural, former, pronoun;
    bool full; /* it has ال at its head or end, and no pronoun: وزير الخارجية, not خارجيته */
    bool private; /* of a company, a club: no state is behind it */
    uint32_t inner; /* token of the last ruler or minister in it, مستشار | الرئيس; 0 without */
    uint32_t second; /* token of a second portfolio: وزيرا المالية والاقتصاد; 0 without */
    Rule rule;
} Office;

/** Read an office that begins at token i. False: none does. */
bool office_read(const Scan *scan, uint32_t i, Office *office);

/** The same where the name stands before: فلان السفير في لندن. */
bool office_read_behind(const Scan *scan, uint32_t i, Office *office);

/** Count the words of its wording, and see whether it is full. */
void office_measure(const Scan *scan, Office *office);

/** Its wording, without the state. */
const char *office_words(const Scan *scan, const Office *office);

/** Whether the office alone, without a name, tells who is meant. */
bool office_is_actor(const Office *office);

/** The class of its name in lang/actors/offices.tsv. */
uint8_t office_class(Slice name);

/** Whether the word of an office is the adjective of the noun before it: الوفد الدبلوماسي. */
bool office_adjective(const Scan *scan, uint32_t i);

/** The end of what stands between marks at or right behind token `at`, or `at`. */
uint32_t office_quoted(const Scan *scan, uint32_t at, uint32_t limit);

/** The wording of an office that stands without its state: وزير خارجية → وزير الخارجية. */
const char *office_definite(const Scan *scan, const char *words);

/** رؤساء │الدول الثلاث│: whether a noun for several named before begins at token i. */
bool office_of_several(const Scan *scan, uint32_t i);

/** Whether a government called by who leads it ends before token `at`: حكومة | نتنياهو. */
bool office_government(const Scan *scan, uint32_t at);

#endif
