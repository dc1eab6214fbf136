/* SPDX-License-Identifier: Apache-2.0
 * Role:   which place a bare word for a kind of place means: the town, the airport.
 * Input:  tokens of a Window, Mentions.   Output: a place that the article has named before.
 *
 *     مطار │عدن│ … إنزال المساعدات │بالمطار│          the last place behind the same noun
 *     قصفت │دوما│ … وسقط صاروخ على │المدينة│          a town: the last one named
 */
#include "record/event/event_site.h"

#include "mention/place/place.h"
#include "record/event/event_roles.h"
#include "record/wording.h"

enum { NAMED_BACK = 32 }; /* mentions of places before in which the place is looked for */

static bool is_town(const Mentions *m, uint32_t i) {
    return roles_class(m, i, "TOWNS");
}

/** المدينة, but not مدينة عدن, المدينة المنورة or "of the town" in a name. */
static bool is_bare(const Mentions *m, uint32_t i) {
    if ((reading_best(m->readings, i)->proclitics & PRO_AL) == 0 ||
        mention_place_at(m, i) != NONE || mention_actor_at(m, i) != NONE ||
        (i + 1 < m->tokens->count && mention_place_at(m, i + 1) != NONE)) {
        return false;
    }
    return is_town(m, i) || roles_class(m, i, "SITES");
}

/** في المدينة, بالمطار, على المخيم. */
static bool is_led(const Mentions *m, uint32_t i, bool struck) {
    if (reading_best(m->readings, i)->proclitics & PRO_BI) {
        return true;
    }
    return i > 0 && (place_role(m, i - 1, "at") || (struck && wording_particle(m, i - 1, "on")));
}

/** The noun before the name of a place: │مطار│ عدن; NONE without. */
static uint32_t kind_noun(const PlaceMention *mention) {
    bool bare = mention->preposition == NONE || mention->preposition + 1 < mention->first;
    return bare && mention->first > 0 ? mention->first - 1 : NONE;
}

static bool same_noun(const Mentions *m, uint32_t a, uint32_t b) {
    uint32_t lemma = reading_best(m->readings, a)->lemma;
    return lemma != NONE && lemma == reading_best(m->readings, b)->lemma;
}

/** The place that is meant: the last one behind the same noun, else for a town the last town. */
static uint32_t meant(const Mentions *m, uint32_t i) {
    uint32_t town = NONE, back = 0;
    for (uint32_t k = m->place_mentions.count; k-- > 0 && back < NAMED_BACK;) {
        const PlaceMention *mention = &m->place_mentions.at[k];
        if (mention->first >= i || mention->dateline) {
            continue;
        }
        back++;
        uint32_t noun = kind_noun(mention);
        if (noun != NONE && same_noun(m, noun, i)) {
            return mention->place;
        }
        bool city = m->places.at[mention->place].located;
        town = town == NONE && city && is_town(m, i) ? mention->place : town;
    }
    return town;
}

uint32_t site_in(const Mentions *m, Window w, bool struck) {
    for (uint32_t i = w.first; i < w.end; i++) {
        if (is_bare(m, i) && is_led(m, i, struck)) {
            return meant(m, i);
        }
    }
    return NONE;
}
