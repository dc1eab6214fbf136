/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the readers of provisions ask of single words.
 *
 *     ينص   على   خفض   الحصص   ،   وتبادل   البيانات
 *     verb  marker act          comma  act
 */
#ifndef MAHDAR_RECORD_PROVISION_WORDS_H
#define MAHDAR_RECORD_PROVISION_WORDS_H

#include "record/wording.h"

/* Columns of lang/instruments/provisions.tsv, and whose verb it is. */
enum { PROVISION_LEMMA, PROVISION_MARKER, PROVISION_TELLER };
enum { TELLER_STATES, TELLER_TEXT, TELLER_PARTIES, TELLER_ACCEPTS };

enum { MARKER_BI = 2 /* bytes of the one marker that is written to its word, ب */ };

/** Whether one of the readings of a word is a masdar: خفض, إنشاء. */
bool provision_masdar(const Mentions *mentions, uint32_t token);

/** A comma or semicolon of either script. */
bool provision_comma(const Mentions *mentions, uint32_t token);

/** Punctuation, or a mark that opens or closes. */
bool provision_mark(const Mentions *mentions, uint32_t token);

/** Whether a word has this use in lang/instruments/words.tsv. */
bool provision_word(const Mentions *mentions, uint32_t token, const char *use);

/** Whether an act may begin here: │خفض│ الحصص, │أن│ يخفض, │ألا│ يزيد. */
bool provision_act(const Mentions *mentions, uint32_t token);

/** Whether a word is a verb, and the row of provisions.tsv is of this teller. */
bool provision_verb_of(const Mentions *mentions, uint32_t token, uint32_t row, uint32_t teller);

/** The token behind the marker of a row of provisions.tsv, or NONE: ينص │على│ …, يقضي │ب│ـ…;
 * farther off an act must stand there: يسمح للطائرات الأجنبية │باستخدام القاعدة│. */
uint32_t provision_behind_marker(const Mentions *mentions, uint32_t row, Span tokens);

/** Behind a word that opens a provision and is none of it: بما في ذلك، مقابل، وأن. */
uint32_t provision_item_start(const Mentions *mentions, uint32_t token, uint32_t end);

#endif
