/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether what a clause names happened, is planned, is possible or is denied.
 * Input:  Sight with arguments and parents.   Output: status, firm, relation, status_rule.
 *
 *     لن تقدم          negated    a cue before the verb
 *     سيزور            planned    a letter on the verb
 *     من المقرر أن يبحث  planned    a cue that reaches over its clause
 *     عدم نشر          negated    a cue before the noun
 *     الزيارة المرتقبة  planned    an adjective behind it
 *     دعا إلى وقف …    possible   what the verb over it makes of its complement
 */
#include "clause/sight.h"

enum { COLUMN_STATUS = 2, COLUMN_ROLE = 1, COLUMN_LIGHT_STATUS = 2 };
enum { PROBED = 3, NEAR = 3, CLOSE = 4, AROUND = 6, FAR = 24, ADJECTIVES = 9 };

typedef struct Verdict {
    uint8_t status;
    bool found;
    Rule rule;
} Verdict;

static Verdict by_row(const Sight *sight, TableId table, uint32_t row, uint32_t column) {
    return (Verdict){
        .status = status_named(table_cell(sight->model, table, row, column), STATUS_OCCURRED),
        .found = true,
        .rule = {.name = "status-cue", .table = (uint8_t)table, .row = row}};
}

static Verdict by_name(uint8_t status, const char *name) {
    return (Verdict){.status = status, .found = true, .rule = {.name = name, .table = TABLE_COUNT}};
}

static bool is_finite_verb(const Sight *sight, uint32_t i) {
    return sight->at[i].kind == KIND_VERB && sight->at[i].unit == NONE &&
           sight->at[i].particle != PARTICLE_COPULA;
}

/** What `outer` over `inner` comes to: what did not happen was not asked for either, and what may
 * be called off (قد تلغي القمة) may yet be. */
static uint8_t combine(uint8_t outer, uint8_t inner) {
    if (outer == STATUS_NEGATED) {
        return inner == STATUS_NEGATED ? STATUS_POSSIBLE : STATUS_NEGATED;
    }
    return outer == STATUS_POSSIBLE && inner == STATUS_NEGATED ? STATUS_POSSIBLE : inner;
}

/** A cue directly before a verb: لم، لن، سوف، قد with the imperfect; what is still done (لا تزال
 * │تدعم│) is not denied. */
static Verdict cue_before_verb(const Sight *sight, uint32_t head) {
    const Features *f = &reading_best(sight->readings, head)->features;
    if (reading_best(sight->readings, head)->proclitics & PRO_SA) {
        return by_name(STATUS_PLANNED, "future-prefix");
    }
    for (uint32_t i = head; i > 0 && i + NEAR > head; i--) {
        const Glance *g = &sight->at[i - 1];
        if (g->reach == REACH_VERB && !head_of_class(sight, i - 1, SLICE("STILL"))) {
            Verdict verdict = by_row(sight, TABLE_EVENT_STATUS, g->cue, COLUMN_STATUS);
            bool perfect = f->aspect == ASPECT_PERFECT;
            bool open = i > 1 && (sight->at[i - 2].reach == REACH_CLAUSE ||
                                  sight->at[i - 2].reach == REACH_VERB);
            if (verdict.status == STATUS_NEGATED && open) { /* إذا لم │يقبل│, قد لا │يقبل│ */
                return by_row(sight, TABLE_EVENT_STATUS, sight->at[i - 2].cue, COLUMN_STATUS);
            }
            return perfect && verdict.status == STATUS_POSSIBLE ? (Verdict){0} : verdict;
        }
        if (is_finite_verb(sight, i - 1) || sight_stops(sight, i - 1) ||
            sight_pauses(sight, i - 1)) {
            break;
        }
    }
    return (Verdict){0};
}

static bool fails(const Sight *sight, uint32_t i) {
    return head_of_class(sight, i, SLICE("FAILURES"));
}

/** Talks that failed were held: فشل │المحادثات│. */
static bool held_in_vain(const Sight *sight, const Clause *clause) {
    return clause->head > 0 && fails(sight, clause->head - 1) &&
           clause_is_type(sight, clause, "CONSULT");
}

