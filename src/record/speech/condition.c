/* SPDX-License-Identifier: Apache-2.0
 * Role:   what depends on what: "سترد واشنطن إذا غزت روسيا جارتها".
 * Input:  Records with quotes, lang/speech/conditions.tsv.   Output: records->conditions.
 *
 *     consequent  إذا  antecedent              إذا  antecedent  ،  ف consequent
 */
#include "record/speech/speech.h"

#include <stdlib.h>

#include "base/search.h"

enum { SIDE_LIMIT = 120 }; /* tokens before the conjunction */

typedef struct Dependency {
    const Speech *speech;
    const PhraseHit *hit;
    uint32_t before, next; /* tokens: end of the conjunction before, begin of the next one */
    uint32_t begin, end;   /* tokens of the words around: a quote or the sentence */
    uint32_t quote;        /* or NONE */
    uint32_t by;           /* who requires it, an actor, or NONE */
} Dependency;

/* The words around the conjunction within which both sides stand. */
static void find_bounds(Dependency *d) {
    const Speech *speech = d->speech;
    uint32_t at = d->hit->first;
    const Sentence *sentence = &speech->tokens->sentences[speech->tokens->at[at].sentence];
    d->begin = at > sentence->first + SIDE_LIMIT ? at - SIDE_LIMIT : sentence->first;
    d->end = content_end(speech, d->hit->end, CONTENT_CLAUSE);
    d->quote = speech_quote_at(speech, at);
    if (d->quote != NONE) {
        const Quote *quote = &speech->records->quotes.at[d->quote];
        if (quote->first == at && quote->inside != NONE) {
            d->end = quote->end; /* لن يستمر "ما لم …": the consequence stands before the marks */
            d->quote = quote->inside;
            quote = &speech->records->quotes.at[d->quote];
        }
        d->begin = quote->first > d->begin ? quote->first : d->begin;
        if (quote->kind == QUOTE_DIRECT && quote->end < d->end) {
            d->end = quote->end;
        }
        if (quote->kind == QUOTE_INDIRECT && quote->end > d->end) {
            d->end = quote->end < sentence->end ? quote->end : sentence->end;
        }
    }
    d->end = d->end < sentence->end ? d->end : sentence->end;
    for (uint32_t i = at; i-- > d->begin;) {
        if (speech->marker[i] == MARKER_THAT && speech->marked[i]->end <= at) {
            d->begin = speech->marked[i]->end;
            break;
        }
    }
}

static uint32_t skip_marks(const Speech *speech, uint32_t i, uint32_t end) {
    while (i < end && !speech_word(speech, i)) {
        i++;
    }
    return i;
}

/* The comma, the word with ف, the verb with س or with the ل of لو that ends an antecedent standing
 * first. */
static uint32_t antecedent_end(const Dependency *d) {
    const Speech *speech = d->speech;
    for (uint32_t i = d->hit->end + 1; i < d->end; i++) {
        if (speech_comma(speech, i) ||
            reading_best(speech->readings, i)->proclitics & (PRO_FA | PRO_SA | PRO_LA)) {
            return i;
        }
    }
    return d->end;
}

/* …، في حال فشلت المحادثات│، فإن│ …: the consequence that is marked as one follows. */
static bool consequence_follows(const Dependency *d) {
    const Speech *speech = d->speech;
    for (uint32_t i = d->hit->end + 2; i < d->end; i++) {
        const Reading *reading = reading_best(speech->readings, i);
        bool told = reading->features.pos != POS_VERB || (reading->proclitics & PRO_SA);
        if (speech_comma(speech, i - 1)) {
            return (reading->proclitics & PRO_FA) && told && speech_word(speech, i);
        }
    }
    return false;
}

/* تستطيع، │إذا حدث ذلك│، أن تقود …: between commas, the conjunction of the consequence behind it.
 */
static bool between_commas(const Dependency *d) {
    const Speech *speech = d->speech;
    uint32_t i = d->hit->end;
    if (d->hit->first == 0 || !speech_comma(speech, d->hit->first - 1)) {
        return false;
    }
    while (i < d->end && !speech_comma(speech, i)) {
        i++;
    }
    return i + 1 < d->end && speech->marker[i + 1] == MARKER_THAT;
}

