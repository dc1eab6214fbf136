/* SPDX-License-Identifier: Apache-2.0
 * Role:   what points back: الجانبان, نظيره, بلاده, الأخير; offices by coref_office.c.
 * Input:  Scan with sorted mentions.   Output: their mentions' actors; new nominal mentions.
 *
 *     موسكو وواشنطن ... الجانبان → RUS, USA
 */
#include "mention/actor/actor.h"

enum { BODY_BACK = 30 }; /* mentions over which a bare الحركة looks back */

static const ActorMention *mention_at(const Scan *scan, uint32_t k) {
    return &scan->m->actor_mentions.at[k];
}

static const Actor *actor_of(const Scan *scan, uint32_t k) {
    return &scan->m->actors.at[mention_at(scan, k)->actor];
}

/* ---- Nouns for actors named before ---- */

static bool is_party(const Actor *actor) {
    return actor->code && !actor->channel && actor->kind != ACTOR_PERSON &&
           actor->kind != ACTOR_OFFICE;
}

static void add_nominal(Scan *scan, const PhraseHit *hit, uint32_t actor, uint32_t also) {
    scan_mention(scan, (ActorMention){.first = hit->first,
                                      .end = hit->end,
                                      .head = hit->first,
                                      .actor = actor,
                                      .form = MENTION_NOMINAL,
                                      .also = also,
                                      .rule = {"nominal", TABLE_COLLECTIVE, hit->entry.row}});
}

static bool same_party(const Scan *scan, uint32_t a, uint32_t b) {
    const Actor *actors = scan->m->actors.at;
    return a == b || (actors[a].code && actors[b].code && !strcmp(actors[a].code, actors[b].code));
}

static uint32_t state_of(Scan *scan, uint32_t actor) {
    const Actor *known = &scan->m->actors.at[actor];
    uint32_t state = known->kind == ACTOR_COUNTRY ? actor : scan_state(scan, known->code);
    return state == NONE ? actor : state;
}

/* الوفدان الروسي والأمريكي: the two that the adjectives name. */
static bool add_named_pair(Scan *scan, const PhraseHit *hit) {
    uint32_t second = hit->end + 1, count = scan->tokens->count;
    if (second >= count || !scan->taken[hit->end] || !scan->taken[second]) {
        return false;
    }
    const ActorMention *one = mention_at(scan, scan->taken[hit->end] - 1);
    const ActorMention *two = mention_at(scan, scan->taken[second] - 1);
    bool both = one->form == MENTION_DEMONYM && two->form == MENTION_DEMONYM && one != two &&
                scan_proclitics(scan, second) & PRO_WA;
    if (both) {
        add_nominal(scan, hit, one->actor, two->actor);
    }
    return both;
}

/* How often each code is named in the article. */
static void weigh(Scan *scan) {
    const Mentions *m = scan->m;
    scan->weights = m->actors.count < ACTORS_ASKED ? m->actors.count : ACTORS_ASKED;
    scan->weight = ARENA_ARRAY(scan->arena, uint32_t, scan->weights + 1);
    uint32_t *first = ARENA_ARRAY(scan->arena, uint32_t, scan->weights + 1);
    for (uint32_t a = 0; a < scan->weights; a++) {
        first[a] = 0;
        scan->weight[a] = 0;
        while (first[a] < a && !same_party(scan, first[a], a)) {
            first[a]++;
        }
    }
    for (uint32_t k = 0; k < m->actor_mentions.count; k++) {
        uint32_t actor = mention_at(scan, k)->actor;
        if (actor < scan->weights && !mention_at(scan, k)->as_place) {
            scan->weight[first[actor]]++;
        }
    }
    for (uint32_t a = 0; a < scan->weights; a++) {
        scan->weight[a] = scan->weight[first[a]];
    }
}

/* Whom the article names a quarter as often as another that it has named before; a body of nations,
 * which is mostly there to mediate, half as often. */