/** Whether the adjective at token i may be one of the noun: same gender, where both show one. */
static bool agrees(const Sight *sight, uint32_t noun, uint32_t i) {
    if (i + 1 < sight->tokens->count &&
        reading_best(sight->readings, i + 1)->enclitic.person == 3) {
        return true; /* المحادثات المزمع عقدها: it agrees with what follows */
    }
    const Features *n = &reading_best(sight->readings, noun)->features;
    const Features *a = &reading_best(sight->readings, i)->features;
    uint8_t gender = n->number == NUMBER_PLURAL ? GENDER_FEMININE : n->gender;
    return gender == 0 || a->gender == 0 || gender == a->gender;
}

/** An adjective in the noun's own phrase: المحادثات الأمنية المرتقبة. */
static Verdict cue_behind_noun(const Sight *sight, const Clause *clause) {
    uint32_t limit = sight->tokens->sentences[clause->sentence].end;
    for (uint32_t i = clause->head_end; i < limit && i < clause->head_end + ADJECTIVES; i++) {
        const Glance *g = &sight->at[i];
        if (g->unit != NONE) {
            continue;
        }
        if (g->reach == REACH_ADJECTIVE && agrees(sight, clause->head, i)) {
            return by_row(sight, TABLE_EVENT_STATUS, g->cue, COLUMN_STATUS);
        }
        if (sight_stops(sight, i) || sight_pauses(sight, i) || g->kind == KIND_VERB ||
            g->particle == PARTICLE_THAT || g->particle == PARTICLE_RELATIVE ||
            sight->clause_of[i] != NONE) {
            break;
        }
    }
    return (Verdict){0};
}

/** قررت إلغاء │القمة│: what is done by deciding it. */
static bool done_by_word(const Sight *sight, const Clause *clause) {
    static const char *const types[] = {"SANCTION", "AGREE",   "REJECT", "SUPPORT",
                                        "CONCEDE",  "REQUEST", "ACCUSE"};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (clause_is_type(sight, clause, types[i])) {
            return true;
        }
    }
    return false;
}

/** What the verb or noun at token i makes of what it governs, the clause `of`. */
static Verdict governed_by(const Sight *sight, uint32_t i, const Clause *of) {
    uint32_t index = sight->clause_of[i];
    const Clause *clause = index == NONE ? NULL : &sight->clauses->list.at[index];
    if (clause && clause->frame != NONE) {
        uint8_t content = frame_at(sight->model, clause->frame).content;
        if (content == FRAME_KEEP) {
            return (Verdict){0};
        }
        Verdict verdict = by_name(combine(clause->status, content), "governing-frame");
        verdict.rule.table = TABLE_FRAMES;
        verdict.rule.row = clause->frame;
        return verdict;
    }
    uint32_t row = head_light(sight, i);
    uint8_t own = clause ? clause->status : STATUS_OCCURRED;
    if (row == NONE ||
        !slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, COLUMN_ROLE), "content")) {
        bool open = own == STATUS_PLANNED || own == STATUS_POSSIBLE;
        bool near = !clause || clause->kind == HEAD_VERB || i + AROUND > of->head;
        return open && near ? by_name(own, "governing-verb") : (Verdict){0};
    }
    Slice cell = table_cell(sight->model, TABLE_EVENT_LIGHT, row, COLUMN_LIGHT_STATUS);
    if (clause_is_type(sight, of, "CONSULT") && head_of_class(sight, i, SLICE("STOPS"))) {
        const Features *f = &reading_best(sight->readings, i)->features;
        bool ahead = f->aspect == ASPECT_IMPERFECT && own == STATUS_OCCURRED;
        return by_name(ahead ? STATUS_PLANNED : own, "stops"); /* جولة تشمل │زيارة│ بيروت */
    }
    if (slice_is(cell, "keep")) {
        return own == STATUS_OCCURRED ? (Verdict){0} : by_name(own, "governing-verb");
    }
    Verdict verdict = by_row(sight, TABLE_EVENT_LIGHT, row, COLUMN_LIGHT_STATUS);
    if (slice_is(cell, "decided")) {
        verdict.status = done_by_word(sight, of) ? STATUS_OCCURRED : STATUS_PLANNED;
        verdict.status = own == STATUS_OCCURRED ? verdict.status : own;
        return verdict;
    }
    verdict.status = combine(own, verdict.status);
    return verdict;
}