static bool stands_first(const Dependency *d) {
    if ((d->hit->proclitics & (PRO_WA | PRO_FA)) || consequence_follows(d) || between_commas(d)) {
        return true;
    }
    uint32_t begin = skip_marks(d->speech, d->begin, d->hit->first);
    const Reading *word = reading_best(d->speech->readings, begin);
    bool act = word->features.pos == POS_NOUN && speech_masdar(d->speech, begin);
    /* ألا │نلغيه│ إلا إذا …: what the verb says stands before its condition */
    bool said =
        word->features.pos == POS_VERB && begin > 0 && d->speech->marker[begin - 1] == MARKER_THAT;
    /* هدد │بالرد│ إذا …; │سترد│ إذا … */
    bool content =
        d->speech->marker[begin] == MARKER_OTHER && (act || said || (word->proclitics & PRO_SA));
    if (d->hit->first == begin || (d->hit->first == begin + 1 && !content)) {
        return true;
    }
    uint8_t marker = d->speech->marker[d->hit->first - 1];
    return marker == MARKER_BREAK || marker == MARKER_THAT;
}

/* Whose commitment it is: the speaker's, or the first free actor of the consequence. */
static uint32_t commitment(const Dependency *d, uint32_t first, uint32_t end) {
    if (d->quote != NONE) {
        return d->speech->records->quotes.at[d->quote].speaker;
    }
    uint32_t mention = NONE;
    for (uint32_t i = first; i < end && mention == NONE; i++) {
        mention = speech_governed(d->speech, i) ? NONE : d->speech->mention_from[i];
    }
    return mention == NONE ? NONE : d->speech->mentions->actor_mentions.at[mention].actor;
}

/* The negation before the conjunction, also of the verb on which the clause of the consequence
 * hangs (│لا│ يمكن أن يستمر دون …), or NONE. */
static uint32_t negation_before(const Dependency *d) {
    enum { NEAR = 25, MATRIX = 4 };
    const Speech *speech = d->speech;
    uint32_t at = d->hit->first, begin = at > d->begin + NEAR ? at - NEAR : d->begin;
    uint32_t first = speech->tokens->sentences[speech->tokens->at[at].sentence].first;
    first = first > d->before ? first : d->before;
    uint32_t matrix = begin > first + MATRIX ? begin - MATRIX : first;
    for (uint32_t i = at; i-- > matrix;) {
        if (speech->marker[i] == MARKER_NEGATION &&
            (i >= begin || (d->begin == begin && speech_finite(speech, i + 1)))) {
            return i;
        }
    }
    return NONE;
}

/* │من دون│ ثقة، │لن│ تكون …: the conjunction opens, and behind the comma stands a negation. */
static bool negation_follows(const Dependency *d) {
    const Speech *speech = d->speech;
    uint32_t i = d->hit->end, begin = skip_marks(speech, d->begin, d->hit->first);
    if (d->hit->first > begin + 1) {
        return false;
    }
    while (i < d->end && !speech_comma(speech, i)) {
        i++;
    }
    return i + 1 < d->end && speech->marker[i + 1] == MARKER_NEGATION;
}

/* What is given in exchange is an act, not a price: "مقابل الإفراج", not "مقابل الدولار". */
static bool names_act(const Speech *speech, uint32_t i) {
    enum { PRICE = 3 };
    if (speech->marker[i] == MARKER_THAT) {
        return true;
    }
    for (uint32_t k = i; k < i + PRICE && k < speech->tokens->count; k++) {
        if (speech->tokens->at[k].kind == TOKEN_NUMBER) {
            return false; /* نحو 200 دولار */
        }
    }
    bool counted = i + 1 < speech->tokens->count && speech->marker[i + 1] == MARKER_MIN;
    return speech_masdar(speech, i) ||
           (counted && reading_as(speech->readings, i, POS_NOUN) != NULL); /* عدد من الشروط */
}