static bool is_main(const Scan *scan, uint32_t actor, uint32_t most) {
    enum { HALF = 2, QUARTER = 4 };
    uint32_t share = actor_of_nations(&scan->m->actors.at[actor]) ? HALF : QUARTER;
    return actor >= scan->weights || scan->weight[actor] * share >= most;
}

/* الجانبان: the two parties named last, the earlier one first; of a person it is the state. Of
 * `persons` (الرئيسان) those of whom one is named. */
static bool pair_of(Scan *scan, uint32_t before, uint32_t pair[2], bool persons) {
    uint32_t second = NONE, most = 0, oldest = before > SCAN_BACK ? before - SCAN_BACK : 0;
    for (uint32_t k = before; k-- > oldest;) {
        uint32_t actor = mention_at(scan, k)->actor;
        bool known = actor < scan->weights && scan->m->actors.at[actor].code;
        most = known && scan->weight[actor] > most ? scan->weight[actor] : most;
    }
    for (uint32_t k = before; k-- > oldest;) {
        uint32_t actor = mention_at(scan, k)->actor;
        const Actor *known = &scan->m->actors.at[actor];
        bool person = known->kind == ACTOR_PERSON || known->kind == ACTOR_OFFICE;
        if (!known->code || known->channel || mention_at(scan, k)->as_place ||
            (persons ? !person : !is_main(scan, actor, most))) {
            continue;
        }
        actor = known->kind == ACTOR_PERSON || known->kind == ACTOR_OFFICE ? state_of(scan, actor)
                                                                           : actor;
        if (second == NONE) {
            second = actor;
        } else if (!same_party(scan, second, actor)) {
            pair[0] = actor;
            pair[1] = second;
            return true;
        }
    }
    return false;
}

/* الولايات المتحدة وأستراليا هما │الدولتان│ …: two in a list of two, told last in the sentence. */
static bool listed_two(Scan *scan, uint32_t before, uint32_t token, uint32_t pair[2]) {
    uint32_t last = NONE, sentence = scan->tokens->at[token].sentence;
    uint32_t oldest = before > SCAN_BACK ? before - SCAN_BACK : 0;
    for (uint32_t k = before; k-- > oldest;) {
        const ActorMention *mention = mention_at(scan, k);
        if (scan->taken[mention->first] != k + 1) {
            continue; /* inside a longer one */
        }
        bool here = scan->tokens->at[mention->first].sentence == sentence;
        if (!here || scan_state(scan, scan->m->actors.at[mention->actor].code) == NONE) {
            return false;
        }
        if (last != NONE) {
            const ActorMention *second = mention_at(scan, last);
            pair[0] = state_of(scan, mention->actor);
            pair[1] = state_of(scan, second->actor);
            return mention->end == second->first && !same_party(scan, pair[0], pair[1]) &&
                   (scan_proclitics(scan, second->first) & PRO_WA) != 0;
        }
        last = k;
    }
    return false;
}

static bool find_pair(Scan *scan, const PhraseHit *hit, uint32_t before, uint32_t pair[2]) {
    bool persons = slice_is(scan_cell(scan, hit, COLLECTIVE_CLASS), "persons");
    if (listed_two(scan, before, hit->first, pair)) {
        return true;
    }
    return (persons && pair_of(scan, before, pair, true)) || pair_of(scan, before, pair, false);
}

static void add_pair(Scan *scan, const PhraseHit *hit, uint32_t before) {
    uint32_t pair[2];
    if (find_pair(scan, hit, before, pair)) {
        add_nominal(scan, hit, pair[0], pair[1]);
    }
}

