/* SPDX-License-Identifier: Apache-2.0
 * Role:   the parties that the words behind a noun of talks list.
 * Input:  Mentions.   Output: codes.
 *
 *     مباحثات بين وزراء الري في │السودان│، │مصر│ و│إثيوبيا│          between
 *     لقاء ثلاثي يجمع │دول المجلس│ بكل من │الولايات المتحدة│ و│روسيا│    gathering
 */
#include "record/talks/talks_parties.h"

enum {
    LIST_WINDOW = 16, /* tokens behind the noun in which the list may begin */
    INSERTION_WINDOW = 12,
    ITEM_GAP = 4,   /* tokens before the actor of an item: وممثلين عن وزارة … */
    COMMA = 0x060C, /* ، */
};

static bool comma(const Mentions *mentions, uint32_t token) {
    const Token *t = &mentions->tokens->at[token];
    return t->kind == TOKEN_PUNCT && (t->letter == COMMA || t->letter == ',');
}

static const Reading *best(const Mentions *mentions, uint32_t token) {
    return reading_best(mentions->readings, token);
}

/* Neither a verb nor a mark stands between the items of a list. */
static bool breaks(const Mentions *mentions, uint32_t token) {
    uint8_t kind = mentions->tokens->at[token].kind;
    return (kind == TOKEN_PUNCT && !comma(mentions, token)) || kind == TOKEN_CLOSE ||
           best(mentions, token)->features.pos == POS_VERB;
}

/* The actor of the item that begins at token `from`, or NONE. */
static uint32_t item_at(const Mentions *mentions, uint32_t from, uint32_t limit) {
    uint32_t stop = from + ITEM_GAP < limit ? from + ITEM_GAP : limit;
    uint32_t at = mention_actor_in(mentions, from, stop);
    if (at == NONE)
        return NONE;
    for (uint32_t i = from; i < mentions->actor_mentions.at[at].first; i++)
        if (breaks(mentions, i))
            return NONE;
    return at;
}

/* الجيش الحر، │الذي يضم جماعات …│، والروس: the comma behind an insertion at comma `at`, or `at`. */
static uint32_t behind_insertion(const Mentions *mentions, uint32_t at, uint32_t limit) {
    if (!wording_use(mentions, TABLE_TALKS_WORDS, at + 1, "which"))
        return at;
    for (uint32_t i = at + 2; i + 1 < limit && i < at + INSERTION_WINDOW; i++)
        if (comma(mentions, i) && (best(mentions, i + 1)->proclitics & PRO_WA))
            return i;
    return at;
}

/* Where the next item begins behind an item that ends before token `at`, or NONE. */
static uint32_t next_item(const Mentions *mentions, uint32_t at, uint32_t limit, bool gathers) {
    if (at >= limit)
        return NONE;
    const Reading *reading = best(mentions, at);
    uint32_t beside = mention_actor_at(mentions, at); /* نظيره │كيري│ */
    if ((reading->proclitics & PRO_WA) ||
        (beside != NONE && mentions->actor_mentions.at[beside].first == at) ||
        (gathers && ((reading->proclitics & PRO_BI) ||
                     wording_use(mentions, TABLE_TALKS_WORDS, at, "beside"))))
        return at;
    if (!comma(mentions, at) || at + 1 >= limit)
        return NONE;
    at = behind_insertion(mentions, at, limit);
    uint32_t actor = mention_actor_at(mentions, at + 1);
    bool item = actor != NONE && mentions->actor_mentions.at[actor].first == at + 1;
    return item || (best(mentions, at + 1)->proclitics & PRO_WA) ? at + 1 : NONE;
}

uint32_t listed_next(const Mentions *mentions, uint32_t end) {
    if (end >= mentions->tokens->count)
        return NONE;
    uint32_t sentence = mentions->tokens->at[end].sentence;
    uint32_t limit = mentions->tokens->sentences[sentence].end;
    uint32_t from = next_item(mentions, end, limit, false);
    uint32_t at = from == NONE ? NONE : mention_actor_at(mentions, from);
    return at != NONE && mentions->actor_mentions.at[at].first == from ? at : NONE;
}

/* وزراء الري في │السودان│، مصر …: the states of ministers that are named together. */
static uint32_t state_of_office(const Mentions *mentions, const ActorMention *office,
                                uint32_t limit) {
    if (mentions->actors.at[office->actor].kind != ACTOR_OFFICE || office->end + 1 >= limit ||
        !wording_use(mentions, TABLE_TALKS_WORDS, office->end, "in"))
        return NONE;
    uint32_t at = mention_actor_at(mentions, office->end + 1);
    bool state = at != NONE && mentions->actor_mentions.at[at].first == office->end + 1 &&
                 mentions->actors.at[mentions->actor_mentions.at[at].actor].kind == ACTOR_COUNTRY;
    return state ? at : NONE;
}

