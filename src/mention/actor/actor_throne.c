/* SPDX-License-Identifier: Apache-2.0
 * Role:   whose king, amir or sultan is meant by a title and a name.
 * Input:  tokens, the list of leaders, the day of the article.   Output: the code of a state.
 *
 *     الملك │عبد الله│     JOR since 2015, and before where the article is on Jordan
 */
#include "mention/actor/actor.h"

/* Whether the name is the given name, or more, with which the full one begins: عبدالله and عبد الله
 * الثاني, whatever is written together. */
static bool begins_name(Slice full, Slice name) {
    uint32_t i = 0, k = 0;
    while (k < name.length && i < full.length) {
        if (name.at[k] == ' ' || full.at[i] == ' ') {
            k += name.at[k] == ' ';
            i += full.at[i] == ' ';
        } else if (name.at[k++] != full.at[i++]) {
            return false;
        }
    }
    return k == name.length && (i == full.length || full.at[i] == ' ');
}

/* │الملك│ عبد الله: the throne that the title before the name tells; empty without one. */
static Slice throne_before(const Scan *scan, uint32_t i) {
    const PhraseHit *hit =
        i > 0 ? scan_find(scan, i - 1, TABLE_TITLES, COLUMN(TITLE_PHRASES)) : NULL;
    return hit && hit->end == i ? scan_cell(scan, hit, TITLE_OFFICE) : (Slice){0};
}

/* Whether the article names the state. */
static bool is_named(const Mentions *m, const char *state) {
    for (uint32_t a = 0; a < m->actors.count && a < ACTORS_ASKED; a++) {
        const char *code = m->actors.at[a].code;
        if (m->actors.at[a].kind == ACTOR_COUNTRY && code && strcmp(code, state) == 0) {
            return true;
        }
    }
    return false;
}

/* Thrones stand first in the list of leaders. */
static bool is_throne(const Scan *scan, uint32_t row) {
    static const char *const THRONES[] = {"king", "amir", "sultan"};
    bool throne = false;
    for (uint32_t i = 0; i < sizeof THRONES / sizeof *THRONES && !throne; i++) {
        throne = row < table_rows(scan->model, TABLE_LEADERS) &&
                 slice_is(table_cell(scan->model, TABLE_LEADERS, row, LEADER_OFFICE), THRONES[i]);
    }
    return throne;
}

/* Who may be meant by a title and a name: الملك عبد الله. */
typedef struct Rulers {
    const char *found;  /* the state of the one who sits on the throne on the day */
    bool several, home; /* of two states; one of that name has sat on that of the article */
} Rulers;

static Rulers rulers_named(const Scan *scan, Slice throne, Slice name, const char *home) {
    Rulers rulers = {0};
    for (uint32_t row = 0; is_throne(scan, row); row++) {
        if (!slice_equal(table_cell(scan->model, TABLE_LEADERS, row, LEADER_OFFICE), throne) ||
            !begins_name(table_first(scan->model, TABLE_LEADERS, row, LEADER_NAME), name)) {
            continue;
        }
        const char *state = table_text(scan->model, TABLE_LEADERS, row, LEADER_STATE);
        rulers.home |= home && strcmp(home, state) == 0;
        if (scan->m->published == DAY_NONE || actor_in_office(scan, row)) {
            rulers.several |= rulers.found && strcmp(rulers.found, state) != 0;
            rulers.found = state;
        }
    }
    return rulers;
}

const char *actor_on_throne(const Scan *scan, uint32_t first, uint32_t end) {
    Slice throne = throne_before(scan, first);
    if (throne.length == 0 || end <= first) {
        return NULL;
    }
    Rulers rulers = rulers_named(scan, throne, slice_of(scan_words(scan, first, end)), NULL);
    return rulers.several ? NULL : rulers.found;
}

const char *actor_code_of_throne(const Scan *scan, uint32_t k, const char *article) {
    const ActorMention *mention = &scan->m->actor_mentions.at[k];
    Slice name = slice_of(scan->m->actors.at[mention->actor].name), throne = {0};
    for (uint32_t i = mention->first + 1; i < mention->end && throne.length == 0; i++) {
        throne = throne_before(scan, i);
    }
    if (throne.length == 0) {
        return NULL;
    }
    Rulers rulers = rulers_named(scan, throne, name, article);
    bool sure = rulers.found && !rulers.several && is_named(scan->m, rulers.found);
    return rulers.home && !sure ? article : rulers.several ? NULL : rulers.found;
}
