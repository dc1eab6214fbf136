/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a cue, a verb or a noun over a clause makes of it; verdicts.
 * Input:  Sight with arguments and parents.   Output: Verdict.
 *
 *     من المقرر أن يبحث  planned    a cue that reaches over its clause
 *     دعا إلى وقف …    possible   what the verb over it makes of its complement
 */
#include "clause/status.h"

enum { AROUND = 6 };

Verdict status_by_row(const Sight *sight, TableId table, uint32_t row, uint32_t column) {
    return (Verdict){
        .status = status_named(table_cell(sight->model, table, row, column), STATUS_OCCURRED),
        .found = true,
        .rule = {.name = "status-cue", .table = (uint8_t)table, .row = row}};
}

Verdict status_by_name(uint8_t status, const char *name) {
    return (Verdict){.status = status, .found = true, .rule = {.name = name, .table = TABLE_COUNT}};
}

void status_settle(Clause *clause, Verdict verdict) {
    clause->status = verdict.status;
    clause->firm = true;
    clause->status_rule = verdict.rule;
}

bool status_finite(const Sight *sight, uint32_t i) {
    return sight->at[i].kind == KIND_VERB && sight->at[i].unit == NONE &&
           sight->at[i].particle != PARTICLE_COPULA;
}

bool status_fails(const Sight *sight, uint32_t i) {
    return head_of_class(sight, i, SLICE("FAILURES"));
}

const Clause *status_verb_before(const Sight *sight, const Clause *clause) {
    for (const Clause *before = clause; before > sight->clauses->list.at; before--) {
        if (before[-1].sentence != clause->sentence) {
            break;
        }
        if (before[-1].kind == HEAD_VERB) {
            return before - 1;
        }
    }
    return NULL;
}

/** What `outer` over `inner` comes to: what did not happen was not asked for either, and what may
 * be called off (قد تلغي القمة) may yet be. */
static uint8_t combine(uint8_t outer, uint8_t inner) {
    if (outer == STATUS_NEGATED) {
        return inner == STATUS_NEGATED ? STATUS_POSSIBLE : STATUS_NEGATED;
    }
    return outer == STATUS_POSSIBLE && inner == STATUS_NEGATED ? STATUS_POSSIBLE : inner;
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

/** اتفقوا │في اجتماع│ على …, دعا │في اتصال│ مع نظيره إلى …: the meeting at which it is said is no
 *  part of what is agreed on or asked for. */
static bool held_at(const Sight *sight, const Clause *verb, const Clause *noun) {
    static const char *const said[] = {"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", NULL};
    if (!clause_is_any(sight, verb, said) || !clause_is_type(sight, noun, "CONSULT")) {
        return false;
    }
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->first == noun->head) {
            return argument->particle == PARTICLE_IN;
        }
        if (argument->particle == PARTICLE_TO || argument->particle == PARTICLE_ON ||
            argument->particle == PARTICLE_BY) {
            return false; /* دعا الأطراف │إلى المشاركة│ في محادثات */
        }
    }
    return false;
}

Verdict status_governed_by(const Sight *sight, uint32_t i, const Clause *of) {
    uint32_t index = sight->clause_of[i];
    const Clause *clause = index == NONE ? NULL : &sight->clauses->list.at[index];
    if (clause && clause->frame != NONE) {
        uint8_t content = frame_at(sight->model, clause->frame).content;
        if (content == FRAME_KEEP) {
            return (Verdict){0};
        }
        if (held_at(sight, clause, of)) {
            return status_by_name(clause->status, "governing-verb");
        }
        Verdict verdict = status_by_name(combine(clause->status, content), "governing-frame");
        verdict.rule.table = TABLE_FRAMES;
        verdict.rule.row = clause->frame;
        return verdict;
    }
    uint32_t row = head_light(sight, i);
    uint8_t own = clause ? clause->status : STATUS_OCCURRED;
    if (row == NONE ||
        !slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, STATUS_ROLE), "content")) {
        bool open = own == STATUS_PLANNED || own == STATUS_POSSIBLE;
        bool near = !clause || clause->kind == HEAD_VERB || i + AROUND > of->head;
        return open && near ? status_by_name(own, "governing-verb") : (Verdict){0};
    }
    Slice cell = table_cell(sight->model, TABLE_EVENT_LIGHT, row, STATUS_LIGHT_COLUMN);
    if (clause_is_type(sight, of, "CONSULT") && head_of_class(sight, i, SLICE("STOPS"))) {
        const Features *f = &reading_best(sight->readings, i)->features;
        bool ahead = f->aspect == ASPECT_IMPERFECT && own == STATUS_OCCURRED;
        return status_by_name(ahead ? STATUS_PLANNED : own, "stops"); /* جولة تشمل │زيارة│ بيروت */
    }
    if (slice_is(cell, "keep")) {
        return own == STATUS_OCCURRED ? (Verdict){0} : status_by_name(own, "governing-verb");
    }
    Verdict verdict = status_by_row(sight, TABLE_EVENT_LIGHT, row, STATUS_LIGHT_COLUMN);
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
    return frame == NONE ? "" : frame_type(sight->model, frame);
}

