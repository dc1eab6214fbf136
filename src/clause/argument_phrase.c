/* SPDX-License-Identifier: Apache-2.0
 * Role:   phrases behind prepositions, and words behind a phrase that tell whose people it names.
 * Input:  Sight.   Output: ends of phrases; Arguments, behind clauses->arguments.
 *
 *     مع  وفد  من حركة فتح │ في القاهرة
 *         └── one phrase ─┘
 */
#include "clause/sight.h"

static bool names_actor_in(const Sight *sight, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        if (sight->at[i].actor != NONE) {
            return true;
        }
    }
    return false;
}

/** Whether an actor stands there of whom it is known whose he is, and who is no mere adjective of a
 *  continent: │قادة│ ثلاث دول │أوروبية│. */
static bool names_certain(const Sight *sight, uint32_t first, uint32_t end) {
    const Mentions *m = sight->mentions;
    for (uint32_t i = first; i < end; i++) {
        uint32_t at = sight->at[i].actor;
        const ActorMention *mention = at == NONE ? NULL : &m->actor_mentions.at[at];
        if (mention && m->actors.at[mention->actor].code &&
            (mention->form != MENTION_DEMONYM ||
             !actor_of_nations(&m->actors.at[mention->actor]))) {
            return true;
        }
    }
    return false;
}

bool argument_names_actor(const Sight *sight, Argument range) {
    return names_actor_in(sight, range.first, range.end);
}

bool clause_has_sides(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->particle == PARTICLE_BETWEEN && !argument->inferred &&
            argument_names_actor(sight, *argument)) {
            return true;
        }
    }
    return false;
}

bool argument_names_act(const Sight *sight, Argument range, const char *const *but) {
    return sight->at[range.first].unit == NONE &&
           reading_best(sight->readings, range.first)->features.deverbal == DEVERBAL_MASDAR &&
           !head_of_any(sight, range.first, but);
}

bool argument_names_country(const Sight *sight, uint32_t j) {
    const Mentions *m = sight->mentions;
    if (sight->at[j].actor == NONE) {
        return false;
    }
    const ActorMention *mention = &m->actor_mentions.at[sight->at[j].actor];
    bool named = mention->form == MENTION_NAME || mention->form == MENTION_METONYM;
    return named && m->actors.at[mention->actor].kind == ACTOR_COUNTRY;
}

bool argument_gathered(const Sight *sight, Argument argument) {
    return argument.particle == PARTICLE_BY && !argument.inferred &&
           argument_names_actor(sight, argument) &&
           !argument_names_country(sight, argument.first); /* جمعهما بسنغافورة */
}

/** Whether a list of states by their names stands from token i to token `end`. */
static bool states_only(const Sight *sight, uint32_t i, uint32_t end) {
    uint32_t states = 0;
    while (i < end) {
        bool state = sight->at[i].unit == i && argument_names_country(sight, i) &&
                     sight->at[i].unit_end <= end;
        bool between = sight_pauses(sight, i) || sight_lone_and(sight, i);
        if (!state && !between) {
            return false;
        }
        states += state;
        i = state ? sight->at[i].unit_end : i + 1;
    }
    return states > 1;
}

/** دول الجوار │(مصر والجزائر وتونس)│: the end of the bracket that tells who they are, or `end`. */
static uint32_t bracket_behind(const Sight *sight, uint32_t end, uint32_t limit) {
    const Token *open = &sight->tokens->at[end < limit ? end : 0];
    bool bracket = end < limit && open->kind == TOKEN_OPEN && (open->flags & TOKEN_QUOTE) == 0 &&
                   open->mate != NONE && open->mate < limit && open->mate > end;
    return bracket && states_only(sight, end + 1, open->mate) ? open->mate + 1 : end;
}

