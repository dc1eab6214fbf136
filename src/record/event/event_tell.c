/* SPDX-License-Identifier: Apache-2.0
 * Role:   what each clause with a sense tells of an event, and how surely.
 * Input:  Clauses, quotes.   Output: Tolds in text order, not yet joined.
 */
#include "record/event/event_roles.h"
#include "record/told.h"

enum { ITERATION_REACH = 5, QUOTES_BACK = 16, CONDITIONS_BACK = 3 };

/* Confidence, in hundredths. */
enum {
    HOLLOW = 38,    /* share that a noun keeps that names nobody and tells no fact */
    FORCED = 46,    /* … that is an act of force: الحصار */
    UNREAL = 60,    /* … that names somebody, but is only asked for or offered */
    REACHED = 62,   /* surety of an agreement that somebody is to come to, whoever it is */
    NAMELESS = 55,  /* share that an event without any actor keeps */
    ONE_SIDED = 85, /* … with an actor on one side where two are due */
    ASSUMED = 95,   /* … whose status is assumed of a noun */
    REFUSAL = 66,   /* weight of what is told as a refusal */
};

static const char *const type_names[EVENT_TYPE_COUNT] = {
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};

uint8_t event_type_named(const char *name) {
    for (uint8_t i = 0; i < EVENT_TYPE_COUNT; i++) {
        if (strcmp(type_names[i], name) == 0) {
            return i;
        }
    }
    return EVENT_TYPE_COUNT;
}

/** The innermost quote around a token, or NONE. `from` is a quote that begins before it. */
static uint32_t quote_around(const Records *records, uint32_t token, uint32_t until) {
    uint32_t best = NONE;
    uint32_t floor = until > QUOTES_BACK ? until - QUOTES_BACK : 0;
    for (uint32_t i = floor; i < until; i++) {
        const Quote *quote = &records->quotes.at[i];
        if (quote->first <= token && token < quote->end &&
            (best == NONE || quote->end - quote->first <
                                 records->quotes.at[best].end - records->quotes.at[best].first)) {
            best = i;
        }
    }
    return best;
}

/** Whether the phrase says that this is another one: ثانية، أخرى، جولة جديدة من المحادثات. */
static bool iterated(const Mentions *m, const Clause *clause) {
    if (clause->head > 1 && roles_class(m, clause->head - 2, "ITERATED") &&
        reading_best(m->readings, clause->head - 1)->features.pos == POS_ADP) {
        return true;
    }
    uint32_t end = clause->head_end + ITERATION_REACH;
    for (uint32_t i = clause->head_end; i < end && i < m->tokens->count; i++) {
        uint32_t actor = mention_actor_at(m, i);
        uint8_t kind =
            actor == NONE ? ACTOR_COUNTRY : m->actors.at[m->actor_mentions.at[actor].actor].kind;
        if (mention_time_at(m, i) != NONE || kind == ACTOR_PERSON || kind == ACTOR_OFFICE) {
            break; /* زيارة الأسبوع المقبل، لقاء الرئيس السابق: the week, he is another one */
        }
        if (roles_class(m, i, "ITERATED")) {
            return true;
        }
        if (m->tokens->at[i].kind == TOKEN_PUNCT ||
            reading_best(m->readings, i)->features.pos == POS_ADP) {
            break;
        }
    }
    return false;
}

/** Types whose nouns are mostly what is asked for or offered, not what was done. */
static bool often_content(uint8_t type) {
    return type != EVENT_CONSULT && type != EVENT_AGREE && type != EVENT_ASSAULT &&
           type != EVENT_COERCE && type != EVENT_REQUEST && type != EVENT_ACCUSE &&
           type != EVENT_SANCTION && type != EVENT_PROTEST;
}

