/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether what a masdar, a participle or an event noun names happened.
 * Input:  Sight with arguments and parents, verbs decided.   Output: status, firm, status_rule.
 *
 *     عدم نشر          negated    a cue before the noun
 *     الزيارة المرتقبة  planned    an adjective behind it
 *     ستبدأ المحادثات   planned    the verb that carries it
 */
#include "clause/status.h"

enum { PROBED = 3, ADJECTIVES = 9 };

/** Talks that failed were held: فشل │المحادثات│. */
static bool held_in_vain(const Sight *sight, const Clause *clause) {
    return clause->head > 0 && status_fails(sight, clause->head - 1) &&
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
            return status_by_row(sight, TABLE_EVENT_STATUS, g->cue, STATUS_COLUMN);
        }
        if (sight_stops(sight, i) || sight_pauses(sight, i) || g->kind == KIND_VERB ||
            g->particle == PARTICLE_THAT || g->particle == PARTICLE_RELATIVE ||
            sight->clause_of[i] != NONE) {
            break;
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
    for (uint32_t i = head; i > 0 && i + STATUS_NEAR > head; i--) {
        const Glance *g = &sight->at[i - 1];
        if (g->reach == REACH_NOUN && i - 1 + g->cue_words == head) {
            Verdict verdict = status_by_row(sight, TABLE_EVENT_STATUS, g->cue, STATUS_COLUMN);
            if (verdict.status != STATUS_NEGATED) {
                return verdict;
            }
            Clause cue = *clause;
            cue.head = i - 1;
            Verdict over = status_cue_over(sight, &cue, STATUS_CLOSE);
            bool open = over.found && over.status == STATUS_POSSIBLE;
            return stopped(sight, clause, i - 1) ? status_by_name(STATUS_OCCURRED, "stopped")
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
        const char *over = frame_type(sight->model, parent->frame);
        const char *type = frame_type(sight->model, clause->frame);
        bool same = strcmp(over, type) == 0; /* فرضت عقوبات: verb and noun tell the same */
        bool signs = strcmp(over, "SUPPORT") == 0 && strcmp(type, "AGREE") == 0 &&
                     !sight->at[clause->head].definite; /* لم يوقعا اتفاقا */
        return same || signs ? status_by_name(parent->status, "carrying-verb") : (Verdict){0};
    }
    if (parent->frame != NONE) {
        return (Verdict){0};
    }
    uint32_t row = head_light(sight, parent->head);
    if (row == NONE ||
        slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, STATUS_ROLE), "content")) {
        return (Verdict){0};
    }
    return status_by_name(parent->status, "carrying-verb");
}

/** ألغى المحادثات: a meeting that is called off will not be, however well it is known. */
static bool cancelled(const Sight *sight, const Clause *clause, Verdict verdict) {
    return verdict.rule.table == TABLE_FRAMES && clause_is_type(sight, clause, "CONSULT") &&
           strcmp(frame_type(sight->model, verdict.rule.row), "SANCTION") == 0;
}

/** ملتزم بالاتفاق، رفع العقوبات: what one keeps to, or lifts, there is. */
static bool in_force(const Sight *sight, const char *type, Verdict verdict) {
    const char *over = verdict.found && verdict.rule.table == TABLE_FRAMES
                           ? frame_type(sight->model, verdict.rule.row)
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

/** ألغى │الرئيس التونسي قيس سعيد│ │زيارته│: how far before a definite noun what governs it is
 * looked for: near, or over the subject to the verb whose object it is. */
static uint32_t close_reach(const Sight *sight, const Clause *clause) {
    const Clause *verb = clause->parent == NONE ? NULL : &sight->clauses->list.at[clause->parent];
    for (uint32_t i = verb ? verb->argument_first : 0; verb && i < verb->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_OBJECT && argument->first == clause->head &&
            verb->head + STATUS_CLOSE < clause->head) {
            return clause->head - verb->head;
        }
        if (argument->role != ROLE_SUBJECT) {
            break; /* هدد المجلس بعواقب لمثل هذه │الهجمات│ */
        }
    }
    return STATUS_CLOSE;
}