/** عدد من الدول، │من بينها الصين والهند│: the end of those who are told as members, or `end`. */
static uint32_t members_behind(const Sight *sight, uint32_t end, uint32_t limit) {
    bool of_many = end + 1 < limit && sight->at[end].particle == PARTICLE_FROM &&
                   sight->at[end + 1].unit == NONE && phrase_nominal(sight, end + 1);
    uint32_t i = of_many ? phrase_end(sight, end + 1, limit) : end; /* عدد │من الدول│ */
    i += i < limit && sight_pauses(sight, i);
    const PhraseHits *hits = sight->mentions->hits;
    for (uint32_t k = hits->starting[i]; i < limit && k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        if (hit->entry.table == TABLE_EVENT_CLASSES && hit->end < limit &&
            slice_is(table_cell(sight->model, TABLE_EVENT_CLASSES, hit->entry.row, 0), "AMONG") &&
            sight->at[hit->end].unit == hit->end && sight->at[hit->end].actor != NONE &&
            sight->at[hit->end].clitic == PARTICLE_NONE) {
            return phrase_end(sight, hit->end, limit);
        }
    }
    return end;
}

/** المجموعة │التي تضم كينيا وأوغندا│: the end of the list of states that a relative clause tells as
 *  members, or `end`. */
static uint32_t comprised(const Sight *sight, uint32_t end) {
    enum { VERB = 1, LIST = 2 };
    uint32_t limit = sight_sentence_end(sight, end > 0 ? end - 1 : 0);
    bool relative = end + LIST < limit && sight->at[end].particle == PARTICLE_RELATIVE &&
                    sight->at[end + LIST].unit == end + LIST &&
                    sight->at[end + LIST].actor != NONE &&
                    head_light_is(sight, end + VERB, "gathers");
    return relative ? phrase_end(sight, end + LIST, limit) : end;
}

/** عارض عدد │من أعضاء الكونغرس│ …: of whom it is a number belongs to its phrase. */
static uint32_t behind_count(const Sight *sight, uint32_t first, uint32_t end, uint32_t limit) {
    bool counts = end + 1 < limit && end == first + 1 && sight->at[end].unit == NONE &&
                  sight->at[end].particle == PARTICLE_FROM &&
                  head_of_class(sight, first, slice_of("COUNT"));
    uint32_t next = counts ? end + sight->at[end].particle_words : end;
    return counts && phrase_nominal(sight, next) ? phrase_end(sight, next, limit) : end;
}

/** دافع الرئيس الأمريكي │عن روسيا│, طلب │من روسيا│, unlike ممثلون عن …: one man of whom it is told
 * whose he is. */
static bool one_told(const Sight *sight, uint32_t first, uint32_t end) {
    const Mentions *m = sight->mentions;
    return sight->at[end - 1].actor != NONE &&
           reading_best(sight->readings, first)->features.number == NUMBER_SINGULAR &&
           m->actors.at[m->actor_mentions.at[sight->at[end - 1].actor].actor].code != NULL;
}

/** نواب │في البرلمان الإيراني│: a body, and not where they are. */
static bool within_body(const Sight *sight, uint32_t first, uint32_t end, uint32_t limit) {
    if (end + 1 >= limit || sight->at[end].unit != NONE || sight->at[end].particle != PARTICLE_IN ||
        sight->at[end + 1].actor == NONE) {
        return false;
    }
    const Mentions *m = sight->mentions;
    const ActorMention *mention = &m->actor_mentions.at[sight->at[end + 1].actor];
    uint8_t kind = m->actors.at[mention->actor].kind;
    return !mention->as_place && (kind == ACTOR_ORGANIZATION || kind == ACTOR_GROUP) &&
           !actor_of_nations(&m->actors.at[mention->actor]) &&
           head_of_class(sight, first, slice_of("MEMBERS"));
}

/** الأطراف │في السودان│، طرفي النزاع │في الصومال│: of whose state they are. */
static bool parties_in(const Sight *sight, uint32_t first, uint32_t end, uint32_t limit) {
    return end + 1 < limit && sight->at[end].unit == NONE && sight->at[first].unit == NONE &&
           sight->at[end].particle == PARTICLE_IN && sight->at[end].particle_words == 1 &&
           sight->at[end + 1].unit == end + 1 && argument_names_country(sight, end + 1) &&
           (head_of_class(sight, first, slice_of("PARTIES")) ||
            head_of_class(sight, first + 1, slice_of("PARTIES"))) && /* جميع │الأطراف│ */
           !names_actor_in(sight, first, end);
}