/** إدانة مقتل …، الرد على هجوم …: what is condemned or answered has happened. */
static bool takes_fact(const Sight *sight, uint32_t i) {
    uint32_t row = head_light(sight, i);
    bool answers = row != NONE &&
                   slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, STATUS_ROLE), "by") &&
                   i + 1 < sight->tokens->count && sight->at[i + 1].particle == PARTICLE_ON;
    return answers || strcmp(type_at(sight, i), "ACCUSE") == 0;
}

/** رفض الطلب: to refuse an act of speech does not undo it. */
static bool refused_act(const Sight *sight, const Clause *clause, uint32_t i) {
    if (clause->frame == NONE || strcmp(type_at(sight, i), "REJECT") != 0) {
        return takes_fact(sight, i) && clause->kind != HEAD_VERB;
    }
    const char *type = frame_type(sight->model, clause->frame);
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
        slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, STATUS_ROLE), "content");
    bool deep = around->first + 1 < clause->head && sight->at[clause->head].definite;
    const char *doer = over->frame == NONE ? "" : frame_at(sight->model, over->frame).source;
    return content || *doer != '\0' || deep; /* تأجلت │الزيارة│ has no doer */
}

/** دليل على أن │تحرير│ المدينة …: a cue that ends in أن ("on the understanding that") has a verb
 * behind it; before a noun it only begins what is said. */
static bool begins_speech(const Sight *sight, uint32_t cue) {
    uint32_t end = cue + sight->at[cue].cue_words;
    return end < sight->tokens->count && sight->at[end - 1].particle == PARTICLE_THAT &&
           sight->at[end].kind != KIND_VERB && sight->at[end].reach != REACH_VERB;
}

Verdict status_cue_over(const Sight *sight, const Clause *clause, uint32_t far) {
    uint32_t first = sight->tokens->sentences[clause->sentence].first;
    uint32_t floor = clause->head > first + far ? clause->head - far : first;
    bool that = false, passed = false; /* over a bracket only the verb governs */
    uint32_t in = 0;                   /* where في stands */
    for (uint32_t i = clause->head; i > floor; i--) {
        const Glance *g = &sight->at[i - 1];
        uint32_t aside = sight_before_aside(sight, i);
        if (aside < i) { /* ألغى بوتين │(65 عاما)│ زيارته */
            i = aside + 1;
            passed = true;
            continue;
        }
        if (sight_stops(sight, i - 1) || (sight_pauses(sight, i - 1) && !list_goes_on(sight, i))) {
            break;
        }
        if (g->reach == REACH_CLAUSE && g->unit == NONE && !begins_speech(sight, i - 1)) {
            return status_by_row(sight, TABLE_EVENT_STATUS, g->cue, STATUS_COLUMN);
        }
        if (in > 0 && in + STATUS_NEAR > clause->head && clause->kind != HEAD_VERB &&
            status_fails(sight,
                         i - 1)) { /* فشل اللجنة في التوصل إلى │اتفاق│, فشلت في │المحادثات│ */
            bool held = in == clause->head && clause_is_type(sight, clause, "CONSULT");
            return status_by_name(held ? STATUS_OCCURRED : STATUS_NEGATED, "failure");
        }
        that |= g->particle == PARTICLE_THAT;
        in = g->particle == PARTICLE_IN ? i : in;
        if (g->particle == PARTICLE_RELATIVE || g->particle == PARTICLE_CONJUNCTION ||
            g->particle == PARTICLE_OTHER) {
            break;
        }
        if (status_finite(sight, i - 1)) {
            if (refused_act(sight, clause, i - 1) || untouched_subject(sight, clause, i - 1)) {
                break;
            }
            return clause->kind == HEAD_VERB && !that ? (Verdict){0}
                                                      : status_governed_by(sight, i - 1, clause);
        }
        bool governs =
            (clause->kind != HEAD_VERB || that) && !passed; /* الشروط جاءت …: only by أن */
        if (sight->clause_of[i - 1] != NONE && g->unit == NONE && governs) {
            if (clause->relation == RELATION_RELATIVE && argument_around(sight, clause, i - 1)) {
                break; /* اقتراح أميركي يطلب …: it tells of the noun, which does not govern it */
            }
            if (takes_fact(sight, i - 1)) {
                break; /* إدانة مقتل …: what is condemned has happened */
            }
            Verdict verdict = status_governed_by(sight, i - 1, clause);
            if (verdict.found) {
                return verdict;
            }
        }
    }
    return (Verdict){0};
}
