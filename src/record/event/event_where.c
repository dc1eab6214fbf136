/* SPDX-License-Identifier: Apache-2.0
 * Role:   where the event of a clause happens.
 * Input:  Clause, Mentions.   Output: told->place: the nearest in the words around it.
 */
#include "mention/place/place.h"
#include "record/event/event_roles.h"
#include "record/event/event_scene.h"
#include "record/event/event_site.h"
#include "record/event/event_window.h"
#include "record/wording.h"

enum {
    AIM = 24,       /* tokens from an attack to what it is aimed at */
    HELD = 24,      /* tokens from a meeting to the verb that tells where it is held */
    NEIGHBOURS = 6, /* clauses around in which another event is looked for */
    KINDS = 3,      /* words between a preposition and the name of a place, or in a portfolio */
};

/** تستضيف │جنيف│ المفاوضات, قمة احتضنتها │الظهران│. */
static bool hosts(const Mentions *m, const PlaceMention *mention) {
    uint32_t i = mention->first; /* تحتضن العاصمة الأردنية عمان */
    i -= i > 1 && reading_best(m->readings, i - 1)->features.pos == POS_ADJ;
    i -= i > 0 && place_role(m, i - 1, "capital");
    return i > 0 && place_role(m, i - 1, "host");
}

/** Whether a preposition leads to the place, over what kind of place it is: في محافظة …. */
static bool led_to(const Mentions *m, const PlaceMention *mention) {
    if (mention->preposition != NONE || hosts(m, mention)) {
        return true;
    }
    bool joined = (reading_best(m->readings, mention->first)->proclitics & PRO_WA) != 0;
    uint32_t floor = mention->first > KINDS ? mention->first - KINDS : 0;
    for (uint32_t i = mention->first; i > floor; i--) {
        const Reading *reading = reading_best(m->readings, i - 1);
        bool kind = place_role(m, i - 1, "head");
        if (reading->features.pos == POS_ADP || place_role(m, i - 1, "at") ||
            (kind && (reading->proclitics & (PRO_BI | PRO_LI)))) {
            return true;
        }
        bool apposed = mention_place_at(m, i - 1) != NONE && !joined; /* السعودية الرياض */
        if (!kind && reading->features.pos != POS_ADJ && !apposed) {
            return false;
        }
    }
    return false;
}

/** Whether it is what the matter comes from or is meant for: اتفاق على الانسحاب من │الحديدة│. Who
 *  has gone there before is there: وصل إلى الدوحة للقاء …. */
static bool elsewhere(const Mentions *m, const Told *told, Window w, const PlaceMention *mention) {
    bool moves = told->type == EVENT_RETREAT || told->type == EVENT_COERCE ||
                 told->type == EVENT_MOBILIZE || place_role(m, w.head, "motion") ||
                 (told->type == EVENT_SANCTION && strcmp(told->modes, "expel") == 0) ||
                 (told->type == EVENT_CONSULT && event_visits(told->modes));
    if (mention->preposition == NONE || moves) {
        return false;
    }
    return place_role(m, mention->preposition, "from") ||
           (mention->first > w.head && told->type != EVENT_AID && /* مساعدات إلى │عدن│ */
            place_role(m, mention->preposition, "to"));
}

/** Whether it is a part of the name of somebody: المبعوث إلى │اليمن│، السفارة في │عمان│; but an
 * attack on people is where they are: الاعتداء على جندي │في الخليل│. */
static bool in_name(const Mentions *m, const Told *told, const PlaceMention *mention) {
    uint32_t actor = mention_actor_at(m, mention->first);
    if (actor == NONE) {
        return false;
    }
    const ActorMention *name = &m->actor_mentions.at[actor];
    uint32_t first = mention->preposition == NONE ? mention->first : mention->preposition;
    bool people = m->actors.at[name->actor].kind == ACTOR_OFFICE && mention->preposition != NONE &&
                  place_role(m, mention->preposition, "at");
    return !name->as_place && name->first < first && !(people && told->type == EVENT_ASSAULT);
}