/** وفد من حركة …, ممثلون عن …, القوات التابعة لـ …: whose people they are belongs to their
 *  phrase. */
uint32_t argument_origin_end(const Sight *sight, uint32_t first, uint32_t end, uint32_t limit) {
    static const char *const people[] = {"DELEGATION", "PEOPLE",  "TROOPS", "VISITOR",
                                         "ENVOY",      "MEMBERS", NULL};
    const Glance *g = &sight->at[end];
    bool whose = end < limit && g->unit == NONE &&
                 (g->particle == PARTICLE_FROM || g->particle == PARTICLE_ABOUT);
    bool of_states = end < limit && g->unit == NONE && g->particle == PARTICLE_IN &&
                     sight->at[first].unit == first &&
                     reading_best(sight->readings, first)->features.number == NUMBER_PLURAL;
    whose |= of_states; /* وزراء الري في السودان، مصر وإثيوبيا */
    bool here = end < limit && g->clitic == PARTICLE_BY && argument_names_country(sight, end) &&
                reading_best(sight->readings, first)->features.number == NUMBER_PLURAL;
    if (here && sight->at[first].actor != NONE) {
        return phrase_end(sight, end, limit); /* وزراء الري │بمصر والسودان│ */
    }
    uint32_t listed = members_behind(sight, end, limit);
    listed = listed > end ? listed : bracket_behind(sight, end, limit);
    listed = listed > end ? listed : comprised(sight, end);
    if (listed > end && !names_certain(sight, first, end)) {
        return listed;
    }
    uint32_t counted = behind_count(sight, first, end, limit);
    if (counted > end) {
        return counted;
    }
    whose &= of_states || !one_told(sight, first, end);
    whose |= within_body(sight, first, end, limit);
    if (parties_in(sight, first, end, limit)) {
        return phrase_end(sight, end + 1, limit);
    }
    bool belong = end < limit && end > first && g->clitic == PARTICLE_TO &&
                  sight->at[end - 1].kind == KIND_ADJECTIVE && !names_actor_in(sight, first, end);
    uint32_t next = whose ? end + g->particle_words : belong ? end : limit;
    next += next < limit && sight_quotation(sight, next);
    if (next >= limit || sight->at[next].actor == NONE ||
        reading_best(sight->readings, first)->enclitic.person != 0) { /* قواتها من العراق */
        return end;
    }
    const Mentions *m = sight->mentions;
    if (of_states &&
        m->actors.at[m->actor_mentions.at[sight->at[first].actor].actor].kind == ACTOR_OFFICE) {
        return phrase_end(sight, next, limit);
    }
    bool so_many = sight->at[first].each || sight->tokens->at[first].kind == TOKEN_NUMBER;
    if (so_many && g->particle == PARTICLE_FROM) { /* مقتل 28 │من الميليشيات│ */
        return phrase_end(sight, next, limit);
    }
    return head_of_any(sight, first, people) ? phrase_end(sight, next, limit) : end;
}

/** بين الجيش │من جهة│ والمسلحين: the token behind words that only part the sides, else `i`. */
static uint32_t behind_facing(const Sight *sight, uint32_t i, uint32_t limit) {
    const PhraseHits *hits = sight->mentions->hits;
    for (uint32_t k = hits->starting[i]; i < limit && k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        if (hit->entry.table == TABLE_EVENT_CLASSES && hit->end < limit &&
            slice_is(table_cell(sight->model, TABLE_EVENT_CLASSES, hit->entry.row, 0), "FACING") &&
            sight->at[hit->end].joined && phrase_nominal(sight, hit->end)) {
            return hit->end;
        }
    }
    return i;
}

/** بين السودان، مصر وإثيوبيا: where the list of sides ends that begins before `end`. */
static uint32_t list_end(const Sight *sight, uint32_t end, uint32_t limit) {
    while (end + 1 < limit && sight_pauses(sight, end) && sight->at[end + 1].unit == end + 1 &&
           sight->at[end + 1].actor != NONE) {
        end = phrase_end(sight, end + 1, limit);
    }
    uint32_t other = behind_facing(sight, end, limit);
    return other > end ? phrase_end(sight, other, limit) : end;
}