/* بلاده: the state of who was named last, a person rather than a state. */
static void add_country(Scan *scan, const PhraseHit *hit, uint32_t before) {
    uint32_t party = NONE, oldest = before > SCAN_BACK ? before - SCAN_BACK : 0;
    uint32_t sentence = scan->tokens->at[hit->first].sentence;
    for (uint32_t k = before; k-- > oldest;) {
        const Actor *actor = actor_of(scan, k);
        bool here = scan->tokens->at[mention_at(scan, k)->first].sentence == sentence;
        bool single = actor->kind == ACTOR_PERSON || actor->kind == ACTOR_OFFICE;
        if (!here && party != NONE) {
            break;
        }
        if (scan_state(scan, actor->code) == NONE) {
            continue;
        }
        if (single && actor->code) {
            party = mention_at(scan, k)->actor;
            break;
        }
        party = party == NONE && is_party(actor) ? mention_at(scan, k)->actor : party;
    }
    if (party != NONE) {
        add_nominal(scan, hit, state_of(scan, party), NONE);
    }
}

/* Whether the pronoun of the word at token i may stand for the mention, by its gender: a state is
 * feminine. */
static bool agrees(const Scan *scan, uint32_t i, uint32_t k) {
    const Readings *readings = scan->m->readings;
    const Enclitic *pronoun = &reading_best(readings, i)->enclitic;
    bool state = actor_of(scan, k)->kind == ACTOR_COUNTRY;
    uint8_t gender = state ? (uint8_t)GENDER_FEMININE
                           : reading_best(readings, mention_at(scan, k)->head)->features.gender;
    return pronoun->number != NUMBER_SINGULAR || gender == 0 || gender == pronoun->gender;
}

/* قال الجيش إن │طائراته│ قصفت …: of the state or group named last in the sentence. */
static void add_forces(Scan *scan, const PhraseHit *hit, uint32_t before) {
    uint32_t sentence = scan->tokens->at[hit->first].sentence;
    uint32_t oldest = before > SCAN_BACK ? before - SCAN_BACK : 0;
    for (uint32_t k = before; k-- > oldest;) {
        if (scan->tokens->at[mention_at(scan, k)->first].sentence != sentence) {
            return;
        }
        if (is_party(actor_of(scan, k)) && mention_at(scan, k)->form != MENTION_DEMONYM &&
            agrees(scan, hit->first, k)) {
            add_nominal(scan, hit, state_of(scan, mention_at(scan, k)->actor), NONE);
            return;
        }
    }
}

/* الزيارة │الأخيرة│, زيارته │الأخيرة│, خطاب ترامب │الأخير│: the adjective of what stands before it.
 */
static bool describes(const Scan *scan, uint32_t i) {
    bool determined = i > 0 && (scan_article(scan, i - 1) || scan->taken[i - 1] ||
                                reading_best(scan->m->readings, i - 1)->enclitic.person != 0);
    return determined && scan_nominal(scan, i - 1);
}

/* Whether الأخير or الأخيرة at token i may be the person of mention k, by the gender of the office.
 */
static bool agrees_last(const Scan *scan, uint32_t i, uint32_t k) {
    uint8_t own = reading_best(scan->readings, i)->features.gender;
    uint8_t gender = reading_best(scan->readings, mention_at(scan, k)->head)->features.gender;
    return gender == own || (gender == 0 && own != GENDER_FEMININE);
}

/* الأخير: the person named last in its sentence; behind a verb, in the one before as well: بحث فلان
 * مع فلان الأزمة. وأكد │الأخير│ … */
static void add_last(Scan *scan, const PhraseHit *hit, uint32_t before) {
    uint32_t sentence = scan->tokens->at[hit->first].sentence;
    uint32_t oldest = before > SCAN_BACK ? before - SCAN_BACK : 0;
    bool subject = hit->first > 0 && scan_verb(scan, hit->first - 1);
    for (uint32_t k = before; !describes(scan, hit->first) && k-- > oldest;) {
        uint32_t there = scan->tokens->at[mention_at(scan, k)->first].sentence;
        if (there + (there < sentence && subject) < sentence) {
            return;
        }
        if (actor_of(scan, k)->kind == ACTOR_PERSON &&
            (there == sentence || agrees_last(scan, hit->first, k))) {
            add_nominal(scan, hit, mention_at(scan, k)->actor, NONE);
            return;
        }
    }
}

