/* SPDX-License-Identifier: Apache-2.0
 * Role:   who "the five states" are that take part: those whom the sentence names behind them.
 * Input:  Roles of a clause.   Output: actors.
 *
 *     مع │الدول│ التي بقيت في الاتفاق وهي │الصين وفرنسا وألمانيا│
 *          nation                    who         listed
 */
#include "record/event/event_nations.h"

enum {
    LISTED = 14, /* tokens from the word for states to those who are listed */
    HEAD = 2,    /* tokens of a phrase in which the word stands: إحدى │الدول│ */
};

/** The list that begins at token i: names of states joined by و or commas; empty without two. */
static Span list_at(const Mentions *m, uint32_t i, uint32_t end) {
    uint32_t count = 0, at = i;
    while (at < end) {
        uint32_t index = mention_actor_at(m, at);
        const ActorMention *mention = index == NONE ? NULL : &m->actor_mentions.at[index];
        bool joined = count == 0 || m->tokens->at[at - 1].kind == TOKEN_PUNCT ||
                      (reading_best(m->readings, at)->proclitics & PRO_WA);
        if (!mention || mention->first != at || !joined ||
            m->actors.at[mention->actor].kind != ACTOR_COUNTRY) {
            break;
        }
        count++;
        at = mention->end;
        at += at + 1 < end && m->tokens->at[at].kind == TOKEN_PUNCT &&
              mention_actor_at(m, at + 1) != NONE;
    }
    return count > 1 ? (Span){i, at} : (Span){i, i};
}

/** The list behind وهي or the like, up to the end of the sentence. */
static Span listed_behind(const Mentions *m, uint32_t from, uint32_t end) {
    uint32_t limit = from + LISTED < end ? from + LISTED : end;
    for (uint32_t i = from; i + 1 < limit; i++) {
        if (roles_class(m, i, "WHO_ARE")) {
            Span list = list_at(m, i + 1, end);
            if (list.end > list.begin) {
                return list;
            }
        }
    }
    return (Span){from, from};
}

void nations_listed(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    const Mentions *m = clauses->mentions;
    uint32_t end = m->tokens->sentences[roles->clause->sentence].end;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        bool nations = false;
        for (uint32_t k = argument->first; k < argument->end && k < argument->first + HEAD; k++) {
            nations |= roles_class(m, k, "NATIONS");
        }
        if (nations && !argument->inferred) {
            Span list = listed_behind(m, argument->end, end);
            roles_actors(m, set, list, false);
        }
    }
}
