/* SPDX-License-Identifier: Apache-2.0
 * Role:   see questions.h. Their SQL stands in question_*.c.
 */
#include "dossier/questions.h"

const Question *question_at(mahdar_question question) {
    static const Question *const QUESTIONS[QUESTION_COUNT] = {
        [MAHDAR_TALKS] = &QUESTION_TALKS,
        [MAHDAR_ROUNDS] = &QUESTION_ROUNDS,
        [MAHDAR_DELEGATES] = &QUESTION_DELEGATES,
        [MAHDAR_PEOPLE] = &QUESTION_PEOPLE,
        [MAHDAR_OFFICES] = &QUESTION_OFFICES,
        [MAHDAR_EVENTS] = &QUESTION_EVENTS,
        [MAHDAR_TELLINGS] = &QUESTION_TELLINGS,
        [MAHDAR_QUOTES] = &QUESTION_QUOTES,
        [MAHDAR_INSTRUMENTS] = &QUESTION_INSTRUMENTS,
        [MAHDAR_PROVISIONS] = &QUESTION_PROVISIONS,
        [MAHDAR_OPEN] = &QUESTION_OPEN,
        [MAHDAR_NEXT] = &QUESTION_NEXT,
        [MAHDAR_SOURCES] = &QUESTION_SOURCES,
        [MAHDAR_OUTLETS] = &QUESTION_OUTLETS,
        [MAHDAR_PLACES] = &QUESTION_PLACES,
        [MAHDAR_NETWORK] = &QUESTION_NETWORK,
        [MAHDAR_COUNTS] = &QUESTION_COUNTS,
        [MAHDAR_ARTICLES] = &QUESTION_ARTICLES,
        [MAHDAR_SEARCH] = &QUESTION_SEARCH,
        [MAHDAR_DIFF] = &QUESTION_DIFF,
        [MAHDAR_CONTEXTS] = &QUESTION_CONTEXTS,
    };
    return (size_t)question < QUESTION_COUNT ? QUESTIONS[question] : NULL;
}