/* The person of that state who holds the same office as the one named last, else the state. */
static uint32_t counterpart_of(Scan *scan, const char *code, uint32_t before) {
    const char *office = NULL;
    uint32_t oldest = before > SCAN_BACK ? before - SCAN_BACK : 0;
    for (uint32_t k = before; k-- > oldest && !office;) {
        office = actor_of(scan, k)->kind == ACTOR_PERSON ? actor_of(scan, k)->office : NULL;
    }
    uint32_t newest = before + SCAN_BACK, count = scan->m->actor_mentions.count;
    for (uint32_t k = newest < count ? newest : count; office && k-- > oldest;) {
        const Actor *actor = actor_of(scan, k);
        if (actor->kind == ACTOR_PERSON && actor->code && actor->office &&
            strcmp(actor->code, code) == 0 && strcmp(actor->office, office) == 0) {
            return mention_at(scan, k)->actor;
        }
    }
    return scan_state(scan, code);
}

static void add_counterpart(Scan *scan, const PhraseHit *hit, uint32_t before) {
    const PhraseHit *nisba = hit->end < scan->tokens->count ? scan_nisba(scan, hit->end) : NULL;
    const char *code = nisba ? scan_nisba_code(scan, nisba) : NULL;
    uint32_t actor = code ? counterpart_of(scan, code, before) : NONE;
    if (actor != NONE) {
        PhraseHit whole = *hit;
        whole.end = nisba->end;
        add_nominal(scan, &whole, actor, NONE);
    }
}

enum { THREE = 3 };

static bool among(const Scan *scan, const uint32_t *party, uint32_t found, uint32_t actor) {
    for (uint32_t i = 0; i < found; i++) {
        if (same_party(scan, party[i], actor)) {
            return true;
        }
    }
    return false;
}

/* The three that are told in one list: مصر والسودان وإثيوبيا; the last one first. */
static bool listed_three(Scan *scan, uint32_t before, uint32_t party[THREE]) {
    uint32_t found = 0, next = 0, oldest = before > SCAN_BACK ? before - SCAN_BACK : 0;
    for (uint32_t k = before; k-- > oldest && found < THREE;) {
        const ActorMention *mention = mention_at(scan, k);
        if (scan->taken[mention->first] != k + 1) {
            continue; /* inside a longer one */
        }
        uint32_t actor = mention->actor;
        bool state = scan_state(scan, scan->m->actors.at[actor].code) != NONE;
        actor = state ? state_of(scan, actor) : actor;
        bool joined = next == mention->end ||
                      (next == mention->end + 1 && scan->tokens->at[next - 1].kind == TOKEN_PUNCT);
        if (found > 0 && (!state || !joined || among(scan, party, found, actor))) {
            found = 0;
        }
        if (state) {
            party[found++] = actor;
        }
        next = mention->first;
    }
    return found == THREE;
}

/* The three parties named in a list, else those named last; the last one first. */
static bool find_three(Scan *scan, uint32_t before, uint32_t party[THREE]) {
    uint32_t found = 0, oldest = before > SCAN_BACK ? before - SCAN_BACK : 0;
    if (listed_three(scan, before, party)) {
        return true;
    }
    for (uint32_t k = before; found < THREE && k-- > oldest;) {
        uint32_t actor = mention_at(scan, k)->actor;
        if (!mention_at(scan, k)->as_place &&
            scan_state(scan, scan->m->actors.at[actor].code) != NONE) {
            actor = state_of(scan, actor);
            if (!among(scan, party, found, actor)) {
                party[found++] = actor;
            }
        }
    }
    return found == THREE;
}