static const char *type_at(const Sight *sight, uint32_t i) {
    uint32_t index = sight->clause_of[i];
    uint32_t frame = index == NONE ? NONE : sight->clauses->list.at[index].frame;
    return frame == NONE ? "" : frame_at(sight->model, frame).type;
}

/** إدانة مقتل …، الرد على هجوم …: what is condemned or answered has happened. */
static bool takes_fact(const Sight *sight, uint32_t i) {
    uint32_t row = head_light(sight, i);
    bool answers = row != NONE &&
                   slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, COLUMN_ROLE), "by") &&
                   i + 1 < sight->tokens->count && sight->at[i + 1].particle == PARTICLE_ON;
    return answers || strcmp(type_at(sight, i), "ACCUSE") == 0;
}

/** رفض الطلب: to refuse an act of speech does not undo it. */
static bool refused_act(const Sight *sight, const Clause *clause, uint32_t i) {
    if (clause->frame == NONE || strcmp(type_at(sight, i), "REJECT") != 0) {
        return takes_fact(sight, i) && clause->kind != HEAD_VERB;
    }
    const char *type = frame_at(sight->model, clause->frame).type;
    return strcmp(type, "REQUEST") == 0 || strcmp(type, "SANCTION") == 0 ||
           strcmp(type, "ACCUSE") == 0 || strcmp(type, "ASSAULT") == 0;
}

/** Whether token i goes on with a list of nouns behind a comma: … وانسحاب القوات، وعودة النازحين.
 */
static bool list_goes_on(const Sight *sight, uint32_t i) {
    const Glance *g = &sight->at[i];
    return g->joined && g->kind == KIND_NOUN && g->particle == PARTICLE_NONE;
}

/** تهدف │وساطة الأردن│ إلى …; سيمهد تحديد المسؤول عن │الهجمات│ …: what the subject is, or what
 * stands deep in it, is not made of by the verb. */
static bool untouched_subject(const Sight *sight, const Clause *clause, uint32_t verb) {
    uint32_t index = sight->clause_of[verb];
    if (clause->kind == HEAD_VERB || index == NONE) {
        return false;
    }
    const Clause *over = &sight->clauses->list.at[index];
    const Argument *around = argument_around(sight, over, clause->head);
    if (!around || around->role != ROLE_SUBJECT || over->passive) {
        return false;
    }
    uint32_t row = head_light(sight, verb);
    bool content =
        row != NONE &&
        slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, COLUMN_ROLE), "content");
    bool deep = around->first + 1 < clause->head && sight->at[clause->head].definite;
    return content || over->frame != NONE || deep;
}

/** دليل على أن │تحرير│ المدينة …: a cue that ends in أن ("on the understanding that") has a verb
 * behind it; before a noun it only begins what is said. */
static bool begins_speech(const Sight *sight, uint32_t cue) {
    uint32_t end = cue + sight->at[cue].cue_words;
    return end < sight->tokens->count && sight->at[end - 1].particle == PARTICLE_THAT &&
           sight->at[end].kind != KIND_VERB && sight->at[end].reach != REACH_VERB;
}

