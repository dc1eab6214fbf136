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
    if (!verdict.found && reading->features.mood == MOOD_SUBJUNCTIVE &&
        sight->at[clause->head].joined) { /* أن يجري … محادثات، │ويوقعا│ … */
        uint8_t status = status_before(sight, clause);
        bool open = status == STATUS_PLANNED || status == STATUS_POSSIBLE;
        verdict = open ? status_by_name(status, "coordinated") : verdict;
    }
    if (!verdict.found && (reading->proclitics & PRO_LI)) {
        clause->relation = RELATION_PURPOSE;
        verdict = status_by_name(status_before(sight, clause), "purpose");
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
