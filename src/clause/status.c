/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether what a clause names happened, is planned, is possible or is denied: verbs.
 * Input:  Sight with arguments and parents.   Output: status, firm, relation, status_rule.
 *
 *     لن تقدم          negated    a cue before the verb
 *     سيزور            planned    a letter on the verb
 *     من المقرر أن يبحث  planned    a cue that reaches over its clause (status_over.c)
 */
#include "clause/status.h"

/** A cue directly before a verb: لم، لن، سوف، قد with the imperfect; what is still done (لا تزال
 * │تدعم│) is not denied. */
static Verdict cue_before_verb(const Sight *sight, uint32_t head) {
    const Features *f = &reading_best(sight->readings, head)->features;
    if (reading_best(sight->readings, head)->proclitics & PRO_SA) {
        return status_by_name(STATUS_PLANNED, "future-prefix");
    }
    for (uint32_t i = head; i > 0 && i + STATUS_NEAR > head; i--) {
        const Glance *g = &sight->at[i - 1];
        if (g->reach == REACH_VERB && !head_of_class(sight, i - 1, SLICE("STILL"))) {
            Verdict verdict = status_by_row(sight, TABLE_EVENT_STATUS, g->cue, STATUS_COLUMN);
            bool perfect = f->aspect == ASPECT_PERFECT;
            bool open = i > 1 && (sight->at[i - 2].reach == REACH_CLAUSE ||
                                  sight->at[i - 2].reach == REACH_VERB);
            if (verdict.status == STATUS_NEGATED && open) { /* إذا لم │يقبل│, قد لا │يقبل│ */
                return status_by_row(sight, TABLE_EVENT_STATUS, sight->at[i - 2].cue,
                                     STATUS_COLUMN);
            }
            return perfect && verdict.status == STATUS_POSSIBLE ? (Verdict){0} : verdict;
        }
        if (status_finite(sight, i - 1) || sight_stops(sight, i - 1) ||
            sight_pauses(sight, i - 1)) {
            break;
        }
    }
    return (Verdict){0};
}

static bool anterior(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause_begin(sight, clause->head); i < clause->head; i++) {
        if (sight->at[i].particle == PARTICLE_COPULA) {
            return true;
        }
    }
    return false;
}

/** What the verb before it in the sentence has: سيصل … ليبحث; `otherwise` without one. */
static uint8_t status_before(const Sight *sight, const Clause *clause, uint8_t otherwise) {
    const Clause *verb = status_verb_before(sight, clause);
    if (!verb) {
        return otherwise;
    }
    bool result = verb->status == STATUS_NEGATED && sight_pauses(sight, clause->head - 1);
    return result ? STATUS_OCCURRED : verb->status; /* لم يقبلوه، │لتتوقف│ المحادثات */
}

/** من الطبيعي أن │تستأنف│ …: a verb behind أن of which no cue tells; not قبل أن │يلتقي│. */
static bool wished(const Sight *sight, uint32_t head) {
    return head > 1 && sight->at[head - 1].particle == PARTICLE_THAT &&
           reading_best(sight->readings, head)->features.mood == MOOD_SUBJUNCTIVE &&
           !head_of_class(sight, head - 2, SLICE("APART"));
}

/** Whether a phrase of its own is the subject of the verb. */
static bool own_subject(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && !argument->inferred) {
            return true;
        }
    }
    return false;
}

/** سيزور القاهرة │ويلتقي│ …, قد يصل … │ويجري│ محادثات, سيزور … حيث │يلتقي│ …: another act of the
 * one who acts before it; what one says (│ويطالب│ بـ …) is said. */
static bool acts_on(const Sight *sight, const Clause *clause) {
    static const char *const said[] = {"SUPPORT", "REQUEST",  "ACCUSE", "REJECT",
                                       "AGREE",   "THREATEN", NULL};
    bool linked = sight->at[clause->head].joined ||
                  (clause->head > 0 && head_of_class(sight, clause->head - 1, SLICE("WHERE")));
    bool acts = clause->frame != NONE || head_light_is(sight, clause->head, "agent");
    return linked && acts &&
           reading_best(sight->readings, clause->head)->features.aspect == ASPECT_IMPERFECT &&
           !own_subject(sight, clause) && !clause_is_any(sight, clause, said);
}