/** The nearest cue, governing verb or governing noun to the left, at most `far` tokens away. */
static Verdict cue_over(const Sight *sight, const Clause *clause, uint32_t far) {
    uint32_t first = sight->tokens->sentences[clause->sentence].first;
    uint32_t floor = clause->head > first + far ? clause->head - far : first;
    bool that = false;
    uint32_t in = 0; /* where في stands */
    for (uint32_t i = clause->head; i > floor; i--) {
        const Glance *g = &sight->at[i - 1];
        if (sight_stops(sight, i - 1) || (sight_pauses(sight, i - 1) && !list_goes_on(sight, i))) {
            break;
        }
        if (g->reach == REACH_CLAUSE && g->unit == NONE && !begins_speech(sight, i - 1)) {
            return by_row(sight, TABLE_EVENT_STATUS, g->cue, COLUMN_STATUS);
        }
        if (in > 0 && in + NEAR > clause->head && clause->kind != HEAD_VERB &&
            fails(sight, i - 1)) { /* فشل اللجنة في التوصل إلى │اتفاق│, فشلت في │المحادثات│ */
            bool held = in == clause->head && clause_is_type(sight, clause, "CONSULT");
            return by_name(held ? STATUS_OCCURRED : STATUS_NEGATED, "failure");
        }
        that |= g->particle == PARTICLE_THAT;
        in = g->particle == PARTICLE_IN ? i : in;
        if (g->particle == PARTICLE_RELATIVE || g->particle == PARTICLE_CONJUNCTION ||
            g->particle == PARTICLE_OTHER) {
            break;
        }
        if (is_finite_verb(sight, i - 1)) {
            if (refused_act(sight, clause, i - 1) || untouched_subject(sight, clause, i - 1)) {
                break;
            }
            return clause->kind == HEAD_VERB && !that ? (Verdict){0}
                                                      : governed_by(sight, i - 1, clause);
        }
        bool governs = clause->kind != HEAD_VERB || that; /* الشروط جاءت …: only by أن */
        if (sight->clause_of[i - 1] != NONE && g->unit == NONE && governs) {
            if (clause->relation == RELATION_RELATIVE && argument_around(sight, clause, i - 1)) {
                break; /* اقتراح أميركي يطلب …: it tells of the noun, which does not govern it */
            }
            if (takes_fact(sight, i - 1)) {
                break; /* إدانة مقتل …: what is condemned has happened */
            }
            Verdict verdict = governed_by(sight, i - 1, clause);
            if (verdict.found) {
                return verdict;
            }
        }
    }
    return (Verdict){0};
}

/** وقف │المعارك│, إلغاء │الاتفاق│: what is stopped or undone was there; a meeting called off not.
 */
static bool stopped(const Sight *sight, const Clause *clause, uint32_t cue) {
    return clause->frame != NONE && sight->at[clause->head].definite &&
           head_of_class(sight, cue, SLICE("UNDOES")) && !clause_is_type(sight, clause, "CONSULT");
}

/** A cue right before the noun; one that denies, under one that leaves open, leaves open:
 *  لا يستبعد تأجيل │القمة│. */
static Verdict cue_before_noun(const Sight *sight, const Clause *clause) {
    uint32_t head = clause->head;
    for (uint32_t i = head; i > 0 && i + NEAR > head; i--) {
        const Glance *g = &sight->at[i - 1];
        if (g->reach == REACH_NOUN && i - 1 + g->cue_words == head) {
            Verdict verdict = by_row(sight, TABLE_EVENT_STATUS, g->cue, COLUMN_STATUS);
            if (verdict.status != STATUS_NEGATED) {
                return verdict;
            }
            Clause cue = *clause;
            cue.head = i - 1;
            Verdict over = cue_over(sight, &cue, CLOSE);
            bool open = over.found && over.status == STATUS_POSSIBLE;
            return stopped(sight, clause, i - 1) ? by_name(STATUS_OCCURRED, "stopped")
                   : open                        ? over
                                                 : verdict;
        }
        if (g->unit != NONE || sight_stops(sight, i - 1) || sight_pauses(sight, i - 1)) {
            break;
        }
    }
    return (Verdict){0};
}

/** Whether a word of that class is right before the noun, or before what points at it:
 * عقب (تلك) │الجلسة│. */
static bool stands_behind(const Sight *sight, const Clause *clause, Slice id) {
    uint32_t i = clause->head;
    i -= i > 1 && sight_demonstrative(sight, i - 1);
    return i > 0 && head_of_class(sight, i - 1, id);
}

static void settle(Clause *clause, Verdict verdict) {
    clause->status = verdict.status;
    clause->firm = true;
    clause->status_rule = verdict.rule;
}

static bool anterior(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause_begin(sight, clause->head); i < clause->head; i++) {
        if (sight->at[i].particle == PARTICLE_COPULA) {
            return true;
        }
    }
    return false;
}

/** What the verb before it in the sentence has: سيصل … ليبحث. */
static uint8_t status_before(const Sight *sight, const Clause *clause) {
    const Clause *list = sight->clauses->list.at;
    for (const Clause *before = clause; before > list; before--) {
        if (before[-1].sentence != clause->sentence) {
            break;
        }
        if (before[-1].kind == HEAD_VERB) {
            bool result =
                before[-1].status == STATUS_NEGATED && sight_pauses(sight, clause->head - 1);
            return result ? STATUS_OCCURRED : before[-1].status; /* لم يقبلوه، │لتتوقف│ المحادثات */
        }
    }
    return STATUS_PLANNED;
}