/** بين الجيش الحر، الذي يضم فصائل، │وروسيا│: the side behind a relative clause about the one
 * before, whose phrase ends at token `end`. */
static void side_resumed(Sight *sight, uint32_t end, uint32_t marker) {
    enum { APART = 16 };
    uint32_t last = sight_sentence_end(sight, marker);
    uint32_t first = end < last && sight_pauses(sight, end) ? end + 1 : end;
    bool relative = end < last && first > end && sight->at[first].particle == PARTICLE_RELATIVE;
    for (uint32_t i = first + 1; relative && i + 1 < last && i < first + APART; i++) {
        uint32_t next = i + 1;
        if (!sight_pauses(sight, i)) {
            continue;
        }
        if (sight->at[next].joined && phrase_nominal(sight, next)) {
            uint32_t side = phrase_end(sight, next, last);
            argument_add(sight, (Argument){.role = ROLE_PREPOSITION,
                                           .particle = PARTICLE_BETWEEN,
                                           .first = next,
                                           .end = side,
                                           .marker = marker});
        }
        return;
    }
}

bool argument_object_follows(const Sight *sight, uint32_t i) {
    Senses senses = head_senses(sight, i);
    for (uint32_t k = 0; k < senses.count; k++) {
        Frame frame = frame_at(sight->model, senses.rows[k]);
        if (frame_selects(frame.modes, "visit") && frame_selects(frame.source, "subj")) {
            return false; /* التقى خلال زيارته │الرئيس│: whom he met */
        }
    }
    const Reading *reading = reading_best(sight->readings, i);
    const Glance *next = &sight->at[i + 1];
    bool noun = next->unit == NONE && next->kind == KIND_NOUN && next->definite &&
                next->particle == PARTICLE_NONE; /* قبوله │الدعوة│ */
    return sight->at[i].unit == NONE && reading->features.deverbal == DEVERBAL_MASDAR &&
           reading->enclitic.person == 3 && (noun || next->unit == i + 1) && !next->adverbial &&
           !next->joined && next->clitic == PARTICLE_NONE;
}

/** A preposition at token j with its phrase; returns the token behind it. */
uint32_t argument_prepositional(Sight *sight, uint32_t j, uint32_t limit, bool add) {
    const Glance *g = &sight->at[j];
    bool clitic = g->particle == PARTICLE_NONE || g->unit != NONE;
    uint8_t particle = clitic ? g->clitic : g->particle;
    uint32_t first = clitic ? j : j + g->particle_words;
    first +=
        first < limit && sight_demonstrative(sight, first); /* في │تلك│ المدينة, بهذا الاتفاق */
    uint32_t end = first < limit ? phrase_end(sight, first, limit) : first;
    bool several = first < limit && particle == PARTICLE_TO &&
                   (reading_best(sight->readings, first)->features.number == NUMBER_PLURAL ||
                    head_of_class(sight, first, slice_of("DELEGATION"))); /* استضافة لوفد │من …│ */
    bool shot = particle == PARTICLE_AGENT; /* برصاص مسلحين │من حركة …│ */
    if (end > first &&
        (particle == PARTICLE_WITH || particle == PARTICLE_BETWEEN || several || shot)) {
        end = argument_origin_end(sight, first, end, limit); /* مع دبلوماسيين من … */
        end = particle == PARTICLE_BETWEEN ? list_end(sight, end, limit) : end;
    }
    if (end == first + 1 && end < limit && argument_object_follows(sight, first)) {
        end = phrase_end(sight, end, limit);
    }
    end = end > first ? behind_count(sight, first, end, limit) : end; /* على عدد │من قادة│ … */
    if (add && end > first) {
        bool agent = particle == PARTICLE_AGENT;
        argument_add(sight, (Argument){.role = agent ? ROLE_AGENT : ROLE_PREPOSITION,
                                       .particle = particle,
                                       .first = first,
                                       .end = end,
                                       .marker = j});
        if (particle == PARTICLE_BETWEEN) {
            side_resumed(sight, end, j);
        }
    }
    return end > j ? end : j + 1;
}