/* "في حال رفض الاتفاق", "في حال رفضت", "في حال عدم …"; "في حالة خطيرة" is a state. */
static bool names_case(const Speech *speech, uint32_t i) {
    uint8_t marker = speech->marker[i];
    const Reading *reading = reading_best(speech->readings, i);
    bool act = speech_masdar(speech, i) &&
               ((reading->proclitics & PRO_AL) || reading->enclitic.person ||
                (i + 1 < speech->tokens->count && speech_nominal(speech, i + 1)));
    return (speech_finite(speech, i) && marker != MARKER_MIN) || act || marker == MARKER_THAT ||
           marker == MARKER_NEGATION || marker == MARKER_AUXILIARY;
}

/* حال │استمرار│ الأزمة, without في: no state of a thing (حال الاقتصاد). */
static bool names_bare_case(const Dependency *d) {
    const Speech *speech = d->speech;
    bool with_bi = reading_best(speech->readings, d->hit->first)->proclitics & PRO_BI;
    bool bare = d->hit->end == d->hit->first + 1 && !with_bi; /* بحال as في حال */
    return !bare || (!speech_governed(speech, d->hit->first) && /* بأي حال من الأحوال */
                     speech->marker[d->hit->end] != MARKER_MIN &&
                     !(reading_best(speech->readings, d->hit->end)->proclitics & PRO_AL));
}

/* مرهون │بنجاح│ المحادثات, يتوقف على │نجاح│ها. */
static bool names_ground(const Dependency *d) {
    const Speech *speech = d->speech;
    uint32_t i = d->hit->end;
    bool with_ala = speech->marker[i - 1] == MARKER_ALA;
    if (d->hit->first > 0 && speech->marker[d->hit->first - 1] == MARKER_NEGATION) {
        return false;
    }
    return with_ala ? names_act(speech, i)
                    : (reading_best(speech->readings, i)->proclitics & PRO_BI) != 0 ||
                          speech_that(speech, i);
}

/* وإلا │فستواجه│ …; كشرط │للاجتماع│. */
static bool names_outcome(const Dependency *d) {
    const Speech *speech = d->speech;
    uint32_t i = d->hit->end;
    const Reading *reading = reading_best(speech->readings, i);
    return speech_finite(speech, i) || (reading->proclitics & (PRO_FA | PRO_SA | PRO_LI)) ||
           speech_that(speech, i);
}

/* │ستعود│ بمجرد رفع …: what comes before the conjunction, or behind the comma, lies ahead. */
static bool told_ahead(const Dependency *d, bool leads) {
    const Speech *speech = d->speech;
    uint32_t first = leads ? d->hit->end : d->begin, end = leads ? d->end : d->hit->first;
    for (uint32_t i = first; i < end; i++) {
        if ((reading_best(speech->readings, i)->proclitics & PRO_SA) ||
            speech->marker[i] == MARKER_FUTURE || speech->marker[i] == MARKER_POSSIBLE) {
            return true;
        }
    }
    return false;
}

/* بمجرد أن │ترفع│ العقوبات; بمجرد │رفع│ها where what follows from it lies ahead. */
static bool names_moment(const Dependency *d) {
    const Speech *speech = d->speech;
    bool that = speech->marker[d->hit->end] == MARKER_THAT;
    uint32_t i = that ? speech->marked[d->hit->end]->end : d->hit->end;
    i = skip_marks(speech, i, d->end);
    if (i >= d->end) {
        return false;
    }
    const Reading *reading = reading_best(speech->readings, i);
    bool verb = reading->features.pos == POS_VERB && reading->features.aspect == ASPECT_IMPERFECT;
    return verb || (!that && speech_masdar(speech, i) && told_ahead(d, stands_first(d)));
}

static bool applies(const Dependency *d, uint32_t kind) {
    if (d->hit->end >= d->end) {
        return false;
    }
    switch (kind) {
    case CONDITION_CASE:
        return names_case(d->speech, d->hit->end) && names_bare_case(d);
    case CONDITION_IF:
    case CONDITION_UNLESS:
        return reading_best(d->speech->readings, d->hit->end)->features.pos != POS_ADJ;
    case CONDITION_EXCHANGE:
        return names_act(d->speech, d->hit->end);
    case CONDITION_ONLY:
        return negation_follows(d) ||
               (negation_before(d) != NONE && (d->speech->marker[d->hit->end - 1] == MARKER_THAT ||
                                               names_act(d->speech, d->hit->end)));
    case CONDITION_DEPENDS:
        return names_ground(d);
    case CONDITION_BEFORE:
        return names_outcome(d);
    case CONDITION_ONCE:
        return names_moment(d);
    default:
        return false;
    }
}