/** رفض │الانسحاب│, رفض │التوقيع│: what one will not do oneself is not done. */
static bool own_act(const Sight *sight, const Clause *clause, Verdict verdict) {
    static const char *const own[] = {"RETREAT", "CONCEDE", "SUPPORT", NULL};
    return clause->kind == HEAD_MASDAR && clause_is_any(sight, clause, own) &&
           verdict.rule.table == TABLE_FRAMES &&
           strcmp(frame_type(sight->model, verdict.rule.row), "REJECT") == 0;
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
    Verdict verdict =
        status_cue_over(sight, clause, definite ? close_reach(sight, clause) : STATUS_FAR);
    const char *type = clause->frame == NONE ? "" : frame_type(sight->model, clause->frame);
    uint32_t over =
        verdict.found || lasts(type, definite) ? NONE : status_content_noun(sight, clause);
    if (over != NONE) {
        verdict =
            status_governed_by(sight, over, clause); /* فكرة عقد │قمة│, قرار موسكو شن │ضربات│ */
    }
    bool said = strcmp(type, "ACCUSE") == 0 || strcmp(type, "REQUEST") == 0 ||
                strcmp(type, "THREATEN") == 0; /* نفت الاتهامات: they were made */
    const Glance *next = &sight->at[clause->head_end]; /* انسحب من اتفاق │المناخ│: a known one */
    bool known = definite || ((said || strcmp(type, "AGREE") == 0) && next->definite &&
                              next->clitic == PARTICLE_NONE && !next->joined &&
                              (next->unit == clause->head_end || next->kind == KIND_NOUN));
    bool undone = (definite || said) && verdict.status == STATUS_NEGATED &&
                  !cancelled(sight, clause, verdict) && !own_act(sight, clause, verdict);
    bool renewed = said && verdict.rule.table == TABLE_FRAMES && /* جدد دعوته: he calls again */
                   strcmp(frame_type(sight->model, verdict.rule.row), type) == 0;
    bool past = verdict.found && verdict.status == STATUS_POSSIBLE &&
                verdict.rule.table == TABLE_FRAMES && stands_behind(sight, clause, SLICE("AFTER"));
    return undone || renewed || past || (known && in_force(sight, type, verdict)) ||
                   stands_already(type, known, verdict)
               ? (Verdict){0}
               : verdict;
}

/** القمة قد │تعقد│، الاجتماع لن │ينعقد│: the next verb tells whether its subject, the noun, is
 * held. */
static Verdict status_as_subject(const Sight *sight, const Clause *clause) {
    const Clause *last = sight->clauses->list.at + sight->clauses->list.count;
    const Clause *verb = clause + 1;
    while (verb < last && verb->kind != HEAD_VERB) {
        verb++;
    }
    if (verb == last || verb->sentence != clause->sentence || verb->status == STATUS_OCCURRED ||
        !head_of_class(sight, verb->head, SLICE("TAKES_PLACE"))) {
        return (Verdict){0};
    }
    const Argument *around = argument_around(sight, verb, clause->head);
    bool subject = around && around->role == ROLE_SUBJECT && around->first == clause->head;
    return subject ? status_by_name(verb->status, "predicate") : (Verdict){0};
}

/** أن │مباحثات│ الوزير ونظيره ستتناول …: the verb behind a long subject, in the future, that tells
 * how a meeting goes on or what it is about. */
static Verdict status_of_predicate(const Sight *sight, const Clause *clause) {
    bool meeting = clause_is_type(sight, clause, "CONSULT");
    uint32_t before = clause->head > 0 && sight_quotation(sight, clause->head - 1) ? 2 : 1;
    bool topic = clause->head < sight->tokens->sentences[clause->sentence].first + before ||
                 sight->at[clause->head - before].particle == PARTICLE_THAT;
    uint32_t limit = sight->tokens->sentences[clause->sentence].end;
    for (uint32_t i = clause->head_end;
         meeting && topic && i < limit && i < clause->head + STATUS_FAR; i++) {
        const Glance *g = &sight->at[i];
        if (head_of_class(sight, i, SLICE("UNFOLDS"))) {
            return status_by_name(STATUS_PLANNED, "future-predicate");
        }
        if (status_finite(sight, i) || g->particle == PARTICLE_RELATIVE ||
            g->particle == PARTICLE_THAT || sight_stops(sight, i)) {
            break;
        }
    }
    return meeting ? status_as_subject(sight, clause) : (Verdict){0};
}