static float confidence(const Told *told, Frame frame, bool trait) {
    float value = (float)frame.weight;
    uint32_t actors = told->source.count + told->target.count;
    bool open =
        !told->failed && (told->status == STATUS_POSSIBLE || told->status == STATUS_NEGATED);
    if (told->source.count == 0 && told->type == EVENT_THREATEN) {
        value = value * HOLLOW / 100; /* أزمة │تهدد│ المنطقة: a crisis wills nothing */
    } else if (actors == 0) {
        bool content = often_content(told->type) && told->governed; /* تم │إجلاء│ … is told */
        bool hollow = told->nominal && ((open && told->type != EVENT_PROTEST) || trait || content);
        bool forced = told->nominal && told->type == EVENT_COERCE && told->governed;
        value = value * (hollow ? HOLLOW : forced ? FORCED : NAMELESS) / 100;
    } else if (frame_mutual(&frame) && actors < 2) {
        value = value * ONE_SIDED / 100;
    }
    if (actors > 0 && told->governed && often_content(told->type) && open) {
        value = value * (told->status == STATUS_NEGATED ? HOLLOW : UNREAL) / 100;
    }
    if (!told->firm) {
        value = value * ASSUMED / 100;
    }
    if (told->media && told->type == EVENT_CONSULT) {
        return 0;
    }
    return value / 100;
}

/** قبل مفاوضات، خلال محادثات: something else is told by it, so it is known. */
static bool placed_in_time(const Mentions *m, const Clause *clause) {
    if (clause->head == 0 || clause->kind == HEAD_VERB) {
        return false;
    }
    const PhraseHit *hit = phrase_at(m->hits, clause->head - 1, TABLE_EVENT_PARTICLES, NONE);
    return hit && hit->end == clause->head &&
           slice_is(table_cell(m->model, TABLE_EVENT_PARTICLES, hit->entry.row, 1), "other");
}

/** بعد │توقيع│، منذ │إخلاء│: what something comes after was done. */
static bool after(const Mentions *m, const Clause *clause) {
    return clause->head > 0 && clause->status == STATUS_OCCURRED &&
           roles_class(m, clause->head - 1, "AFTER");
}

/** وقف إطلاق النار │الساري│: what holds was done. */
static bool in_force(const Mentions *m, const Clause *clause) {
    uint32_t end = clause->head_end + ITERATION_REACH;
    for (uint32_t i = clause->head_end; i < end && i < m->tokens->count; i++) {
        if (m->tokens->at[i].kind == TOKEN_PUNCT) {
            return false;
        }
        if (roles_class(m, i, "IN_FORCE")) {
            return clause->status == STATUS_OCCURRED;
        }
    }
    return false;
}

/** التوصل إلى │اتفاق│, لم يتم التوصل بعد إلى │تسوية│, للتوصل │لاتفاق│: told even where nobody is
 * named. */
static bool reached(const Mentions *m, const Clause *clause) {
    enum { REACH = 3 };
    if (reading_best(m->readings, clause->head)->proclitics & PRO_LI) {
        return clause->head > 0 && roles_class(m, clause->head - 1, "REACHES");
    }
    if (clause->head < 2 || reading_best(m->readings, clause->head - 1)->features.pos != POS_ADP) {
        return false;
    }
    return roles_class(m, clause->head - 2, "REACHES") ||
           (clause->head >= REACH && roles_class(m, clause->head - REACH, "REACHES"));
}

/** With ال, a possessor or a definite genitive: المحادثات، مباحثاتها، محادثات هذا الأسبوع. */
static bool points_back(const Mentions *m, const Clause *clause) {
    const Reading *reading = reading_best(m->readings, clause->head);
    if ((reading->proclitics & PRO_AL) != 0 || reading->enclitic.person != 0) {
        return true;
    }
    if (placed_in_time(m, clause)) {
        return true;
    }
    uint32_t next = clause->head_end;
    if (next >= m->tokens->count) {
        return false;
    }
    uint32_t time = mention_time_at(m, next);
    return time != NONE && m->times.at[time].first == next;
}

/** The reading that shows the tense: of the verb itself or of the one that carries the noun. */
static const Reading *tense_of(const Records *records, const Clause *clause) {
    bool carried = clause->kind != HEAD_VERB && clause->parent != NONE;
    uint32_t head = carried ? records->clauses->list.at[clause->parent].head : clause->head;
    return reading_best(record_mentions(records)->readings, head);
}

/** Whether its day is still to come: يزور موسكو الثلاثاء المقبل; with an imperfect also today. */
static bool lies_ahead(const Mentions *m, const Told *told, const Reading *reading) {
    bool asked = (told->nominal || told->relative) &&
                 event_spoken(told->type); /* يصوت غدا على │اقتراح│: it was made */
    bool done = !told->nominal && reading->features.aspect == ASPECT_PERFECT;
    if (told->time == NONE || m->published == DAY_NONE || asked || done) {
        return false;
    }
    int32_t from = m->times.at[told->time].from;
    bool open = reading->features.aspect == ASPECT_IMPERFECT && !event_spoken(told->type);
    return from != DAY_NONE && (from > m->published || (open && from == m->published));
}