/* الدول الثلاث: two stand on the noun, the third on its numeral. */
static void add_three(Scan *scan, const PhraseHit *hit, uint32_t before) {
    uint32_t party[THREE];
    if (hit->end == hit->first + 2 && find_three(scan, before, party)) {
        PhraseHit noun = *hit, numeral = *hit;
        noun.end = numeral.first = hit->first + 1;
        add_nominal(scan, &noun, party[2], party[1]);
        add_nominal(scan, &numeral, party[0], NONE);
    }
}

static uint32_t actor_coded(const Scan *scan, const char *code) {
    uint32_t count = scan->m->actors.count < ACTORS_ASKED ? scan->m->actors.count : ACTORS_ASKED;
    for (uint32_t a = 0; code && a < count; a++) {
        const Actor *actor = &scan->m->actors.at[a];
        bool party = actor->kind == ACTOR_COUNTRY || actor->kind == ACTOR_GROUP;
        if (party && actor->code && strcmp(actor->code, code) == 0) {
            return a;
        }
    }
    return NONE;
}

/* الأطراف اليمنية، أطراف النزاع: the state and the group that fights it. */
static void add_sides(Scan *scan, const PhraseHit *hit, const char *main_state) {
    const PhraseHit *nisba = hit->end < scan->tokens->count ? scan_nisba(scan, hit->end) : NULL;
    const char *code = nisba ? scan_nisba_code(scan, nisba) : main_state;
    uint32_t state = actor_coded(scan, code);
    uint32_t group = actor_coded(scan, actor_only_group(scan, code));
    if (state != NONE && group != NONE) {
        add_nominal(scan, hit, state, group);
    }
}

static void read_nominal(Scan *scan, uint32_t i, uint32_t before, const char *main_state) {
    const PhraseHit *hit = scan_find(scan, i, TABLE_COLLECTIVE, ANY_COLUMN);
    if (!hit || scan_verb(scan, i)) {
        return;
    }
    Slice class = scan_cell(scan, hit, COLLECTIVE_CLASS);
    if ((slice_is(class, "pair") || slice_is(class, "persons")) && !hit->pronoun) {
        if (!add_named_pair(scan, hit)) {
            add_pair(scan, hit, before);
        }
    } else if (slice_is(class, "three") && !hit->pronoun) {
        add_three(scan, hit, before);
    } else if (slice_is(class, "sides") && !hit->pronoun) {
        add_sides(scan, hit, main_state);
    } else if (slice_is(class, "counterpart")) {
        add_counterpart(scan, hit, before);
    } else if ((slice_is(class, "country") || slice_is(class, "government")) && hit->pronoun) {
        add_country(scan, hit, before);
    } else if (slice_is(class, "forces") && hit->pronoun) {
        add_forces(scan, hit, before);
    } else if (slice_is(class, "neighbour") && hit->pronoun) {
        neighbour_add(scan, hit, before);
    } else if (slice_is(class, "last") && !hit->pronoun) {
        add_last(scan, hit, before);
    }
}

/* الوفد, النظام: of a state, whose adjective stands beside it where it is told first: الوفد الروسي
 * … │الوفد│. */
static bool is_organ(const Scan *scan, uint32_t i) {
    const PhraseHit *hit = scan_find(scan, i, TABLE_BODIES, ANY_COLUMN);
    return hit && scan_cell_is(scan, hit, BODY_CLASS, "adjective");
}

/* Whether the mention names a body by `noun`: حركة فتح; or somebody of it: القيادي في حركة فتح. */
static bool names_body(const Scan *scan, uint32_t k, uint32_t i, Slice noun) {
    const ActorMention *mention = mention_at(scan, k);
    const Actor *actor = actor_of(scan, k);
    bool body = actor->kind == ACTOR_GROUP || actor->kind == ACTOR_ORGANIZATION;
    if (!actor->code || actor->channel || mention->form == MENTION_DEMONYM) {
        return false;
    }
    uint32_t first = body ? mention->first : mention->first + 1;
    uint32_t last = body ? first + 1 : mention->end;
    for (uint32_t t = first; t < last && t + 1 < mention->end; t++) {
        Slice word = token_fold(scan->tokens, t);
        word = body && is_organ(scan, i) ? coref_bare_word(scan, word) : word;
        if (slice_equal(word, noun)) {
            bool office =
                !body && i > 0 && /* │وزير│ خارجية مالطا … وزير │الخارجية│ */
                slice_equal(token_fold(scan->tokens, t - 1), token_fold(scan->tokens, i - 1));
            return !office;
        }
    }
    return false;
}