/** سيزور باريس قبل أن │يلتقي│ …: what is to follow what is to come. */
static bool follows(const Sight *sight, uint32_t head) {
    return head > 1 && head_of_class(sight, head - 2, SLICE("APART")) &&
           reading_best(sight->readings, head - 1)->features.pos == POS_SCONJ &&
           reading_best(sight->readings, head)->features.aspect == ASPECT_IMPERFECT;
}

/** A verb that goes on with what the one before it leaves open: أن يجري … محادثات، │ويوقعا│ …. */
static Verdict goes_on(const Sight *sight, const Clause *clause) {
    if (follows(sight, clause->head)) {
        uint8_t before = status_before(sight, clause, STATUS_OCCURRED);
        bool ahead = before == STATUS_PLANNED || before == STATUS_POSSIBLE;
        return ahead ? status_by_name(STATUS_PLANNED, "coordinated") : (Verdict){0};
    }
    bool subjunctive =
        sight->at[clause->head].joined &&
        reading_best(sight->readings, clause->head)->features.mood == MOOD_SUBJUNCTIVE;
    if (!subjunctive && !acts_on(sight, clause)) {
        return (Verdict){0};
    }
    uint8_t status = status_before(sight, clause, subjunctive ? STATUS_PLANNED : STATUS_OCCURRED);
    bool open = status == STATUS_PLANNED || status == STATUS_POSSIBLE;
    return open ? status_by_name(status, "coordinated") : (Verdict){0};
}

/** قد تكون كندا │قصفت│ …, ربما يكون الوزير │التقى│ …: what may have been. */
static Verdict may_have_been(const Sight *sight, const Clause *clause) {
    uint32_t begin = clause_begin(sight, clause->head);
    for (uint32_t i = clause->head; i > begin && i > 1; i--) {
        if (sight_pauses(sight, i - 1)) {
            break;
        }
        if (sight->at[i - 1].particle != PARTICLE_COPULA) {
            continue;
        }
        const Glance *cue = &sight->at[i - 2];
        bool asks = cue->reach == REACH_VERB || cue->reach == REACH_CLAUSE;
        bool present = reading_best(sight->readings, i - 1)->features.aspect == ASPECT_IMPERFECT;
        return asks && present ? status_by_row(sight, TABLE_EVENT_STATUS, cue->cue, STATUS_COLUMN)
                               : (Verdict){0};
    }
    return (Verdict){0};
}

static void status_of_verb(Sight *sight, Clause *clause) {
    const Reading *reading = reading_best(sight->readings, clause->head);
    clause->anterior = anterior(sight, clause);
    Verdict verdict = cue_before_verb(sight, clause->head);
    Verdict over = status_cue_over(sight, clause, STATUS_FAR);
    if (over.status == STATUS_PLANNED && reading->features.aspect == ASPECT_PERFECT) {
        over = (Verdict){0}; /* أكد على أن بلاده طالبت … */
    }
    if (verdict.found && over.found && over.status != STATUS_OCCURRED &&
        verdict.status != STATUS_NEGATED) {
        verdict = over;
    } else if (!verdict.found) {
        verdict = over;
    }
    if (!verdict.found) {
        verdict = goes_on(sight, clause);
    }
    if (!verdict.found && clause->anterior && reading->features.aspect == ASPECT_PERFECT) {
        verdict = may_have_been(sight, clause);
    }
    if (!verdict.found && (reading->proclitics & PRO_LI)) {
        clause->relation = RELATION_PURPOSE;
        verdict = status_by_name(status_before(sight, clause, STATUS_PLANNED), "purpose");
    }
    if (!verdict.found && wished(sight, clause->head)) {
        verdict = status_by_name(STATUS_POSSIBLE, "subjunctive");
    }
    bool future = (reading->proclitics & PRO_SA) != 0 && verdict.rule.table == TABLE_FRAMES;
    bool promises = sight->at[clause->head].frame != NONE && clause_is_type(sight, clause, "AGREE");
    if ((verdict.status == STATUS_PLANNED || future) &&
        (promises || clause_is_type(sight, clause, "THREATEN"))) {
        verdict = status_by_name(STATUS_OCCURRED,
                                 "spoken"); /* سترد │بحزم│، │سنبذل كل│ جهد: by saying it */
    }
    status_settle(clause, verdict.found ? verdict : status_by_name(STATUS_OCCURRED, "verb-form"));
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