/** لا يقبل، ليس مستعدا، لن يسمح: not to agree, not to allow is to refuse. */
static bool refuses(const Told *told, const Clause *clause, Frame frame) {
    bool noun = clause->kind == HEAD_NOUN || clause->kind == HEAD_MASDAR;
    bool allows = told->type == EVENT_RETREAT && strcmp(frame.modes, "access") == 0 &&
                  clause->kind == HEAD_VERB && told->source.count > 0 && told->target.count > 0;
    return allows || (told->type == EVENT_AGREE && !noun && !frame_mutual(&frame));
}

/** و│يتوجه│ بعد ذلك إلى باريس: he will. */
static bool sets_out(const Mentions *m, const Told *told, const Clause *clause) {
    return told->type == EVENT_CONSULT && clause->kind == HEAD_VERB && told->firm &&
           strcmp(clause->status_rule.name, "verb-form") == 0 &&
           roles_class(m, clause->head, "SETS_OUT");
}

/** يتوجه إلى باريس │للقاء│ …, غادر │للتباحث│ …: what one sets out for. */
static bool set_out_for(const Records *records, uint32_t index, const Told *told) {
    enum { BACK = 10 };
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[index];
    uint32_t first = m->tokens->sentences[clause->sentence].first, at = clause->head;
    at -= at > first && reading_best(m->readings, at - 1)->features.deverbal == DEVERBAL_MASDAR;
    if (told->type != EVENT_CONSULT || !told->nominal ||
        ((reading_best(m->readings, clause->head)->proclitics |
          reading_best(m->readings, at)->proclitics) &
         PRO_LI) == 0) {
        return false;
    }
    for (uint32_t i = at; i > first && i + BACK > at; i--) {
        const Reading *reading = reading_best(m->readings, i - 1);
        bool joined = (reading->proclitics & ~(uint32_t)PRO_WA) != 0;
        if (roles_class(m, i - 1, "SETS_OUT") || roles_class(m, i - 1, "SET_OFF")) {
            return !joined;
        }
        if (reading->features.pos == POS_VERB || m->tokens->at[i - 1].kind == TOKEN_PUNCT) {
            return false;
        }
    }
    return false;
}

/** غارات إسرائيلية │استهدفت│ …: a verb right behind the noun that it goes on about. */
static bool goes_on(const Records *records, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        if (records->clauses->arguments.at[i].end == clause->head) {
            return clause->kind == HEAD_VERB && clause->relation == RELATION_RELATIVE;
        }
    }
    return false;
}

/** الرئيس │يزور│ القاهرة: a headline in the present tells what was, is or will be. */
static bool headline_present(const Records *records, const Clause *clause) {
    const Mentions *m = record_mentions(records);
    const char *rule = clause->status_rule.name;
    bool bare = strcmp(rule, "verb-form") == 0 || strcmp(rule, "carrying-verb") == 0;
    return m->tokens->sentences[clause->sentence].role == SENTENCE_TITLE && bare &&
           tense_of(records, clause)->features.aspect == ASPECT_IMPERFECT;
}

/** التوقيع على │الاتفاق│، دعم │الاتفاق│: the noun of signing or backing right before it. */
static bool behind_signing(const Records *records, uint32_t index) {
    enum { BETWEEN = 1 }; /* على, هذا */
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[index], *over = clause - 1;
    return index > 0 && over->frame != NONE && over->kind == HEAD_MASDAR &&
           over->head_end + BETWEEN >= clause->head && over->head_end <= clause->head &&
           strcmp(frame_type(m->model, over->frame), type_names[EVENT_SUPPORT]) == 0 &&
           roles_class(m, clause->head, "TEXT");
}

