/* SPDX-License-Identifier: Apache-2.0
 * Role:   a group of titles, offices and a name becomes a person, or an office without a name.
 * Output: actors and mentions; the longest statement of an office wins.
 */
#include "mention/actor/group.h"

enum { BESIDE = 4 }; /* mentions that may end where an office begins */

/* أمير قطر … نظيره القطري: nobody is the counterpart of one of his own state. */
static bool may_be_model(const Actor *actor, const Office *office) {
    return actor->office && !(actor->code && office->code && !strcmp(actor->code, office->code));
}

/* ... ظريف أمير قطر ونظيره القطري: behind و it is the counterpart of who was named first. */
static const char *first_office(const Scan *scan, const Office *own) {
    const Mentions *m = scan->m;
    const char *office = NULL;
    uint32_t sentence = scan->tokens->at[own->first].sentence, count = m->actor_mentions.count;
    for (uint32_t k = count, last = count > SCAN_BACK ? count - SCAN_BACK : 0; k-- > last;) {
        const ActorMention *mention = &m->actor_mentions.at[k];
        if (scan->tokens->at[mention->first].sentence != sentence) {
            break;
        }
        const Actor *actor = &m->actors.at[mention->actor];
        office = actor->kind == ACTOR_PERSON && may_be_model(actor, own) ? actor->office : office;
    }
    return office;
}

/* مباحثات الوزير سامح شكري │ونظيره الروسي│: of who stands right before. */
static const char *office_beside(const Scan *scan, const Office *office) {
    const Mentions *m = scan->m;
    uint32_t count = m->actor_mentions.count;
    for (uint32_t k = count, last = count > BESIDE ? count - BESIDE : 0; k-- > last;) {
        const ActorMention *mention = &m->actor_mentions.at[k];
        const Actor *actor = &m->actors.at[mention->actor];
        if (mention->end == office->first && actor->kind == ACTOR_PERSON &&
            may_be_model(actor, office)) {
            return actor->office;
        }
    }
    return NULL;
}

static const char *counterpart_office(const Scan *scan, const Office *office) {
    Mentions *m = scan->m;
    bool joined = office->proclitics & PRO_WA;
    const char *first = joined ? office_beside(scan, office) : NULL;
    first = first || !joined ? first : first_office(scan, office);
    if (first) {
        return first;
    }
    uint32_t count = m->actor_mentions.count;
    for (uint32_t k = count, last = count > SCAN_BACK ? count - SCAN_BACK : 0; k-- > last;) {
        const Actor *actor = &m->actors.at[m->actor_mentions.at[k].actor];
        if (may_be_model(actor, office)) {
            return actor->office;
        }
    }
    return NULL;
}

static const char *office_text(const Scan *scan, const Office *office) {
    if (office->class != OFFICE_COUNTERPART) {
        return office_words(scan, office);
    }
    const char *text = counterpart_office(scan, office);
    return text ? office_definite(scan, text) : NULL;
}

/* A trade or the office of a group says nothing of the one: القس، الكاتب، أعضاء الوفد. */
static bool is_no_office(const Office *office) {
    if (office->class == OFFICE_KIN) {
        return true;
    }
    bool many =
        office->plural && office->class >= OFFICE_MEMBER && office->class != OFFICE_COUNTERPART;
    bool trade = office->class == OFFICE_PROFESSION || office->class == OFFICE_RELIGIOUS;
    return many || (trade && office->words == 1);
}

static void learn_code(Scan *scan, Person *person, const Office *office) {
    Actor *actor = &scan->m->actors.at[person->actor];
    if (office->code && (!person->stated || !actor->code)) {
        actor->code = office->code;
        person->stated = true;
    }
}

/* The longest statement wins; among equals the one with ال, which stands without its state. */
static void learn_office(Scan *scan, Person *person, const Office *office) {
    Actor *actor = &scan->m->actors.at[person->actor];
    bool better = office->words > person->offices ||
                  (office->words == person->offices && office->full && !person->full);
    learn_code(scan, person, office);
    const char *text = better && !is_no_office(office) ? office_text(scan, office) : NULL;
    if (text) {
        actor->office = text;
        actor->office_span = token_span(scan->tokens, office->first, office->end);
        actor->sector = office->private ? "BUS" : office->sector ? office->sector : actor->sector;
        actor->former = office->former;
        person->offices = office->words;
        person->full = office->full;
    }
}

static const char *name_words(const Scan *scan, const Group *group) {
    const char *words = scan_words(scan, group->name_first, group->name_end);
    return scan_behind(words, scan->skip[group->name_first] ? 1 : 0);
}

