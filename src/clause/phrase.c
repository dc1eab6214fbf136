/* SPDX-License-Identifier: Apache-2.0
 * Role:   where a noun phrase ends.
 * Input:  Sight.   Output: the token behind the phrase.
 *
 *     وزير الخارجية الروسي سيرجي لافروف │ نظيره الأمريكي
 */
#include "clause/sight.h"

/** Whether the joined word at token j describes a noun farther back: an attribute with ال is joined
 *  to attributes, not to a name: محادثات بشأن مالطا │والمقررة غدا│. */
static bool describes_apart(const Sight *sight, uint32_t j) {
    const Glance *g = &sight->at[j], *before = &sight->at[j ? j - 1 : 0];
    const Features *f = &reading_best(sight->readings, j)->features;
    bool attribute = f->deverbal == DEVERBAL_PASSIVE && f->gender == GENDER_FEMININE &&
                     f->number == NUMBER_SINGULAR;
    bool told = g->reach == REACH_ADJECTIVE;
    return g->joined && g->definite && g->unit == NONE && (told || attribute) &&
           before->unit != NONE && !before->adverbial;
}

bool phrase_nominal(const Sight *sight, uint32_t i) {
    const Glance *g = &sight->at[i];
    if (g->unit != NONE) {
        return !g->adverbial;
    }
    return (g->kind == KIND_NOUN || g->kind == KIND_ADJECTIVE) && g->particle == PARTICLE_NONE &&
           !describes_apart(sight, i);
}

bool sight_demonstrative(const Sight *sight, uint32_t i) {
    return i + 1 < sight->tokens->count && sight->at[i].unit == NONE &&
           reading_best(sight->readings, i)->features.pos == POS_DET &&
           sight->at[i + 1].clitic == PARTICLE_NONE && sight->at[i + 1].definite &&
           phrase_nominal(sight, i + 1);
}

/** Whether the word at token j is a proper name that no list knows: كاربينتو. */
static bool unlisted_name(const Sight *sight, uint32_t j) {
    const Reading *reading = reading_best(sight->readings, j);
    return reading->lemma == NONE && reading->features.pos == POS_PROPN;
}

/** Whether the actor at token j is the numeral of the noun before it, one of three that they name.
 */
static bool numeral_of_nominal(const Sight *sight, uint32_t j) {
    const ActorMention *at = sight->mentions->actor_mentions.at;
    uint32_t one = sight->at[j - 1].actor, other = sight->at[j].actor;
    if (one == NONE || other == NONE || at[other].form != MENTION_NOMINAL) {
        return false;
    }
    const Actor *holder = &sight->mentions->actors.at[at[one].actor];
    if (at[one].form == MENTION_OFFICE && holder->kind == ACTOR_OFFICE && !holder->code) {
        return true; /* رؤساء │الدول الثلاث│ */
    }
    return at[one].form == MENTION_NOMINAL && at[one].also != NONE &&
           at[one].rule.table == at[other].rule.table && at[one].rule.row == at[other].rule.row;
}

/** الجارة │إريتريا│، حليفته │روسيا│: the name behind a definite word for an ally or neighbour. */
static bool apposed(const Sight *sight, uint32_t j) {
    const Glance *before = &sight->at[j - 1];
    return sight->at[j].actor != NONE && before->unit == NONE && before->definite &&
           head_of_class(sight, j - 1, slice_of("RELATION"));
}

/** Whether the noun phrase that has come to token j goes on with it. */
static bool phrase_goes_on(const Sight *sight, uint32_t j, bool definite, bool after_unit) {
    const Glance *g = &sight->at[j];
    if (g->clitic != PARTICLE_NONE || !phrase_nominal(sight, j)) {
        return false;
    }
    if (g->joined) {
        return g->frame == NONE;
    }
    if (g->unit != NONE) {
        if ((after_unit && numeral_of_nominal(sight, j)) || (!after_unit && apposed(sight, j))) {
            return true; /* الدول │الثلاث│, حليفته │روسيا│ */
        }
        /* two names side by side: subject and object */
        return !(definite || after_unit || unlisted_name(sight, j - 1));
    }
    if (g->kind == KIND_ADJECTIVE) {
        return g->definite || !definite;
    }
    return !after_unit && (!definite || g->definite);
}