/** من الطبيعي أن │تستأنف│ …: a verb behind أن of which no cue tells; not قبل أن │يلتقي│. */
static bool wished(const Sight *sight, uint32_t head) {
    return head > 1 && sight->at[head - 1].particle == PARTICLE_THAT &&
           reading_best(sight->readings, head)->features.mood == MOOD_SUBJUNCTIVE &&
           !head_of_class(sight, head - 2, SLICE("APART"));
}

static void status_of_verb(Sight *sight, Clause *clause) {
    const Reading *reading = reading_best(sight->readings, clause->head);
    clause->anterior = anterior(sight, clause);
    Verdict verdict = cue_before_verb(sight, clause->head);
    Verdict over = cue_over(sight, clause, FAR);
    if (over.status == STATUS_PLANNED && reading->features.aspect == ASPECT_PERFECT) {
        over = (Verdict){0}; /* أكد على أن بلاده طالبت … */
    }
    if (verdict.found && over.found && over.status != STATUS_OCCURRED &&
        verdict.status != STATUS_NEGATED) {
        verdict = over;
    } else if (!verdict.found) {
        verdict = over;
    }
    if (!verdict.found && reading->features.mood == MOOD_SUBJUNCTIVE &&
        sight->at[clause->head].joined) { /* أن يجري … محادثات، │ويوقعا│ … */
        uint8_t status = status_before(sight, clause);
        bool open = status == STATUS_PLANNED || status == STATUS_POSSIBLE;
        verdict = open ? by_name(status, "coordinated") : verdict;
    }
    if (!verdict.found && (reading->proclitics & PRO_LI)) {
        clause->relation = RELATION_PURPOSE;
        verdict = by_name(status_before(sight, clause), "purpose");
    }
    if (!verdict.found && wished(sight, clause->head)) {
        verdict = by_name(STATUS_POSSIBLE, "subjunctive");
    }
    bool future = (reading->proclitics & PRO_SA) != 0 && verdict.rule.table == TABLE_FRAMES;
    bool promises = sight->at[clause->head].frame != NONE && clause_is_type(sight, clause, "AGREE");
    if ((verdict.status == STATUS_PLANNED || future) &&
        (promises || clause_is_type(sight, clause, "THREATEN"))) {
        verdict =
            by_name(STATUS_OCCURRED, "spoken"); /* سترد │بحزم│، │سنبذل كل│ جهد: by saying it */
    }
    settle(clause, verdict.found ? verdict : by_name(STATUS_OCCURRED, "verb-form"));
}

/** The status that the verb which carries or moves the noun has: ستبدأ المحادثات. */
static Verdict status_of_carrier(const Sight *sight, const Clause *clause) {
    if (clause->parent == NONE) {
        return (Verdict){0};
    }
    const Clause *parent = &sight->clauses->list.at[clause->parent];
    const Argument *around = argument_around(sight, parent, clause->head);
    bool aside =
        around && (around->particle == PARTICLE_OTHER || around->particle == PARTICLE_TOPIC);
    if (parent->kind != HEAD_VERB || aside) {
        return (Verdict){0};
    }
    if (parent->frame != NONE && clause->frame != NONE) {
        const char *over = frame_at(sight->model, parent->frame).type;
        const char *type = frame_at(sight->model, clause->frame).type;
        bool same = strcmp(over, type) == 0; /* فرضت عقوبات: verb and noun tell the same */
        bool signs = strcmp(over, "SUPPORT") == 0 && strcmp(type, "AGREE") == 0 &&
                     !sight->at[clause->head].definite; /* لم يوقعا اتفاقا */
        return same || signs ? by_name(parent->status, "carrying-verb") : (Verdict){0};
    }
    if (parent->frame != NONE) {
        return (Verdict){0};
    }
    uint32_t row = head_light(sight, parent->head);
    if (row == NONE ||
        slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, COLUMN_ROLE), "content")) {
        return (Verdict){0};
    }
    return by_name(parent->status, "carrying-verb");
}