/** وقعا │اتفاقية│ تعاون: the text that is signed is no second agreement. */
static bool signed_text(const Records *records, uint32_t index, uint8_t type) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[index];
    if (type != EVENT_AGREE || clause->kind == HEAD_VERB) {
        return false;
    }
    if (behind_signing(records, index)) {
        return true;
    }
    if (clause->parent == NONE) {
        return false;
    }
    const Clause *parent = &records->clauses->list.at[clause->parent];
    if (parent->frame == NONE ||
        strcmp(frame_type(m->model, parent->frame), type_names[EVENT_SUPPORT]) != 0) {
        return false;
    }
    for (uint32_t i = parent->argument_first; i < parent->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (argument->first <= clause->head && clause->head < argument->end &&
            argument->role != ROLE_SUBJECT) {
            return true;
        }
    }
    return false;
}

/** رفع │العقوبات│: sanctions by nobody, of which only the lifting is told. */
static bool lifted(const Records *records, uint32_t index, const Told *told) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[index], *over = clause - 1;
    return told->type == EVENT_SANCTION && told->nominal && told->source.count == 0 &&
           told->target.count == 0 && index > 0 && over->frame != NONE &&
           over->head_end == clause->head &&
           strcmp(frame_type(m->model, over->frame), type_names[EVENT_CONCEDE]) == 0;
}

/** بنود │الاتفاق│, انسحبت من │الاتفاق│: a known text that is named in passing, unless its
 *  conclusion is told: … الذي أبرم في فيينا. */
static bool named_in_passing(const Mentions *m, const Clause *clause) {
    enum { TOLD_BEHIND = 6 };
    uint32_t head = clause->head;
    bool known = (reading_best(m->readings, head)->proclitics & PRO_AL) != 0 ||
                 (head + 1 < m->tokens->count &&
                  (reading_best(m->readings, head + 1)->proclitics & PRO_AL) != 0);
    if (clause->kind == HEAD_VERB || !known || head == 0 || !roles_class(m, head, "TEXT")) {
        return false;
    }
    uint32_t end = clause->head_end + TOLD_BEHIND;
    for (uint32_t i = clause->head_end; i < end && i < m->tokens->count; i++) {
        if (m->tokens->at[i].kind == TOKEN_PUNCT) {
            break;
        }
        if (roles_class(m, i, "CONCLUDED")) {
            return false;
        }
    }
    return roles_class(m, head - 1, "ABOUT_TEXT");
}

/** Whether it is what follows from a condition: │ستنسحب│ من الاتفاق إذا …. `until` is the first
 *  condition behind the clause. */
static bool conditioned(const Records *records, const Clause *clause, uint32_t until) {
    uint32_t begin = record_mentions(records)->tokens->at[clause->head].span.begin;
    for (uint32_t i = until; i > 0 && i + CONDITIONS_BACK > until; i--) {
        Span then = records->conditions.at[i - 1].consequent;
        if (then.begin <= begin && begin < then.end) {
            return true;
        }
    }
    return false;
}

/** │ستنسحب│ من الاتفاق إذا …: a hostile act that is announced under a condition is a threat. */
static bool threatens(const Records *records, const Told *told, const Clause *clause,
                      uint32_t until) {
    const Mentions *m = record_mentions(records);
    bool hostile =
        told->type == EVENT_SANCTION || told->type == EVENT_ASSAULT || told->type == EVENT_COERCE;
    bool ahead = (reading_best(m->readings, clause->head)->proclitics & PRO_SA) != 0;
    return hostile && ahead && clause->kind == HEAD_VERB && told->status == STATUS_PLANNED &&
           conditioned(records, clause, until);
}

/** What a status comes to for acts that are done by being told: a threat that may be is made
 *  (قد │نتخذ إجراءات│), mediation that is sought is there (جهود │وساطة│), the agreement that
 * somebody will keep to as well (سيبقي على │الاتفاق│). */
static uint8_t status_settled(const Mentions *m, const Told *told, const Clause *clause) {
    bool open = told->status == STATUS_POSSIBLE || told->status == STATUS_PLANNED;
    bool sought = told->nominal && strcmp(told->modes, "third-party") == 0 &&
                  clause->status_rule.table == TABLE_EVENT_STATUS;
    bool kept = told->type == EVENT_AGREE && told->nominal && told->status == STATUS_PLANNED &&
                (reading_best(m->readings, clause->head)->proclitics & PRO_AL) != 0;
    return open && (sought || kept) ? STATUS_OCCURRED : told->status;
}