/* حركة فتح … │الحركة│; مجلس الأمن … │المجلس│: the body named last by the same noun. */
static void add_body_again(Scan *scan, uint32_t i, uint32_t before) {
    if (!scan_article(scan, i) || !scan_nominal(scan, i)) {
        return;
    }
    Slice fold = token_fold(scan->tokens, i), noun = coref_bare_word(scan, fold);
    bool described = i + 1 < scan->tokens->count && scan_article(scan, i + 1) &&
                     (scan_proclitics(scan, i + 1) & (PRO_BI | PRO_LI | PRO_KA | PRO_WA)) == 0;
    if (described || noun.length == fold.length) {
        return;
    }
    uint32_t oldest = before > BODY_BACK ? before - BODY_BACK : 0;
    for (uint32_t k = before; k-- > oldest;) {
        if (names_body(scan, k, i, noun)) {
            const ActorMention *mention = mention_at(scan, k);
            scan_mention(scan, (ActorMention){.first = i,
                                              .end = i + 1,
                                              .head = i,
                                              .actor = mention->actor,
                                              .form = MENTION_NOMINAL,
                                              .also = NONE,
                                              .rule = mention->rule});
            return;
        }
    }
}

/* الوزيران، الرؤساء الثلاثة: an office that stands for those named before. */
static void resolve_several(Scan *scan, uint32_t k) {
    const ActorMention office = *mention_at(scan, k);
    const PhraseHit *hit = scan_find(scan, office.first, TABLE_COLLECTIVE, ANY_COLUMN);
    if (!hit || hit->pronoun || hit->end != office.end || actor_of(scan, k)->code) {
        return;
    }
    uint32_t party[THREE];
    bool pair = slice_is(scan_cell(scan, hit, COLLECTIVE_CLASS), "persons");
    bool three =
        slice_is(scan_cell(scan, hit, COLLECTIVE_CLASS), "three") && hit->end == hit->first + 2;
    if (!(pair && find_pair(scan, hit, k, party)) && !(three && find_three(scan, k, party))) {
        return;
    }
    ActorMention *mention = &scan->m->actor_mentions.at[k];
    mention->form = MENTION_NOMINAL;
    mention->rule = (Rule){"nominal", TABLE_COLLECTIVE, hit->entry.row};
    mention->actor = pair ? party[0] : party[2];
    mention->also = party[1];
    if (three) {
        PhraseHit numeral = *hit;
        mention->end = numeral.first = hit->first + 1;
        mention->span = token_span(scan->tokens, mention->first, mention->end);
        add_nominal(scan, &numeral, party[0], NONE);
    }
}

void coref_run(Scan *scan) {
    uint32_t mentions = scan->m->actor_mentions.count, k = 0;
    const char *main_state = actor_main_state(scan);
    weigh(scan);
    for (uint32_t i = 0; i < scan->tokens->count; i++) {
        while (k < mentions && mention_at(scan, k)->first <= i) {
            if (actor_of(scan, k)->kind == ACTOR_OFFICE) {
                coref_office(scan, k);
                resolve_several(scan, k);
            }
            k++;
        }
        bool nisba =
            scan->taken[i] && mention_at(scan, scan->taken[i] - 1)->form == MENTION_DEMONYM;
        if (!scan->taken[i] || nisba) {
            read_nominal(scan, i, k, main_state);
        }
        if (!scan->taken[i]) {
            add_body_again(scan, i, k);
        }
    }
}
