/* SPDX-License-Identifier: Apache-2.0
 * Role:   what pictures, films and documents show, and who made them public.
 * Input:  Context.   Output: records->depictions.
 *
 *     نشرت │الوزارة│ │مقطع فيديو│ │يظهر│ │طائرة الوفد في المطار│
 *              by        medium     cue     span
 *     │أظهرت│ │صور│ نشرها الجيش │دمارا في الميناء│
 */
#include "record/context/context.h"

enum {
    CUE_WINDOW = 7,      /* tokens between the medium and the verb */
    PUBLISH_WINDOW = 14, /* tokens back to نشرت */
    SUBJECT_WINDOW = 4,  /* tokens behind نشرت that begin its subject */
    SHOWN_WORDS = 40,
    SHOWN_MIN = 2,
};

static bool is_verb(const Mentions *mentions, uint32_t token, TableId table) {
    const Reading *reading = reading_best(mentions->readings, token);
    return reading->features.pos == POS_VERB && reading->features.person == 3 &&
           wording_row(mentions, table, token) != NONE;
}

/* لقطات │توثق│: right behind the medium any reading as a verb will do. */
static bool shows(const Mentions *mentions, uint32_t token) {
    const Reading *verb = reading_as(mentions->readings, token, POS_VERB);
    return verb && verb->features.person == 3 &&
           !(reading_best(mentions->readings, token)->proclitics & (PRO_WA | PRO_AL)) &&
           wording_row(mentions, TABLE_CONTEXT_SHOWING, token) != NONE;
}

/* نشرت الوزارة, نشرها الجيش: the word with a pronoun may also be read as a noun. */
static bool publishes(const Mentions *mentions, uint32_t token) {
    const Reading *reading = reading_best(mentions->readings, token);
    if (!is_verb(mentions, token, TABLE_CONTEXT_PUBLISHING) && reading->enclitic.person != 3)
        return false;
    uint32_t row = wording_row(mentions, TABLE_CONTEXT_PUBLISHING, token);
    if (row == NONE)
        return false;
    Slice text = table_cell(mentions->model, TABLE_CONTEXT_PUBLISHING, row, 1);
    return !slice_is(text, "about") && !slice_is(text, "subject");
}

static bool denied(const Mentions *mentions, uint32_t token, uint32_t first) {
    return token > first && reading_best(mentions->readings, token - 1)->features.pos == POS_PART;
}

static const PhraseHit *medium_at(const Mentions *mentions, uint32_t token) {
    const PhraseHit *hit = wording_use(mentions, TABLE_CONTEXT_WORDS, token, "medium");
    uint8_t pos = reading_best(mentions->readings, token)->features.pos;
    return hit && pos == POS_NOUN ? hit : NULL;
}

/* Behind the medium, its adjectives and who published it: صور │جوية نشرها الجيش│ دمارا. */
static uint32_t behind_medium(const Mentions *mentions, uint32_t end, uint32_t limit) {
    uint32_t i = end;
    while (i < limit && reading_best(mentions->readings, i)->features.pos == POS_ADJ &&
           mention_actor_at(mentions, i) == NONE)
        i++;
    if (i + 1 >= limit || !publishes(mentions, i))
        return i;
    uint32_t by = mention_actor_at(mentions, i + 1);
    return by == NONE ? i + 2 : mentions->actor_mentions.at[by].end;
}

/* The verb by which the medium shows something, and the token behind it; NONE without. */
static uint32_t verb_of(const Context *context, const PhraseHit *medium, const Sentence *sentence,
                        uint32_t *shown) {
    const Mentions *mentions = context->mentions;
    uint32_t verb = medium->first > sentence->first ? medium->first - 1 : NONE;
    if (verb != NONE && is_verb(mentions, verb, TABLE_CONTEXT_SHOWING)) {
        *shown = behind_medium(mentions, medium->end, sentence->end);
        return denied(mentions, verb, sentence->first) ? (uint32_t)NONE : verb;
    }
    for (uint32_t i = medium->end; i < sentence->end && i < medium->end + CUE_WINDOW; i++) {
        bool beside = i == medium->end && shows(mentions, i);
        if (beside || is_verb(mentions, i, TABLE_CONTEXT_SHOWING)) {
            *shown = i + 1;
            return denied(mentions, i, sentence->first) ? (uint32_t)NONE : i;
        }
        if (context_ends(context, i))
            return NONE;
    }
    return NONE;
}

/* على تويتر, (تويتر سابقا): where it was published, not by whom. */
static bool on_platform(const Mentions *mentions, uint32_t mention) {
    const ActorMention *at = &mentions->actor_mentions.at[mention];
    if (!mentions->actors.at[at->actor].channel || at->first == 0)
        return false;
    return mentions->tokens->at[at->first - 1].kind == TOKEN_OPEN ||
           reading_best(mentions->readings, at->first - 1)->features.pos == POS_ADP;
}

/* نشرت │الوزارة│ مقطعا; فيديو نشره │ناشطون│: who made it public, or NONE. */
static uint32_t publisher_of(const Context *context, const PhraseHit *medium, uint32_t first,
                             uint32_t limit) {
    const Mentions *mentions = context->mentions;
    uint32_t from = medium->first > first + PUBLISH_WINDOW ? medium->first - PUBLISH_WINDOW : first;
    uint32_t until = medium->end + CUE_WINDOW < limit ? medium->end + CUE_WINDOW : limit;
    for (uint32_t i = from; i < until; i++) {
        if (!publishes(mentions, i))
            continue;
        uint32_t stop = i < medium->first ? medium->first : until;
        stop = stop < i + SUBJECT_WINDOW ? stop : i + SUBJECT_WINDOW;
        uint32_t at = mention_actor_in(mentions, i + 1, stop);
        uint32_t actor = at == NONE ? NONE : mentions->actor_mentions.at[at].actor;
        if (actor != NONE && !mentions->actor_mentions.at[at].as_place &&
            !on_platform(mentions, at))
            return actor;
    }
    return NONE;
}

static void read_medium(const Context *context, const PhraseHit *medium) {
    const Mentions *mentions = context->mentions;
    const Tokens *tokens = mentions->tokens;
    const Sentence *sentence = &tokens->sentences[tokens->at[medium->first].sentence];
    uint32_t shown = NONE, verb = verb_of(context, medium, sentence, &shown);
    if (verb == NONE)
        return;
    while (shown < sentence->end && wording_use(mentions, TABLE_CONTEXT_WORDS, shown, "content"))
        shown = wording_use(mentions, TABLE_CONTEXT_WORDS, shown, "content")->end;
    uint32_t end = shown;
    while (end < sentence->end && end < shown + SHOWN_WORDS && !context_ends(context, end))
        end++;
    if (end < shown + SHOWN_MIN)
        return;
    *VECTOR_PUSH(context->arena, &context->records->depictions) =
        (Depiction){.span = token_span(tokens, shown, end),
                    .cue = token_span(tokens, verb, verb + 1),
                    .medium = token_span(tokens, medium->first, medium->end),
                    .by = publisher_of(context, medium, sentence->first, sentence->end),
                    .rule = {"depiction-verb", TABLE_CONTEXT_SHOWING,
                             wording_row(mentions, TABLE_CONTEXT_SHOWING, verb)}};
}

void context_depictions(const Context *context) {
    const Tokens *tokens = context->mentions->tokens;
    for (uint32_t i = 0; i < tokens->count; i++) {
        const PhraseHit *medium = medium_at(context->mentions, i);
        if (!medium)
            continue;
        read_medium(context, medium);
        i = medium->end - 1;
    }
}
