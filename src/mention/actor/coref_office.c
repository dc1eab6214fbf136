/* SPDX-License-Identifier: Apache-2.0
 * Role:   whose office it is that is told without a name.
 * Input:  Scan with sorted mentions, lang/actors/same_offices.tsv.   Output: their actors.
 *
 *     وزير الخارجية الروسي سيرجي لافروف ... الوزير الروسي → سيرجي لافروف
 *     رئيس الوزراء كارم ديباسكو ... رئيس الحكومة → كارم ديباسكو
 */
#include "mention/actor/actor.h"

static bool same_code(const char *a, const char *b) {
    return !a || !b || strcmp(a, b) == 0;
}

static Slice first_word(const char *text) {
    Slice all = slice_of(text);
    const char *space = memchr(all.at, ' ', all.length);
    return space ? slice_cut(all, 0, (uint32_t)(space - all.at)) : all;
}

Slice coref_bare_word(const Scan *scan, Slice word) {
    static const char ARTICLE[] = {(char)0xD8, (char)0xA7, (char)0xD9, (char)0x84}; /* ا ل */
    Slice fold = text_fold(scan->arena, word, NULL);
    bool article = fold.length > sizeof ARTICLE && memcmp(fold.at, ARTICLE, sizeof ARTICLE) == 0;
    return article ? slice_cut(fold, sizeof ARTICLE, fold.length) : fold;
}

/* وزير خارجية is وزير الخارجية: the same words, with ال or without; الأمين العام, of nobody in
 * particular, is │الأمين العام│ للأمم المتحدة. */
static bool same_words(const Scan *scan, const Actor *holder, const Actor *person) {
    const char *one = holder->office, *other = person->office;
    while (*one && *other) {
        Slice a = first_word(one), b = first_word(other);
        if (!slice_equal(coref_bare_word(scan, a), coref_bare_word(scan, b))) {
            return false;
        }
        one += a.length + (one[a.length] == ' ');
        other += b.length + (other[b.length] == ' ');
    }
    return !*one && (!*other || !holder->code);
}

static uint32_t word_count(const char *text) {
    uint32_t count = *text != '\0';
    for (; *text; text++) {
        count += *text == ' ';
    }
    return count;
}

/* The row of same_offices.tsv that the office stands in, whole or up to where it is served:
 * │مبعوث الأمم المتحدة│ إلى اليمن; or NONE. */
static uint32_t office_row(const Scan *scan, const Actor *actor) {
    Span office = actor->office_span;
    if (office.end <= office.begin) {
        return NONE;
    }
    const PhraseHit *hit =
        scan_find(scan, token_at_byte(scan->tokens, office.begin), TABLE_SAME_OFFICES, ANY_COLUMN);
    bool whole = hit && (word_count(actor->office) <= hit->end - hit->first ||
                         (hit->end < scan->tokens->count && scan_preposition(scan, hit->end)));
    return whole ? hit->entry.row : (uint32_t)NONE;
}

/* الوزير, a head alone, is whoever is وزير الخارجية; الوزير السابق whoever was. */
static bool same_head(const Scan *scan, const Actor *holder, const Actor *person) {
    uint32_t words = holder->former && person->former ? 2 : 1;
    Slice head = first_word(holder->office);
    return word_count(holder->office) <= words &&
           slice_equal(coref_bare_word(scan, head),
                       coref_bare_word(scan, first_word(person->office)));
}

/* رئيس الحكومة is رئيس الوزراء. */
static bool same_row(const Scan *scan, const Actor *holder, const Actor *person) {
    uint32_t row = office_row(scan, holder);
    return row != NONE && row == office_row(scan, person);
}

static bool is_office_of(const Scan *scan, const Actor *holder, const Actor *person) {
    return person->office && (!holder->code || person->code) &&
           same_code(holder->code, person->code) &&
           (same_head(scan, holder, person) || same_row(scan, holder, person) ||
            same_words(scan, holder, person));
}

/* مسؤول │أميركي│, │مسؤولين│: one of many, nobody met before. */
static bool is_indefinite(const Scan *scan, const ActorMention *mention) {
    const Reading *head = reading_best(scan->readings, mention->head);
    uint32_t last = mention->end - 1;
    bool adjective = last > mention->head && reading_as(scan->readings, last, POS_ADJ) != NULL &&
                     reading_best(scan->readings, last)->features.pos != POS_PROPN;
    return head->features.number == NUMBER_PLURAL || (adjective && !scan_article(scan, last));
}