/** ألغى المحادثات: a meeting that is called off will not be, however well it is known. */
static bool cancelled(const Sight *sight, const Clause *clause, Verdict verdict) {
    return verdict.rule.table == TABLE_FRAMES && clause_is_type(sight, clause, "CONSULT") &&
           strcmp(frame_at(sight->model, verdict.rule.row).type, "SANCTION") == 0;
}

/** ملتزم بالاتفاق، رفع العقوبات: what one keeps to, or lifts, there is. */
static bool in_force(const Sight *sight, const char *type, Verdict verdict) {
    const char *over = verdict.found && verdict.rule.table == TABLE_FRAMES
                           ? frame_at(sight->model, verdict.rule.row).type
                           : "";
    bool agreed = strcmp(type, "AGREE") == 0; /* الانسحاب من الاتفاق: there is one */
    return (agreed && (strcmp(over, "AGREE") == 0 || strcmp(over, "SANCTION") == 0 ||
                       strcmp(over, "THREATEN") == 0)) ||
           (strcmp(over, "CONCEDE") == 0 &&
            (strcmp(type, "SANCTION") == 0 || strcmp(type, "COERCE") == 0));
}

/** Whether it is there from when it is made, and is known: │الاتفاق│, │العقوبات│. */
static bool lasts(const char *type, bool known) {
    static const char *const lasting[] = {"AGREE", "SANCTION", "COERCE", "REQUEST", "ACCUSE"};
    for (size_t i = 0; known && i < sizeof lasting / sizeof lasting[0]; i++) {
        if (strcmp(type, lasting[i]) == 0) {
            return true;
        }
    }
    return false;
}

/** Whether a verb that says nothing of its object is ahead: سيطلعهم على │الاتفاق│: there is one. */
static bool stands_already(const char *type, bool known, Verdict verdict) {
    return verdict.found && strcmp(verdict.rule.name, "governing-verb") == 0 && lasts(type, known);
}

/** تنفيذ │الاتفاق│, إبقاء │العقوبات│: to carry it out, to keep it, it must be there. */
static bool presupposed(const Sight *sight, const Clause *clause) {
    if (stands_behind(sight, clause, SLICE("PRESUPPOSES"))) {
        return true;
    }
    for (uint32_t i = clause->head; i > 0 && i + PROBED > clause->head; i--) {
        if (head_of_class(sight, i - 1, SLICE("PROBES"))) {
            return true; /* تحقيق في │هجوم│, ضحايا │القصف│ */
        }
        if (sight->at[i - 1].particle == PARTICLE_NONE) {
            break;
        }
    }
    return false;
}

/** A definite noun points at what is known: to refuse or to fear it does not undo it. */
static Verdict status_governed(const Sight *sight, const Clause *clause) {
    bool definite = sight->at[clause->head].definite;
    if (clause->kind == HEAD_PARTICIPLE && definite) {
        return (Verdict){0}; /* النظام المدعوم من …: a trait */
    }
    if (presupposed(sight, clause)) {
        return (Verdict){0};
    }
    Verdict verdict = cue_over(sight, clause, definite ? CLOSE : FAR);
    const char *type = clause->frame == NONE ? "" : frame_at(sight->model, clause->frame).type;
    uint32_t over =
        verdict.found || lasts(type, definite) ? NONE : status_content_noun(sight, clause);
    if (over != NONE) {
        verdict = governed_by(sight, over, clause); /* فكرة عقد │قمة│, قرار موسكو شن │ضربات│ */
    }
    bool said = strcmp(type, "ACCUSE") == 0 || strcmp(type, "REQUEST") == 0 ||
                strcmp(type, "THREATEN") == 0; /* نفت الاتهامات: they were made */
    const Glance *next = &sight->at[clause->head_end]; /* انسحب من اتفاق │المناخ│: a known one */
    bool known = definite || ((said || strcmp(type, "AGREE") == 0) && next->definite &&
                              next->clitic == PARTICLE_NONE && !next->joined &&
                              (next->unit == clause->head_end || next->kind == KIND_NOUN));
    bool undone = (definite || said) && verdict.status == STATUS_NEGATED &&
                  !cancelled(sight, clause, verdict);
    bool renewed = said && verdict.rule.table == TABLE_FRAMES && /* جدد دعوته: he calls again */
                   strcmp(frame_at(sight->model, verdict.rule.row).type, type) == 0;
    bool past = verdict.found && verdict.status == STATUS_POSSIBLE &&
                verdict.rule.table == TABLE_FRAMES && stands_behind(sight, clause, SLICE("AFTER"));
    return undone || renewed || past || (known && in_force(sight, type, verdict)) ||
                   stands_already(type, known, verdict)
               ? (Verdict){0}
               : verdict;
}