/** وزير الخارجية │بجمهورية مصر│: whose minister he is; but بموسكو. */
static bool of_office(const Mentions *m, const PlaceMention *mention) {
    bool state = mention->rule.table == TABLE_STATES && !m->places.at[mention->place].located;
    if (!state || mention->preposition != mention->first) {
        return false;
    }
    uint32_t floor = mention->first > KINDS ? mention->first - KINDS : 0;
    for (uint32_t k = m->hits->starting[floor]; k < m->hits->starting[mention->first]; k++) {
        if (m->hits->at[k].end == mention->first &&
            m->hits->at[k].entry.table == TABLE_PORTFOLIOS) {
            return true;
        }
    }
    return false;
}

/** في العاصمة │السعودية│ الرياض: the state only tells whose city it is. */
static bool before_its_city(const Mentions *m, const PlaceMention *mention) {
    uint32_t next = mention->end < m->tokens->count ? mention_place_at(m, mention->end) : NONE;
    return !m->places.at[mention->place].located && next != NONE &&
           m->place_mentions.at[next].first == mention->end &&
           m->place_mentions.at[next].preposition == NONE;
}

/** في مدينة جدة │السعودية│. */
static bool behind_its_city(const Mentions *m, const PlaceMention *mention) {
    uint32_t city = mention->first > 0 ? mention_place_at(m, mention->first - 1) : NONE;
    return city != NONE && mention->preposition == NONE &&
           m->places.at[m->place_mentions.at[city].place].located &&
           !m->places.at[mention->place].located &&
           !told_places_clash(m, m->place_mentions.at[city].place, mention->place);
}

/** السفير │في أنقرة│ سيزور …: where the one is who acts, not where he acts. */
static bool of_subject(const Records *records, const Told *told, Window w,
                       const PlaceMention *mention) {
    const Clauses *clauses = records->clauses;
    const Clause *clause = &clauses->list.at[told->clause];
    if (clause->head != w.head && clause->parent != NONE) {
        clause = &clauses->list.at[clause->parent];
    }
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && !argument->inferred &&
            argument->first < mention->first && mention->first < w.head) {
            return true;
        }
    }
    return false;
}

/** بحث الأوضاع │في اليمن│: the place of a matter that is talked of, not of the talk. What two sides
 *  agree on they mostly do elsewhere: اتفقا على إقامة مصنع │في تونس│. */
static bool of_matter(const Records *records, const Told *told, const PlaceMention *mention) {
    const Mentions *m = record_mentions(records);
    uint32_t head_end = records->clauses->list.at[told->clause].head_end;
    uint32_t i = mention->preposition == NONE ? mention->first : mention->preposition;
    while (i > head_end && (reading_best(m->readings, i - 1)->features.pos == POS_ADJ ||
                            m->tokens->at[i - 1].kind == TOKEN_CLOSE)) {
        i--;
    }
    if (i <= head_end || (told->type != EVENT_CONSULT && told->type != EVENT_AGREE)) {
        return false;
    }
    if (place_role(m, mention->first, "structure")) {
        return true; /* اللجنة الخاصة │بسد النهضة│ */
    }
    if (told->type == EVENT_CONSULT) { /* مجلس الأمن is no matter */
        return mention_actor_at(m, i - 1) == NONE && roles_class(m, i - 1, "MATTERS");
    }
    bool known = mention_actor_at(m, i - 1) != NONE || mention_time_at(m, i - 1) != NONE ||
                 mention_place_at(m, i - 1) != NONE;
    return reading_best(m->readings, i - 1)->features.pos == POS_NOUN && !known;
}

/** إجلاء │المصابين│ من …: who is brought away is no event of his own. */
static bool is_moved(const Records *records, const Told *told, const Clause *next) {
    const Clause *clause = &records->clauses->list.at[told->clause];
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (told->type == EVENT_RETREAT && argument->role == ROLE_OBJECT &&
            argument->first == next->head && next->kind == HEAD_NOUN) {
            return true;
        }
    }
    return false;
}

/** النزاع │في سوريا│ يتصدر القمة: right behind another event, which neither holds this one nor is
 *  held by it. */