static bool is_plural(const Scan *scan, const ActorMention *mention) {
    return reading_best(scan->readings, mention->head)->features.number == NUMBER_PLURAL;
}

/* Whether other states are told behind the office: وزراء خارجية مصر │والسودان│. */
static bool is_several(const Scan *scan, uint32_t k) {
    const Mentions *m = scan->m;
    uint32_t end = m->actor_mentions.at[k].end, next = k + 1;
    while (next < m->actor_mentions.count && m->actor_mentions.at[next].first < end) {
        next++; /* inside it */
    }
    const ActorMention *other = &m->actor_mentions.at[next];
    return next < m->actor_mentions.count && other->first == end &&
           (other->form == MENTION_DEMONYM || m->actors.at[other->actor].kind == ACTOR_COUNTRY);
}

static bool rules(const Scan *scan, const ActorMention *mention) {
    const PhraseHit *hit = phrase_at(scan->m->hits, mention->head, TABLE_OFFICES, OFFICE_PLURAL);
    return hit &&
           slice_is(table_cell(scan->model, TABLE_OFFICES, hit->entry.row, OFFICE_CLASS), "ruler");
}

/* The same word, or قادة … الزعماء. */
static bool same_men(const Scan *scan, const ActorMention *a, const ActorMention *b) {
    return slice_equal(coref_bare_word(scan, token_fold(scan->tokens, a->head)),
                       coref_bare_word(scan, token_fold(scan->tokens, b->head))) ||
           (rules(scan, a) && rules(scan, b));
}

/* │وزراء خارجية الاتحاد│ … الوزراء, │قادة المجموعة│ … القادة: a bare plural office is those of whom
 * the same word has told before whose they are. */
static void several_again(const Scan *scan, uint32_t k) {
    ActorMention *mention = &scan->m->actor_mentions.at[k];
    bool bare = mention->end == mention->first + 1 && scan_article(scan, mention->first) &&
                is_plural(scan, mention) && !is_several(scan, k);
    uint32_t oldest = k > SCAN_BACK ? k - SCAN_BACK : 0;
    for (uint32_t i = k; bare && i-- > oldest;) {
        const ActorMention *before = &scan->m->actor_mentions.at[i];
        const Actor *whose = &scan->m->actors.at[before->actor];
        bool told = whose->kind == ACTOR_OFFICE && whose->code && before->end > before->first + 1 &&
                    is_plural(scan, before) && same_men(scan, before, mention);
        if (told) {
            mention->actor = is_several(scan, i) ? mention->actor : before->actor;
            return;
        }
    }
}

/* Whether two persons are not said to be of one state. */
static bool is_elsewhere(const Scan *scan, uint32_t one, uint32_t other) {
    const char *a = scan->m->actors.at[one].code, *b = scan->m->actors.at[other].code;
    return one != other && !(a && b && strcmp(a, b) == 0);
}

/* The person who holds the office and was named last before mention k, of another state than
 * person `than` if that is told; or NONE. */
static uint32_t holder_named(const Scan *scan, const Actor *holder, uint32_t k, uint32_t than) {
    uint32_t oldest = k > SCAN_BACK ? k - SCAN_BACK : 0;
    for (uint32_t i = k; i-- > oldest;) {
        uint32_t actor = scan->m->actor_mentions.at[i].actor;
        const Actor *person = &scan->m->actors.at[actor];
        if (person->kind == ACTOR_PERSON && (than == NONE || is_elsewhere(scan, than, actor)) &&
            is_office_of(scan, holder, person)) {
            return actor;
        }
    }
    return NONE;
}

uint32_t coref_only_holder(const Scan *scan, const Actor *holder) {
    uint32_t count = scan->m->actor_mentions.count;
    uint32_t person = holder_named(scan, holder, count, NONE);
    bool several = person != NONE && holder_named(scan, holder, count, person) != NONE;
    return several ? (uint32_t)NONE : person;
}

void coref_office(const Scan *scan, uint32_t k) {
    ActorMention *mention = &scan->m->actor_mentions.at[k];
    if (!is_indefinite(scan, mention)) {
        uint32_t person = holder_named(scan, &scan->m->actors.at[mention->actor], k, NONE);
        mention->actor = person == NONE ? mention->actor : person;
    }
}

void coref_several(const Scan *scan) {
    const Mentions *m = scan->m;
    for (uint32_t k = 0; k < m->actor_mentions.count; k++) {
        if (m->actors.at[m->actor_mentions.at[k].actor].kind == ACTOR_OFFICE) {
            several_again(scan, k);
        }
    }
}