/** أن │مباحثات│ الوزير ونظيره ستتناول …: the verb behind a long subject, in the future, that tells
 * how a meeting goes on or what it is about. */
static Verdict status_of_predicate(const Sight *sight, const Clause *clause) {
    bool meeting = clause_is_type(sight, clause, "CONSULT");
    uint32_t before = clause->head > 0 && sight_quotation(sight, clause->head - 1) ? 2 : 1;
    bool topic = clause->head < sight->tokens->sentences[clause->sentence].first + before ||
                 sight->at[clause->head - before].particle == PARTICLE_THAT;
    uint32_t limit = sight->tokens->sentences[clause->sentence].end;
    for (uint32_t i = clause->head_end; meeting && topic && i < limit && i < clause->head + FAR;
         i++) {
        const Glance *g = &sight->at[i];
        if (head_of_class(sight, i, SLICE("UNFOLDS"))) {
            return by_name(STATUS_PLANNED, "future-predicate");
        }
        if (is_finite_verb(sight, i) || g->particle == PARTICLE_RELATIVE ||
            g->particle == PARTICLE_THAT || sight_stops(sight, i)) {
            break;
        }
    }
    return (Verdict){0};
}

/** ليس │مستعدا│, قد تكون │ملتزمة│, غير │مستعد│. */
static Verdict status_of_participle(const Sight *sight, const Clause *clause) {
    if (clause->kind != HEAD_PARTICIPLE) {
        return (Verdict){0};
    }
    if (clause->head > 0 && head_of_class(sight, clause->head - 1, SLICE("UN"))) {
        return by_name(STATUS_NEGATED, "un");
    }
    uint32_t cue = status_predicate_cue(sight, clause);
    return cue == NONE ? (Verdict){0}
                       : by_row(sight, TABLE_EVENT_STATUS, sight->at[cue].cue, COLUMN_STATUS);
}

static void status_of_noun(Sight *sight, Clause *clause) {
    if (clause->circumstance) { /* said or done with the verb before it */
        settle(clause, by_name(STATUS_OCCURRED, "circumstance"));
        return;
    }
    if (held_in_vain(sight, clause)) {
        settle(clause, by_name(STATUS_OCCURRED, "failure"));
        return;
    }
    Verdict verdict = status_of_participle(sight, clause);
    if (!verdict.found) {
        verdict = cue_before_noun(sight, clause);
    }
    if (!verdict.found) {
        verdict = cue_behind_noun(sight, clause);
    }
    if (!verdict.found) {
        verdict = status_of_predicate(sight, clause);
    }
    if (!verdict.found) {
        verdict = status_governed(sight, clause);
    }
    if (!verdict.found) {
        verdict = status_of_carrier(sight, clause);
    }
    if (!verdict.found && stands_behind(sight, clause, SLICE("AFTER"))) {
        verdict = by_name(STATUS_OCCURRED, "after"); /* عقب │انسحاب│ … منه */
    }
    if (!verdict.found && clause->head > 0 && !sight->at[clause->head].definite &&
        head_of_class(sight, clause->head - 1, SLICE("ANY"))) { /* أي │هجوم│: there is none yet */
        verdict = by_name(STATUS_POSSIBLE, "any");
    }
    clause->status = STATUS_OCCURRED;
    clause->status_rule = (Rule){.name = "noun-assumed", .table = TABLE_COUNT};
    if (verdict.found) {
        settle(clause, verdict);
    }
}

void status_run(Sight *sight) {
    Clauses *out = sight->clauses;
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < out->list.count; i++) {
            Clause *clause = &out->list.at[i];
            if ((clause->kind == HEAD_VERB) != (pass == 0)) {
                continue;
            }
            if (pass == 0) {
                status_of_verb(sight, clause);
            } else {
                status_of_noun(sight, clause);
            }
        }
    }
}