static bool names_act(const Sight *sight, uint32_t j) {
    return reading_best(sight->readings, j)->features.deverbal == DEVERBAL_MASDAR &&
           sight->clause_of[j] != NONE;
}

/** Whether the word at token j is one noun that the numeral before it counts. */
static bool counts(const Sight *sight, uint32_t j) {
    const Features *f = &reading_best(sight->readings, j)->features;
    return j > 0 && reading_best(sight->readings, j - 1)->features.pos == POS_NUM &&
           sight->at[j].kind == KIND_NOUN && !sight->at[j].definite && f->number == NUMBER_SINGULAR;
}

/** Whether the word at token j is a noun for several men, with the ending of the accusative. */
static bool several(const Sight *sight, uint32_t j) {
    const Features *f = &reading_best(sight->readings, j)->features;
    return sight->at[j].kind == KIND_NOUN && !sight->at[j].joined && sight->at[j].unit == NONE &&
           !sight->at[j].definite && f->gender == GENDER_MASCULINE && f->cased == CASE_GENITIVE &&
           (f->number == NUMBER_DUAL || f->number == NUMBER_PLURAL);
}

/** قطر والكويت │بالإضافة إلى│ العراق: the state behind the words that add one to a list of them, or
 *  `j`. */
static uint32_t added_state(const Sight *sight, uint32_t j, uint32_t limit) {
    if (j == 0 || sight->at[j - 1].unit == NONE || !argument_names_country(sight, j - 1)) {
        return j;
    }
    const PhraseHits *hits = sight->mentions->hits;
    uint32_t first = j + sight_pauses(sight, j);
    for (uint32_t k = hits->starting[first]; first < limit && k < hits->starting[first + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        if (hit->entry.table == TABLE_EVENT_CLASSES && hit->end < limit &&
            slice_is(table_cell(sight->model, TABLE_EVENT_CLASSES, hit->entry.row, 0), "ADDED") &&
            sight->at[hit->end].unit == hit->end && argument_names_country(sight, hit->end)) {
            return hit->end;
        }
    }
    return j;
}

uint32_t phrase_end(const Sight *sight, uint32_t i, uint32_t limit) {
    uint32_t j = i;
    bool definite = false, after_unit = false, begun = false, described = false, relation = false;
    bool attribute = false, counted = false;
    while (j < limit) {
        if (sight_quotation(sight, j)) {
            j++;
            continue;
        }
        if (begun && j + 1 < limit && sight_lone_and(sight, j) &&
            phrase_goes_on(sight, j + 1, definite, after_unit)) {
            j++;
            continue;
        }
        uint32_t added = begun ? added_state(sight, j, limit) : j;
        if (added > j) {
            definite = after_unit = false;
            j = added;
        }
        if (begun && sight_hyphen(sight, j)) {
            definite = after_unit = false;
            j++;
            continue;
        }
        if (begun ? !phrase_goes_on(sight, j, definite, after_unit) : !phrase_nominal(sight, j)) {
            break;
        }
        const Glance *g = &sight->at[j];
        if (described && !g->joined && !g->definite && g->kind == KIND_NOUN) {
            break; /* شنت مقاتلات إسرائيلية │ غارات: the object */
        }
        if (relation && !g->joined && g->kind == KIND_NOUN && g->unit == NONE) {
            break; /* بحث الوزيران الروسي والتركي │ الأوضاع */
        }
        if (attribute && !g->joined && g->kind == KIND_NOUN && g->unit == NONE &&
            names_act(sight, j)) {
            break; /* بدأت المؤسسة الأمنية │ الهجوم: the object */
        }
        if (counted && several(sight, j)) {
            break; /* طردت 20 دولة │ دبلوماسيين: what is counted takes no genitive */
        }
        counted = counts(sight, j);
        described = g->kind == KIND_ADJECTIVE && !g->definite;
        attribute = g->kind == KIND_ADJECTIVE && g->definite;
        relation = g->kind == KIND_ADJECTIVE && g->actor != NONE;
        definite = g->definite || (definite && !g->joined && g->kind == KIND_ADJECTIVE);
        after_unit = g->unit != NONE;
        begun = true;
        j = g->unit != NONE && g->unit_end > j ? g->unit_end : j + 1;
    }
    while (j > i && sight_quotation(sight, j - 1) && sight->tokens->at[j - 1].kind == TOKEN_OPEN) {
        j--;
    }
    return begun ? (j < limit ? j : limit) : i;
}