static void add(Arena *arena, Records *records, const Dependency *d, uint32_t sides[4]) {
    const Speech *speech = d->speech;
    uint32_t if_end = speech_trim(speech, sides[0], sides[1]);
    uint32_t then_first = skip_marks(speech, sides[2], sides[3]);
    uint32_t then_end = speech_trim(speech, then_first, sides[3]);
    if (sides[0] >= if_end || then_first >= then_end) {
        return;
    }
    *VECTOR_PUSH(arena, &records->conditions) =
        (Condition){.antecedent = token_span(speech->tokens, sides[0], if_end),
                    .consequent = token_span(speech->tokens, then_first, then_end),
                    .by = d->by != NONE ? d->by : commitment(d, then_first, then_end),
                    .event = NONE,
                    .rule = {"condition", TABLE_CONDITIONS, d->hit->entry.row}};
}

/* Where the next conjunction of a condition begins: nothing reaches beyond it. */
static uint32_t next_conjunction(const Speech *speech, uint32_t h) {
    const PhraseHits *hits = speech->hits;
    uint32_t end = hits->at[h].end;
    for (uint32_t i = end; i < speech->tokens->count && i < end + SIDE_LIMIT; i++) {
        if (phrase_at(hits, i, TABLE_CONDITIONS, NONE) != NULL) {
            return i;
        }
    }
    return speech->tokens->count;
}

/* Not the ما لم of "كما لم" or "وهو ما لم". */
static bool begins(const Speech *speech, const PhraseHit *hit) {
    bool pronoun =
        hit->first > 0 && reading_best(speech->readings, hit->first - 1)->features.pos == POS_PRON;
    uint32_t mention = mention_actor_at(speech->mentions, hit->first);
    bool named = mention != NONE && speech->mentions->actor_mentions.at[mention].first <
                                        hit->first; /* the لو of a French name */
    return !pronoun && !named && !hit->pronoun && !(hit->proclitics & ~(PRO_WA | PRO_FA));
}

/* Where what the requirement is for begins: │لتوقيع│ الاتفاق, │قبل│ بدء المحادثات. */
static uint32_t goal_in(const Speech *speech, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end && !speech_comma(speech, i); i++) {
        if (reading_best(speech->readings, i)->features.pos == POS_VERB && i > first &&
            speech->marker[i - 1] != MARKER_THAT) {
            return end;
        }
        bool aim = (reading_best(speech->readings, i)->proclitics & PRO_LI) != 0;
        bool before = speech->marker[i] == MARKER_OBLIQUE && i + 1 < end &&
                      !(reading_best(speech->readings, i + 1)->proclitics & PRO_AL);
        if ((aim && speech_masdar(speech, i)) || (before && speech_masdar(speech, i + 1))) {
            return i;
        }
    }
    return end;
}

/* اشترطت مالطا │سحب القوات│ قبل │بدء المحادثات│; اشترطت │لتوقيع الاتفاق│ أن │تسحب القوات│ */
static void read_requirement(Arena *arena, Records *records, Dependency *d) {
    const Speech *speech = d->speech;
    uint32_t first = d->hit->end, mention = speech->mention_from[first];
    if (mention != NONE) {
        d->by = speech->mentions->actor_mentions.at[mention].actor;
        first = speech->mentions->actor_mentions.at[mention].end;
    }
    uint32_t goal = goal_in(speech, first, d->end), goal_end = d->end;
    if (goal == first) {
        goal_end = first + 1;
        while (goal_end < d->end && speech->marker[goal_end] != MARKER_THAT) {
            goal_end++;
        }
        first = goal_end;
    }
    bool that = first < d->end && speech->marker[first] == MARKER_THAT;
    if (first >= d->end || goal >= d->end || !(that || speech_masdar(speech, first))) {
        return;
    }
    first = that ? speech->marked[first]->end : first;
    uint32_t end = goal < first ? d->end : goal;
    bool before = speech->marker[goal] == MARKER_OBLIQUE;
    add(arena, records, d, (uint32_t[]){first, end, before ? goal + 1 : goal, goal_end});
}

