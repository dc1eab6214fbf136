/* SPDX-License-Identifier: Apache-2.0
 * Role:   participles that tell what the subject does beside the verb of its sentence.
 * Input:  Sight.   Output: glance->circumstance; the arguments of such a participle.
 *
 *     أكد الوزير الفرنسي دعمه │، داعيا│ روسيا إلى وقف القتال
 *           └ subject ┘         head   object  preposition
 */
#include "base/utf8.h"
#include "clause/sight.h"
#include "text/letter.h"

enum {
    LETTER_BYTES = 2,
    BESIDE = 25, /* tokens between two such participles that و joins: منددا بـ … ومشيدا بـ … */
};

/** The reading of token i as an active participle without ال and pronoun, or NULL. */
static const Reading *participle(const Readings *readings, uint32_t i) {
    for (uint32_t k = readings->first[i]; k < readings->first[i + 1]; k++) {
        const Reading *reading = &readings->all[k];
        const Features *f = &reading->features;
        bool bare =
            (reading->proclitics & ~(PRO_WA | PRO_FA)) == 0 && reading->enclitic.person == 0;
        if (bare && f->deverbal == DEVERBAL_ACTIVE && (f->pos == POS_NOUN || f->pos == POS_ADJ)) {
            return reading;
        }
    }
    return NULL;
}

/** A verb or an adjective that tells of something feminine. */
static bool shows_woman(const Sight *sight, uint32_t i) {
    return i != NONE && reading_best(sight->readings, i)->features.gender == GENDER_FEMININE;
}

/** Whether the word has an ending of the accusative and may be such a participle: داعيا, منددة,
 * داعين; not أسرة, معارضين. */
static bool accusative(const Sight *sight, uint32_t i, uint32_t verb) {
    Slice word = token_light(sight->tokens, i);
    if (word.length < 2 * LETTER_BYTES) {
        return false;
    }
    uint32_t length;
    const char *end = word.at + word.length - LETTER_BYTES;
    uint32_t last = utf8_decode(end, &length);
    uint32_t before = utf8_decode(end - LETTER_BYTES, &length);
    const Features *f = &reading_best(sight->readings, i)->features;
    if (last == LETTER_ALEF) {
        return true;
    }
    if (last == LETTER_TEH_MARBUTA) {
        const Glance *next = &sight->at[i + 1]; /* there is one behind the last token */
        bool whom = next->unit == i + 1 && next->actor != NONE && !next->joined;
        return f->pos == POS_ADJ || f->deverbal == DEVERBAL_MASDAR ||
               (f->deverbal == DEVERBAL_ACTIVE && next->clitic != PARTICLE_NONE) ||
               (whom &&
                shows_woman(sight, verb)); /* ومشيدة بجهود, متهمة الدوحة; not باحثة في معهد */
    }
    return last == LETTER_NOON && before == LETTER_YEH && !sight->at[i].joined &&
           f->deverbal == DEVERBAL_ACTIVE;
}

/** Whether something stands behind it that it may act on, not a comma: هجمات واسعة، │مدمرة│. */
static bool acts_on(const Sight *sight, uint32_t next) {
    if (next >= sight->tokens->count) {
        return false;
    }
    const Glance *g = &sight->at[next];
    bool phrase = g->particle != PARTICLE_NONE && g->particle != PARTICLE_CONJUNCTION &&
                  g->particle != PARTICLE_RELATIVE && g->particle != PARTICLE_COPULA;
    return phrase || g->clitic != PARTICLE_NONE || (g->unit == next && !g->joined) ||
           (g->kind == KIND_NOUN && g->definite && !g->joined) || sight_quotation(sight, next);
}

/** A word in ة may be a masdar as well (مواجهة): it tells of the subject of a feminine verb. */
static bool fits_verb(const Sight *sight, uint32_t i, uint32_t verb) {
    if (verb == NONE || sight->tokens->at[verb].sentence != sight->tokens->at[i].sentence) {
        return false;
    }
    bool masdar = reading_best(sight->readings, i)->features.deverbal == DEVERBAL_MASDAR;
    return !masdar || reading_best(sight->readings, verb)->features.gender == GENDER_FEMININE;
}

void circumstance_mark(Sight *sight) {
    uint32_t last = NONE, verb = NONE;
    for (uint32_t i = 0; i < sight->tokens->count; i++) {
        Glance *g = &sight->at[i];
        verb = g->kind == KIND_VERB && g->unit == NONE ? i : verb;
        bool free = g->unit == NONE && !g->guarded && g->particle == PARTICLE_NONE &&
                    (g->kind == KIND_NOUN || g->kind == KIND_ADJECTIVE);
        bool same =
            last != NONE && sight->tokens->at[last].sentence == sight->tokens->at[i].sentence;
        bool close = i > 0 && sight->tokens->at[i - 1].kind == TOKEN_CLOSE &&
                     !(g->kind == KIND_ADJECTIVE && shows_woman(sight, i)); /* "مراكز" مغلقة */
        bool apart = i > 0 && (sight_pauses(sight, i - 1) || close ||
                               (g->joined && same && i - last <= BESIDE));
        if (!free || !apart || g->definite || g->clitic != PARTICLE_NONE ||
            !accusative(sight, i, verb) || !participle(sight->readings, i) ||
            !acts_on(sight, i + 1) || !fits_verb(sight, i, verb)) {
            continue;
        }
        g->circumstance = true;
        uint32_t count = 0, lemma = circumstance_verb(sight, i);
        g->circumstance = lemma != NONE &&
                          table_rows_of_lemma(sight->model, TABLE_FRAMES, lemma, &count) != NULL &&
                          count > 0;
        last = i;
    }
}

uint32_t circumstance_verb(const Sight *sight, uint32_t i) {
    const Reading *reading = sight->at[i].circumstance ? participle(sight->readings, i) : NULL;
    return reading && reading->lemma != NONE ? lemma_at(sight->model, reading->lemma)->verb : NONE;
}