static bool of_neighbour(const Records *records, const Told *told, const PlaceMention *mention) {
    const Clause *list = records->clauses->list.at;
    uint32_t count = records->clauses->list.count, head = list[told->clause].head;
    if (head > 0 && place_role(record_mentions(records), head - 1, "margin")) {
        return false; /* محادثات في جوهانسبورغ على هامش │القمة│ */
    }
    uint32_t i = mention->preposition == NONE ? mention->first : mention->preposition;
    uint32_t from = told->clause > NEIGHBOURS ? told->clause - NEIGHBOURS : 0;
    for (uint32_t c = from; c < count && c <= told->clause + NEIGHBOURS; c++) {
        bool held = list[c].parent == told->clause || list[told->clause].parent == c;
        if (c != told->clause && list[c].head_end == i && list[c].frame != NONE &&
            list[c].kind != HEAD_VERB && !held && !is_moved(records, told, &list[c])) {
            return true;
        }
    }
    return false;
}

static bool may_be_scene(const Records *records, const Told *told, Window w,
                         const PlaceMention *mention) {
    const Mentions *m = record_mentions(records);
    return !mention->dateline && led_to(m, mention) && !in_name(m, told, mention) &&
           !of_office(m, mention) && !elsewhere(m, told, w, mention) &&
           !before_its_city(m, mention) && !behind_its_city(m, mention) &&
           !of_subject(records, told, w, mention) && !of_matter(records, told, mention) &&
           (event_visits(told->modes) || !of_neighbour(records, told, mention));
}

/** The place nearest to the head. The first one behind a word such as بشأن، لبحث is what the event
 *  is about: محادثات بشأن │سوريا│ في │جنيف│. */
static uint32_t nearest_place(const Records *records, const Told *told, Window w) {
    const Mentions *m = record_mentions(records);
    uint32_t best = NONE, best_distance = NONE;
    bool topic = false;
    for (uint32_t i = w.first; i < w.end; i++) {
        topic = topic || wording_particle(m, i, "topic"); /* بشأن، حول */
        uint32_t index = mention_place_at(m, i);
        if (index == NONE) {
            topic = topic && mention_actor_at(m, i) == NONE; /* بشأن │اليمن│, a state */
            continue;
        }
        const PlaceMention *mention = &m->place_mentions.at[index];
        if (!topic && may_be_scene(records, told, w, mention) &&
            window_distance(w, mention->first) < best_distance) {
            best = mention->place;
            best_distance = window_distance(w, mention->first);
        }
        topic = false;
        i = mention->end > i ? mention->end - 1 : i;
    }
    return best;
}

/** بحث الوزيران الأوضاع في غزة: where the matter is that they discuss, not where they do. */
static Window before_matter(const Records *records, const Told *told, Window w) {
    const Clause *clause = &records->clauses->list.at[told->clause];
    Frame frame = frame_at(record_mentions(records)->model, told->row);
    if (clause->kind != HEAD_VERB || !frame_selects(frame.source, "sides")) {
        return w;
    }
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (argument->role == ROLE_OBJECT && !argument->inferred && argument->first > w.head &&
            argument->first < w.end) {
            w.end = argument->first;
        }
    }
    return w;
}

/** Up to the next event noun: what stands behind it is where that one is. */
static Window before_next(const Records *records, const Told *told, Window w) {
    const Clauses *clauses = records->clauses;
    for (uint32_t i = told->clause + 1; i < clauses->list.count; i++) {
        const Clause *next = &clauses->list.at[i];
        if (next->head >= w.end) {
            break;
        }
        if (next->frame != NONE && next->head > w.head && !is_moved(records, told, next)) {
            w.end = next->head;
        }
    }
    return w;
}

/** Whether what the verb or noun governs is where it happens: يزور │تعز│، قصف │الحديدة│. */
static bool takes_place(const Told *told) {
    return told->type == EVENT_ASSAULT || told->type == EVENT_COERCE ||
           (told->type == EVENT_CONSULT && event_visits(told->modes));
}