/* Both sides of the conjunction, by where its kind has them. */
static void read_sides(Arena *arena, Records *records, Dependency *d, uint32_t kind) {
    const Speech *speech = d->speech;
    uint32_t first = d->hit->end;
    first = speech->marker[first] == MARKER_THAT ? speech->marked[first]->end : first;
    bool free = kind <= CONDITION_UNLESS || kind == CONDITION_ONCE;
    bool leads = free ? stands_first(d) : kind == CONDITION_ONLY && negation_follows(d);
    if (leads) {
        uint32_t middle = antecedent_end(d);
        add(arena, records, d, (uint32_t[]){first, middle, middle, d->end});
        return;
    }
    if (kind == CONDITION_BEFORE) {
        add(arena, records, d, (uint32_t[]){d->begin, d->hit->first, first, d->end});
        return;
    }
    uint32_t negation = kind == CONDITION_ONLY ? negation_before(d) : (uint32_t)NONE;
    d->begin = negation < d->begin ? negation : d->begin;
    add(arena, records, d, (uint32_t[]){first, d->end, d->begin, d->hit->first});
}

void condition_run(Arena *arena, Records *records) {
    const Speech *speech = records->speech;
    uint32_t covered = 0, before = 0;
    for (uint32_t h = 0; h < speech->hits->count; h++) {
        const PhraseHit *hit = &speech->hits->at[h];
        if (hit->entry.table != TABLE_CONDITIONS || hit->first < covered || !begins(speech, hit)) {
            continue;
        }
        covered = hit->end;
        uint32_t kind = table_value(speech->model, TABLE_CONDITIONS, hit->entry.row, KIND_COLUMN);
        Dependency d = {.speech = speech,
                        .hit = hit,
                        .before = before,
                        .next = next_conjunction(speech, h),
                        .by = NONE};
        bool bounds = kind <= CONDITION_UNLESS || kind == CONDITION_WHETHER;
        before = bounds ? hit->end : before;
        if (hit->end >= speech->tokens->count || kind > CONDITION_REQUIRES || d.next == hit->end) {
            continue;
        }
        find_bounds(&d);
        d.begin = d.begin > d.before ? d.begin : d.before;
        d.end = d.end < d.next ? d.end : d.next;
        if (kind == CONDITION_REQUIRES) {
            read_requirement(arena, records, &d);
        } else if (applies(&d, kind)) {
            read_sides(arena, records, &d, kind);
        }
    }
}

/* ---- Events ---- */

typedef struct Trigger {
    uint32_t begin, event;
} Trigger;

typedef VECTOR(Trigger) Triggers;

static int compare_triggers(const void *a, const void *b) {
    const Trigger *one = a, *two = b;
    if (one->begin != two->begin) {
        return one->begin < two->begin ? -1 : 1;
    }
    return one->event < two->event ? -1 : one->event > two->event;
}

/* The first event whose trigger begins in the span, or NONE. */
static uint32_t event_in(const Triggers *triggers, Span span) {
    uint32_t i = SEARCH_FROM(triggers, begin, span.begin);
    bool inside = i < triggers->count && triggers->at[i].begin < span.end;
    return inside ? triggers->at[i].event : (uint32_t)NONE;
}

void condition_link(Arena *arena, Records *records) {
    uint32_t count = records->events.count;
    if (count == 0) {
        return;
    }
    Triggers triggers = {ARENA_ARRAY(arena, Trigger, count), count, count};
    for (uint32_t i = 0; i < count; i++) {
        triggers.at[i] = (Trigger){records->events.at[i].trigger.begin, i};
    }
    qsort(triggers.at, count, sizeof *triggers.at, compare_triggers);
    for (uint32_t i = 0; i < records->conditions.count; i++) {
        Condition *condition = &records->conditions.at[i];
        condition->event = event_in(&triggers, condition->consequent);
    }
}