/** What of the speech around a clause stands before it: numbers of quotes and conditions. */
typedef struct {
    uint32_t quotes, conditions;
} Until;

static Told tell(const Records *records, uint32_t index, Until until) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[index];
    Frame frame = frame_at(m->model, clause->frame);
    Told told = {.clause = index,
                 .row = clause->frame,
                 .sentence = clause->sentence,
                 .modes = frame.modes,
                 .status = clause->status,
                 .firm = clause->firm,
                 .type = event_type_named(frame.type),
                 .nominal = clause->kind != HEAD_VERB && !clause->circumstance,
                 .definite = points_back(m, clause),
                 .relative = goes_on(records, clause),
                 .again = iterated(m, clause)};
    told.failed = strcmp(clause->status_rule.name, "failure") == 0;
    told.headline = headline_present(records, clause);
    if (told.type == EVENT_REQUEST && told.nominal && told.status == STATUS_POSSIBLE &&
        clause->kind == HEAD_MASDAR) {
        told.status = STATUS_OCCURRED; /* حاول │إقناع│ …: to try to ask is to ask */
    }
    told.governed = told.nominal && !after(m, clause) && !in_force(m, clause) &&
                    strcmp(clause->status_rule.name, "carrying-verb") != 0;
    told.quote = quote_around(records, clause->head, until.quotes);
    told_actors(records, &told);
    told_when(records, &told);
    told_where(records, &told);
    if (threatens(records, &told, clause, until.conditions)) {
        told.type = EVENT_THREATEN;
        told.status = STATUS_OCCURRED;
        told.modes = "";
    } else if (told.status == STATUS_PLANNED && conditioned(records, clause, until.conditions)) {
        told.status = STATUS_POSSIBLE; /* │سيلتقي│ نظيره إذا … */
    }
    told.status = status_settled(m, &told, clause);
    if (told.status == STATUS_NEGATED && told.firm && refuses(&told, clause, frame)) {
        told.type = EVENT_REJECT;
        told.status = STATUS_OCCURRED;
        told.modes = "";
        frame.weight = frame.weight < REFUSAL ? REFUSAL : frame.weight;
    }
    bool trait = clause->kind == HEAD_PARTICIPLE && told.type == EVENT_COERCE; /* المحتجزين */
    bool spared = told.type == EVENT_REJECT && told.status == STATUS_NEGATED &&
                  clause->kind == HEAD_VERB; /* لا يستبعد: not to refuse is no event */
    bool known = signed_text(records, index, told.type) || lifted(records, index, &told) ||
                 spared ||
                 (told.type == EVENT_AGREE && !told.failed && named_in_passing(m, clause));
    told.confidence = known ? 0 : confidence(&told, frame, trait);
    bool sought = !known && told.type == EVENT_AGREE && told.nominal &&
                  told.confidence * 100 < REACHED && reached(m, clause);
    told.confidence = sought ? (float)REACHED / 100 : told.confidence;
    if (told.status == STATUS_OCCURRED &&
        (lies_ahead(m, &told, tense_of(records, clause)) || sets_out(m, &told, clause) ||
         set_out_for(records, index, &told))) {
        told.status = STATUS_PLANNED;
    }
    return told;
}

static uint32_t condition_begin(const Condition *condition) {
    uint32_t when = condition->antecedent.begin, then = condition->consequent.begin;
    return when < then ? when : then;
}

Tolds told_all(Arena *arena, const Records *records) {
    const Clauses *clauses = records->clauses;
    Tolds tolds = {0};
    Until until = {0};
    for (uint32_t i = 0; i < clauses->list.count; i++) {
        const Clause *clause = &clauses->list.at[i];
        while (until.quotes < records->quotes.count &&
               records->quotes.at[until.quotes].first <= clause->head) {
            until.quotes++;
        }
        uint32_t begin = record_mentions(records)->tokens->at[clause->head].span.begin;
        while (until.conditions < records->conditions.count &&
               condition_begin(&records->conditions.at[until.conditions]) <= begin) {
            until.conditions++;
        }
        if (clause->frame == NONE) {
            continue;
        }
        Told told = tell(records, i, until);
        if (told.type < EVENT_TYPE_COUNT) {
            *VECTOR_PUSH(arena, &tolds) = told;
        }
    }
    return tolds;
}
