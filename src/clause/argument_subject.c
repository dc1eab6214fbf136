/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether agreement and case let a phrase be the subject of a verb.
 * Input:  Sight.   Output: yes or no.
 *
 *     قررت   إلغاء الاتفاق     no: the verb is feminine, the masdar is not
 *     هاجم   الحوثيين          no: the ending of an object
 */
#include "base/utf8.h"
#include "clause/argument.h"
#include "text/letter.h"

enum { OBLIQUE_BYTES = 4 }; /* of the ending -īn */

bool argument_third_person(const Sight *sight, uint32_t head) {
    const Readings *readings = sight->readings;
    uint32_t lemma = reading_best(readings, head)->lemma;
    for (uint32_t k = readings->first[head]; k < readings->first[head + 1]; k++) {
        const Reading *reading = &readings->all[k];
        if (reading->lemma == lemma && reading->features.person == 3) {
            return true;
        }
    }
    return false;
}

/** Whether the word at token j has the ending of an object: الحوثيين, where no reading shows its
 *  case because it is a name. */
static bool oblique(const Sight *sight, uint32_t j) {
    const Features *f = &reading_best(sight->readings, j)->features;
    if (f->cased == CASE_ACCUSATIVE || f->cased == CASE_GENITIVE) {
        return true;
    }
    Slice word = token_light(sight->tokens, j);
    uint32_t group = sight->at[j].actor, length;
    if (group == NONE || word.length < OBLIQUE_BYTES || sight->at[j].unit_end != j + 1) {
        return false;
    }
    const Mentions *m = sight->mentions;
    const char *end = word.at + word.length - OBLIQUE_BYTES;
    return m->actors.at[m->actor_mentions.at[group].actor].kind == ACTOR_GROUP &&
           utf8_decode(end, &length) == LETTER_YEH &&
           utf8_decode(end + length, &length) == LETTER_NOON;
}

/** Whether the unit at token j is a man or several, by his name or office. */
static bool names_men(const Sight *sight, uint32_t j) {
    const Mentions *m = sight->mentions;
    if (j >= sight->tokens->count || sight->at[j].unit != j || sight->at[j].actor == NONE) {
        return false;
    }
    uint8_t kind = m->actors.at[m->actor_mentions.at[sight->at[j].actor].actor].kind;
    return (kind == ACTOR_PERSON || kind == ACTOR_OFFICE) &&
           reading_best(sight->readings, j)->features.gender == GENDER_MASCULINE;
}

bool argument_may_be_subject(const Sight *sight, uint32_t head, uint32_t j) {
    const Reading *verb = reading_best(sight->readings, head);
    const Features *f = &verb->features;
    if (f->number == NUMBER_PLURAL || f->number == NUMBER_DUAL ||
        (f->person != 3 && !argument_third_person(sight, head))) {
        return false;
    }
    if (oblique(sight, j)) {
        return false;
    }
    bool elided = sight->at[head].joined && sight->subject.end > 0;
    uint32_t noun_at = sight->tokens->at[j].kind == TOKEN_NUMBER ? j + 1 : j;
    if (elided && f->gender == GENDER_FEMININE && names_men(sight, noun_at)) {
        return false; /* إسرائيل تمنع … │وتوبخ خمسة سفراء│ */
    }
    if (sight->at[j].unit != NONE) {
        bool masculine = f->gender == GENDER_MASCULINE && f->voice != VOICE_PASSIVE;
        const Reading *noun = reading_best(sight->readings, j);
        bool other = masculine && j == head + 1 && (noun->proclitics & PRO_AL) != 0 &&
                     noun->features.gender == GENDER_FEMININE && sight->subject.end > 0 &&
                     noun->features.number == NUMBER_SINGULAR &&
                     noun->features.pos == POS_NOUN; /* كما طالب │السلطة الفلسطينية│ بـ … */
        return !other && !(elided && masculine && argument_names_country(sight, j));
    }
    const Features *noun = &reading_best(sight->readings, j)->features;
    bool feminine = noun->gender == GENDER_FEMININE;
    if (f->gender == GENDER_FEMININE && noun->deverbal == DEVERBAL_MASDAR &&
        noun->gender == GENDER_MASCULINE && noun->number == NUMBER_SINGULAR) {
        return false; /* قررت │إلغاء الاتفاق│ */
    }
    return !(f->gender == GENDER_MASCULINE && feminine && f->voice != VOICE_PASSIVE);
}

bool argument_subject_behind(const Sight *sight, uint32_t head) {
    uint32_t next = head + 1;
    return next < sight_sentence_end(sight, head) && phrase_nominal(sight, next) &&
           sight->at[next].clitic == PARTICLE_NONE && argument_may_be_subject(sight, head, next);
}

bool argument_actor_behind(const Sight *sight, uint32_t head) {
    uint32_t next = head + 1;
    return next < sight->tokens->count && sight->at[next].unit == next &&
           sight->at[next].actor != NONE && !sight->at[next].adverbial && !sight->at[next].joined &&
           argument_subject_behind(sight, head);
}

bool argument_acts_intransitively(const Sight *sight, uint32_t head) {
    Senses senses =
        argument_actor_behind(sight, head) ? head_senses(sight, head) : (Senses){.count = 0};
    for (uint32_t i = 0; i < senses.count; i++) {
        Frame frame = frame_at(sight->model, senses.rows[i]);
        if (strcmp(frame.source, "subj") != 0 || frame_selects(frame.target, "obj")) {
            return false;
        }
    }
    return senses.count > 0;
}