/** The first place behind the event, without a preposition: what is struck, taken or visited. */
static uint32_t governed(const Records *records, const Told *told, Window w) {
    const Mentions *m = record_mentions(records);
    for (uint32_t i = w.first; takes_place(told) && i < w.end; i++) {
        uint32_t index = mention_place_at(m, i);
        if (index != NONE && !in_name(m, told, &m->place_mentions.at[index])) {
            return m->place_mentions.at[index].place;
        }
    }
    return NONE;
}

/** الهجوم الذي تدعمه موسكو │على إدلب│: what an attack is aimed at, up to the next verb that tells
 * of something else. */
static uint32_t aimed_at(const Records *records, const Told *told) {
    const Clauses *clauses = records->clauses;
    const Mentions *m = clauses->mentions;
    const Clause *clause = &clauses->list.at[told->clause];
    uint32_t end = m->tokens->sentences[clause->sentence].end;
    end = end < clause->head_end + AIM ? end : clause->head_end + AIM;
    for (uint32_t i = told->clause + 1; i < clauses->list.count; i++) {
        const Clause *next = &clauses->list.at[i];
        if (next->head >= end || (next->kind == HEAD_VERB && next->relation != RELATION_RELATIVE)) {
            end = next->head < end ? next->head : end;
            break;
        }
    }
    bool aims = told->type == EVENT_ASSAULT || told->type == EVENT_COERCE;
    for (uint32_t i = clause->head_end; aims && i < end; i++) {
        uint32_t index = mention_place_at(m, i);
        uint32_t kind = i > 1 && place_role(m, i - 1, "head") ? 2 : 1; /* على مدينة تعز */
        if (index != NONE && i >= kind && wording_particle(m, i - kind, "on")) {
            return m->place_mentions.at[index].place;
        }
    }
    return NONE;
}

/** محادثات │جنيف│، قمة │سنغافورة│: what the noun is called by. */
static uint32_t place_of_name(const Mentions *m, const Told *told, const Clause *clause) {
    bool named_by_place =
        clause->kind != HEAD_VERB && /* but خروج │بريطانيا│: who goes */
        (told->type == EVENT_CONSULT || told->type == EVENT_AGREE || told->type == EVENT_ASSAULT);
    uint32_t index = named_by_place ? mention_place_at(m, clause->head_end) : NONE;
    bool named = index != NONE && m->place_mentions.at[index].first == clause->head_end &&
                 !place_role(m, clause->head_end, "structure"); /* مفاوضات │سد النهضة│ */
    return named ? m->place_mentions.at[index].place : NONE;
}

/** جولة من المباحثات المتعلقة باتفاقية التجارة │في بكين│ اليوم: right before the day of the event.
 */
static uint32_t before_day(const Records *records, const Told *told, const Clause *clause) {
    const Mentions *m = record_mentions(records);
    Window w = {clause->head_end, clause->head_end, clause->head};
    uint32_t day = told->time == NONE ? clause->head : m->times.at[told->time].first;
    uint32_t index = day > clause->head_end ? mention_place_at(m, day - 1) : NONE;
    const PlaceMention *mention = index == NONE ? NULL : &m->place_mentions.at[index];
    bool led = mention && mention->end == day && mention->preposition != NONE &&
               mention->preposition >= clause->head_end &&
               place_role(m, mention->preposition, "at");
    return led && may_be_scene(records, told, w, mention) ? mention->place : NONE;
}

/** يومي الاثنين والثلاثاء │في سوتشي│: right behind the day of the event. */
static uint32_t beside_day(const Mentions *m, const Told *told, const Clause *clause) {
    uint32_t end = told->time == NONE ? NONE : m->times.at[told->time].end;
    uint32_t sentence_end = m->tokens->sentences[clause->sentence].end;
    uint32_t next = end < sentence_end ? mention_time_at(m, end) : NONE;
    end = next != NONE ? m->times.at[next].end : end; /* the second of two days */
    for (uint32_t i = end; i < sentence_end && i < end + 2 && end > clause->head; i++) {
        uint32_t index = mention_place_at(m, i);
        if (index != NONE && m->place_mentions.at[index].preposition == end) {
            return m->place_mentions.at[index].place;
        }
    }
    return NONE;
}