static uint32_t person_of(Scan *scan, const Group *group) {
    uint32_t words = group->name_end - group->name_first;
    uint32_t skip = scan->skip[group->name_first];
    uint32_t index = person_find(scan, group->name_first, group->name_end, skip);
    if (index == NONE) {
        index = person_add(scan, group->name_first, group->name_end, skip);
        scan->persons.at[index].actor = scan_actor(
            scan, (Actor){.name = name_words(scan, group),
                          .kind = ACTOR_PERSON,
                          .rule = group->has_front ? (Rule){"office-name", TABLE_COUNT, 0}
                                                   : (Rule){"given-name", TABLE_COUNT, 0}});
        return index;
    }
    Person *person = &scan->persons.at[index];
    if (words > person->words) {
        person->words = person_split(scan, group->name_first, group->name_end, person->word);
        person->word[0] = slice_cut(person->word[0], skip, person->word[0].length);
        scan->m->actors.at[person->actor].name = name_words(scan, group);
    }
    return index;
}

void group_state(Scan *scan, const Office *office) {
    uint32_t state =
        office->state_end > office->state_first ? scan_state(scan, office->code) : NONE;
    if (state != NONE) {
        scan_mention(scan, (ActorMention){.first = office->state_first,
                                          .end = office->state_end,
                                          .head = office->state_first,
                                          .actor = state,
                                          .form = MENTION_DEMONYM,
                                          .also = NONE,
                                          .rule = office->rule});
    }
}

void group_mark(Scan *scan, const Group *group) {
    for (uint32_t i = group->name_first; i < group->name_end; i++) {
        scan->in_name[i] = true;
    }
}

void group_add(Scan *scan, Group *group) {
    uint32_t index = person_of(scan, group);
    Person *person = &scan->persons.at[index];
    Actor *actor = &scan->m->actors.at[person->actor];
    if (group->has_front && !group->kin) {
        learn_office(scan, person, &group->front);
    } else if (group->title && !actor->office) {
        bool and = group->title->proclitics & (PRO_WA | PRO_FA);
        bool other = group->title->proclitics & (PRO_BI | PRO_LI | PRO_KA);
        const char *words = scan_words(scan, group->title->first, group->title->end);
        actor->office = scan_behind(words, (uint32_t) and +(uint32_t)other);
        actor->office_span = token_span(scan->tokens, group->title->first, group->title->end);
    }
    if (group->has_behind) {
        learn_office(scan, person, &group->behind);
    }
    if (group->kin_code && !actor->code) {
        actor->code = group->kin_code;
    }
    actor->sector = actor->sector ? actor->sector : group->title_sector;
    group_mark(scan, group);
    scan_mention(scan, (ActorMention){.first = group->first,
                                      .end = group->end,
                                      .head = group->first,
                                      .actor = person->actor,
                                      .form = MENTION_NAME,
                                      .also = NONE,
                                      .rule = group->has_front ? group->front.rule : actor->rule});
}

static Actor holder_actor(const Scan *scan, const Office *office, const char *words) {
    return (Actor){.name = words,
                   .code = office->code,
                   .sector = office->sector,
                   .office = office_words(scan, office),
                   .office_span = token_span(scan->tokens, office->first, office->end),
                   .kind = ACTOR_OFFICE,
                   .former = office->former,
                   .rule = office->rule};
}

/* رئيس البرلمان الإيراني فلان … │رئيس البرلمان│, مستشارة الأمن القومي فلانة … │المستشارة│: what is
 * too little to tell an actor tells one who was named before. */
static uint32_t holder_before(const Scan *scan, const Office *office) {
    uint32_t first = office->first;
    bool post = first > 0 && scan_has_role(scan, first - 1, TABLE_CUES, "post"); /* في منصب */
    if (post || office->plural || office->pronoun || office->class == OFFICE_KIN ||
        !(office->definite || office->full)) {
        return NONE;
    }
    Actor holder = holder_actor(scan, office, "");
    return coref_only_holder(scan, &holder);
}

/* An office without a name: one actor for one wording and state. */
static uint32_t holder_of(Scan *scan, const Office *office) {
    const char *words = scan_words(scan, office->first, office->end);
    for (uint32_t k = scan->holders.count; k-- > 0;) {
        const Actor *actor = &scan->m->actors.at[scan->holders.at[k]];
        if (strcmp(actor->name, words) == 0) {
            return scan->holders.at[k];
        }
    }
    uint32_t index = scan_actor(scan, holder_actor(scan, office, words));
    if (scan->holders.count < SCAN_BODIES) {
        *VECTOR_PUSH(scan->arena, &scan->holders) = index;
    }
    return index;
}

uint32_t group_holder(Scan *scan, const Office *office, uint32_t i) {
    if (office->class == OFFICE_COUNTERPART) {
        return i;
    }
    bool told = office_is_actor(office);
    uint32_t actor = told ? holder_of(scan, office) : holder_before(scan, office);
    if (actor == NONE) {
        return i;
    }
    scan_mention(scan, (ActorMention){.first = office->first,
                                      .end = office->end,
                                      .head = office->first,
                                      .actor = actor,
                                      .form = MENTION_OFFICE,
                                      .also = NONE,
                                      .rule = office->rule});
    group_state(scan, office);
    return office->end;
}