/* A list that is read. */
typedef struct List {
    Arena *arena;
    const Mentions *mentions;
    const Cast *cast;
    Listed listed;
} List;

static void add_actor(List *list, uint32_t actor) {
    if (actor == NONE)
        return;
    const Actor *item = &list->mentions->actors.at[actor];
    codes_add(list->arena, &list->listed.codes, cast_code(list->cast, item));
    if (item->kind == ACTOR_PERSON)
        *VECTOR_PUSH(list->arena, &list->listed.persons) = actor;
}

static void read_list(List *list, Span tokens, bool gathers) {
    const Mentions *mentions = list->mentions;
    list->listed = (Listed){.office = NONE};
    uint32_t from = tokens.begin;
    while (from != NONE && list->listed.items < LISTED_MAX) {
        uint32_t at = item_at(mentions, from, tokens.end);
        if (at == NONE || mentions->actor_mentions.at[at].actor == NONE)
            return;
        if (list->listed.items == 0 &&
            mentions->actors.at[mentions->actor_mentions.at[at].actor].kind == ACTOR_OFFICE)
            list->listed.office = at;
        uint32_t state = state_of_office(mentions, &mentions->actor_mentions.at[at], tokens.end);
        at = state == NONE ? at : state;
        const ActorMention *item = &mentions->actor_mentions.at[at];
        add_actor(list, item->actor);
        add_actor(list, item->also);
        list->listed.items++;
        from = next_item(mentions, item->end, tokens.end, gathers);
    }
}

/* A noun of its own before بين takes the list away from the talks: إنهاء │الحرب│ بين …. */
static bool taken(const Mentions *mentions, uint32_t noun_end, uint32_t between) {
    if (between < noun_end + 2)
        return false;
    uint32_t before = between - 1;
    return best(mentions, before)->features.pos == POS_NOUN &&
           mention_actor_at(mentions, before) == NONE &&
           mention_place_at(mentions, before) == NONE && mention_time_at(mentions, before) == NONE;
}

static bool names_meeting(const Mentions *mentions, uint32_t token) {
    return wording_use(mentions, TABLE_TALKS_WORDS, token, "talks") ||
           wording_use(mentions, TABLE_TALKS_WORDS, token, "dialogue") ||
           wording_use(mentions, TABLE_TALKS_WORDS, token, "summit") ||
           wording_use(mentions, TABLE_TALKS_WORDS, token, "meeting");
}

/* محادثات وزراء الصيد والري في │السويد│ و│فنلندا│ و│مالطا│: behind offices, where states are
 * listed. */
static bool lists_states(const Mentions *mentions, uint32_t from, uint32_t token) {
    uint32_t office = mention_actor_in(mentions, from, token);
    uint32_t at = wording_use(mentions, TABLE_TALKS_WORDS, token, "in")
                      ? mention_actor_at(mentions, token + 1)
                      : NONE;
    uint32_t items = 0;
    while (at != NONE && items < LISTED_MAX &&
           mentions->actors.at[mentions->actor_mentions.at[at].actor].kind == ACTOR_COUNTRY) {
        at = listed_next(mentions, mentions->actor_mentions.at[at].end);
        items++;
    }
    return items > 1 && office != NONE &&
           mentions->actors.at[mentions->actor_mentions.at[office].actor].kind == ACTOR_OFFICE;
}

Listed talks_listed(Arena *arena, const Records *records, const Cast *cast, Span tokens) {
    const Mentions *mentions = record_mentions(records);
    List list = {arena, mentions, cast, {.office = NONE}};
    uint32_t stop =
        tokens.begin + LIST_WINDOW < tokens.end ? tokens.begin + LIST_WINDOW : tokens.end;
    for (uint32_t i = tokens.begin;
         i < stop && list.listed.items < 2 && list.listed.codes.count < 2; i++) {
        const Reading *reading = best(mentions, i);
        bool further =
            reading->features.pos == POS_VERB && (reading->proclitics & (PRO_WA | PRO_FA));
        if (names_meeting(mentions, i) || (further && list.listed.items == 0))
            break; /* the list is that of the next one, or of what else is told */
        const PhraseHit *between = wording_use(mentions, TABLE_TALKS_WORDS, i, "between");
        if (between && !between->pronoun && !taken(mentions, tokens.begin, i))
            read_list(&list, (Span){i + 1, tokens.end}, false);
        else if (i + 1 < tokens.end && lists_states(mentions, tokens.begin, i))
            read_list(&list, (Span){i + 1, tokens.end}, false);
        else if (wording_row(mentions, TABLE_TALKS_GATHERING, i) != NONE)
            read_list(&list, (Span){i + 1, tokens.end}, true);
    }
    return list.listed;
}