/** أجرى │في موسكو│ محادثات: in the words of the verb that carries the noun, right before it; behind
 * a comma, a verb or "and" something else is told: غارات │على بيروت│، حرصا على المحادثات. */
static uint32_t place_of_carrier(const Records *records, const Told *told) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[told->clause];
    Window over = window_over(records, clause);
    bool joined = (reading_best(m->readings, clause->head)->proclitics & PRO_WA) != 0;
    if (over.head < clause->head && joined) {
        return NONE;
    }
    for (uint32_t i = clause->head; i > over.first; i--) {
        bool parts =
            m->tokens->at[i - 1].kind == TOKEN_PUNCT ||
            (i - 1 > over.head && reading_best(m->readings, i - 1)->features.pos == POS_VERB);
        if (parts) {
            over.first = i;
        }
    }
    return nearest_place(records, told, over);
}

/** القمة …، على أن │تعقد في جدة│: behind a verb of being held whose subject is not told again, up
 * to the next event. */
static uint32_t held_in(const Records *records, const Told *told) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[told->clause];
    Window w = {clause->head_end, m->tokens->sentences[clause->sentence].end, clause->head};
    w.end = w.end < w.first + HELD ? w.end : w.first + HELD;
    w = before_next(records, told, w);
    for (uint32_t i = w.first; i + 1 < w.end; i++) {
        if (roles_class(m, i, "HELD")) {
            uint32_t time = mention_time_at(m, i + 1);
            uint32_t at = time == NONE ? i + 1 : m->times.at[time].end;
            uint32_t index = at + 1 < w.end ? mention_place_at(m, at) : NONE;
            index = index == NONE && at + 1 < w.end ? mention_place_at(m, at + 1) : index;
            bool led = index != NONE && m->place_mentions.at[index].preposition == at &&
                       place_role(m, at, "at");
            return led ? m->place_mentions.at[index].place : NONE;
        }
    }
    return NONE;
}

static void otherwise(Told *told, uint32_t place, const char *rule) {
    told->place_rule = told->place == NONE ? rule : told->place_rule;
    told->place = told->place == NONE ? place : told->place;
}

void told_where(const Records *records, Told *told) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[told->clause];
    Window behind = before_matter(records, told, window_behind(records, told->clause));
    told->place = NONE;
    bool signs = told->type == EVENT_SUPPORT && place_role(m, clause->head, "sign");
    if (event_spoken(told->type) && !signs) { /* the places in it are of what is said */
        return;
    }
    Window own = before_matter(records, told, window_of(records, clause));
    otherwise(told, nearest_place(records, told, signs ? own : before_next(records, told, own)),
              "place-own");
    otherwise(told, governed(records, told, behind), "place-governed");
    otherwise(told, aimed_at(records, told), "place-aimed-at");
    otherwise(told, place_of_name(m, told, clause), "place-name");
    otherwise(told, nearest_place(records, told, behind), "place-behind");
    if (told->type == EVENT_CONSULT) {
        otherwise(told, before_day(records, told, clause), "place-before-day");
        otherwise(told, beside_day(m, told, clause), "place-beside-day");
    }
    if (event_symmetric(told->type) && told->nominal) {
        otherwise(told, held_in(records, told), "place-held");
    }
    bool struck = told->type == EVENT_ASSAULT || told->type == EVENT_COERCE;
    if (struck || told->type == EVENT_CONSULT || told->type == EVENT_MOBILIZE) {
        otherwise(told, site_in(m, before_next(records, told, behind), struck), "place-site");
    }
    otherwise(told, place_of_carrier(records, told), "place-carrier");
    otherwise(told, scene_led(records, told), "place-led");
    Told journey = *told; /* وصل │إلى فاليتا│ قبيل │مفاوضات│: looked for as that of a visit is */
    journey.modes = "visit";
    otherwise(told, nearest_place(records, &journey, window_journey(records, told)),
              "place-journey");
}