/** سيلتقي نظيره قبل │قمته│ مع …: a meeting behind what is still to come is to come as well. */
static Verdict status_behind_future(const Sight *sight, const Clause *clause) {
    const Clause *verb =
        clause_is_type(sight, clause, "CONSULT") && stands_behind(sight, clause, SLICE("BEFORE"))
            ? status_verb_before(sight, clause)
            : NULL;
    bool ahead = verb && (verb->status == STATUS_PLANNED || verb->status == STATUS_POSSIBLE);
    return ahead ? status_by_name(STATUS_PLANNED, "before") : (Verdict){0};
}

/** قد يزور باريس لعقد │محادثات│, سترسل قوات │لدعم│ الحكومة: what one may come for is as open as
 * that one comes. */
static Verdict status_of_purpose(const Sight *sight, const Clause *clause, Verdict verdict) {
    uint32_t head = clause->head;
    bool own = (reading_best(sight->readings, head)->proclitics & PRO_LI) != 0;
    bool carried = !own && head > 0 && sight->at[head - 1].kind == KIND_NOUN &&
                   (reading_best(sight->readings, head - 1)->proclitics & PRO_LI) != 0;
    bool open = !verdict.found || verdict.status == STATUS_PLANNED;
    const Clause *verb = (own || carried) && open ? status_verb_before(sight, clause) : NULL;
    bool possible = verb && verb->status == STATUS_POSSIBLE;
    bool planned = verb && verb->status == STATUS_PLANNED && !verdict.found;
    bool held = own || (carried && clause_is_type(sight, clause, "CONSULT")); /* لإنهاء │حرب│ */
    static const char *const said[] = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", NULL};
    bool act = held && clause->kind == HEAD_MASDAR && !sight->at[head].definite &&
               !clause_is_any(sight, clause, said); /* سيحضر تلبية │لدعوة│ الرئيس */
    return (possible && verdict.found) || ((possible || planned) && act)
               ? status_by_name(verb->status, "purpose")
               : verdict;
}

/** ليس │مستعدا│, قد تكون │ملتزمة│, غير │مستعد│. */
static Verdict status_of_participle(const Sight *sight, const Clause *clause) {
    if (clause->kind != HEAD_PARTICIPLE) {
        return (Verdict){0};
    }
    if (clause->head > 0 && head_of_class(sight, clause->head - 1, SLICE("UN"))) {
        return status_by_name(STATUS_NEGATED, "un");
    }
    uint32_t cue = status_predicate_cue(sight, clause);
    return cue == NONE
               ? (Verdict){0}
               : status_by_row(sight, TABLE_EVENT_STATUS, sight->at[cue].cue, STATUS_COLUMN);
}

void status_of_noun(Sight *sight, Clause *clause) {
    if (clause->circumstance) { /* said or done with the verb before it */
        status_settle(clause, status_by_name(STATUS_OCCURRED, "circumstance"));
        return;
    }
    if (held_in_vain(sight, clause)) {
        status_settle(clause, status_by_name(STATUS_OCCURRED, "failure"));
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
        verdict = status_by_name(STATUS_OCCURRED, "after"); /* عقب │انسحاب│ … منه */
    }
    if (!verdict.found && clause->head > 0 && !sight->at[clause->head].definite &&
        head_of_class(sight, clause->head - 1, SLICE("ANY"))) { /* أي │هجوم│: there is none yet */
        verdict = status_by_name(STATUS_POSSIBLE, "any");
    }
    if (!verdict.found) {
        verdict = status_behind_future(sight, clause);
    }
    verdict = status_of_purpose(sight, clause, verdict);
    clause->status = STATUS_OCCURRED;
    clause->status_rule = (Rule){.name = "noun-assumed", .table = TABLE_COUNT};
    if (verdict.found) {
        status_settle(clause, verdict);
    }
}
