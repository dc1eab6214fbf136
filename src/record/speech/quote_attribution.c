/* SPDX-License-Identifier: Apache-2.0
 * Role:   reports without a verb of their own: "، وفق المتحدث"، "بحسب السفير فإن"، "فلان: …".
 * Input:  Telling.   Output: quotes; channels of quotes already read.
 */
#include "record/speech/speech.h"

/* The first token of the clause that ends at `end`, behind connectives and earlier quotes. */
static uint32_t clause_begin(const Telling *telling, uint32_t end) {
    const Speech *speech = telling->speech;
    const Sentence *sentence =
        &speech->tokens->sentences[speech->tokens->at[telling->first].sentence];
    uint32_t first = sentence->dateline > telling->first ? sentence->dateline : telling->first;
    enum { LOOK_BACK = 32 }; /* quotes of the same sentence */
    const Records *records = speech->records;
    uint32_t count = records->quotes.count;
    for (uint32_t q = count; q-- > telling->quotes && count - q <= LOOK_BACK;) {
        uint32_t after = records->quotes.at[q].end;
        first = after > first && after < end ? after : first;
    }
    while (first < end && (speech->tokens->at[first].kind == TOKEN_PUNCT ||
                           speech->tokens->at[first].kind == TOKEN_CLOSE ||
                           speech->marker[first] == MARKER_BREAK)) {
        first = speech->marker[first] == MARKER_BREAK ? speech->marked[first]->end : first + 1;
    }
    return first;
}

typedef struct Teller {
    uint32_t actor;
    uint32_t end;     /* one past its words */
    bool content;     /* what is told follows it */
    uint32_t channel; /* through what, or NONE */
    bool known;       /* a mention or a noun of speakers */
} Teller;

/* Whether words of the clause follow the teller: "اشترطوا، بحسب المصادر، عدم استهداف …". */
static uint32_t rest_begin(const Telling *telling, uint32_t i) {
    const Speech *speech = telling->speech;
    enum { MORE_WORDS = 25 }; /* that may still belong to the teller: "لبيان صدر عن المركز" */
    uint32_t limit = i + MORE_WORDS < telling->end ? i + MORE_WORDS : telling->end;
    while (i < limit && speech_word(speech, i) && !speech_that(speech, i) &&
           speech->marker[i] != MARKER_AUXILIARY) {
        i++;
    }
    while (i < telling->end) {
        uint32_t time = speech->time_from[i];
        if (time != NONE) {
            i = speech->mentions->times.at[time].end;
        } else if (speech_comma(speech, i) || speech_colon(speech, i) ||
                   speech->marker[i] == MARKER_THAT || speech->marker[i] == MARKER_AUXILIARY) {
            i++;
        } else {
            break;
        }
    }
    return i;
}

/* Whoever is named at i, with or without the ل of "وفقا لـ". */
static Teller named_at(Telling *telling, uint32_t i) {
    Speech *speech = telling->speech;
    Teller teller = {.actor = NONE, .end = i, .channel = NONE};
    if (i >= telling->end) {
        return teller;
    }
    Name name = name_at(speech, i, telling->end);
    uint32_t known = 0, kind = speech_kind(speech, TABLE_SPEAKERS, i, &known);
    if (name.kind == NAME_NONE || (name.kind == NAME_PHRASE && kind == NONE)) {
        return teller; /* "وفق لائحة" tells nobody */
    }
    teller.actor = kind == SPEAKER_STATEMENT
                       ? statement_speaker(speech, i, rest_begin(telling, name.after))
                       : name_actor(speech, &name);
    teller.end = name.after;
    return teller;
}

/* Whom a relaying subject names behind عن. */
static Name relayed_name(const Telling *telling, const Name *carrier) {
    enum { NEAR = 4 };
    const Speech *speech = telling->speech;
    for (uint32_t i = carrier->after; i < carrier->after + NEAR && i + 1 < telling->end; i++) {
        if (speech->marker[i] == MARKER_AN && !speech->marked[i]->pronoun) {
            return name_at(speech, speech->marked[i]->end, telling->end);
        }
    }
    return (Name){.kind = NAME_NONE, .mention = NONE};
}

/* "حسبما قال دبلوماسي": the subject of the verb. */
static Teller verb_at(Telling *telling, uint32_t i) {
    Speech *speech = telling->speech;
    Teller teller = {.actor = NONE, .end = i, .channel = NONE};
    if (i >= telling->end || speech->cue_at[i] == NONE) {
        return teller;
    }
    const Cue *cue = &speech->cues.at[speech->cue_at[i]];
    uint32_t act = speech_act(speech, cue->rows[0]);
    if (act > ACT_THINKS && act != ACT_RELAYS && act != ACT_APPEARS) {
        return teller; /* "كما طالب" */
    }
    Complement found = complement_find(speech, cue);
    Name name = found.subject;
    if (speech_act(speech, cue->rows[0]) == ACT_APPEARS) { /* "حسب ما ورد في قناة س" */
        name = medium_in(speech, i + 1, telling->end);
    }
    if (act == ACT_RELAYS) { /* "وفق ما نقلته وكالة س عن الوزارة": the ministry tells */
        Name from = relayed_name(telling, &name);
        if (from.kind != NAME_NONE) {
            teller.channel = name_actor(speech, &name);
            name = from;
        }
    }
    uint32_t end = 0;
    teller.known =
        name.kind == NAME_MENTION ||
        (name.kind == NAME_PHRASE && speech_kind(speech, TABLE_SPEAKERS, name.first, &end) != NONE);
    teller.actor =
        teller.known || name.kind == NAME_MEDIUM ? name_actor(speech, &name) : (uint32_t)NONE;
    teller.end = name.kind != NAME_NONE ? name.after : i;
    bool own = cue->form == CUE_VERB && cue->reading->enclitic.person == 3; /* ما ذكرته الوكالة */
    teller.content = !own && (found.kind == CONTENT_CLAUSE || found.kind == CONTENT_QUOTE);
    return teller;
}

static bool sentence_told(const Telling *telling) {
    return telling->speech->records->quotes.count > telling->quotes;
}

static void carry(Telling *telling, uint32_t channel, uint32_t from) {
    Records *records = telling->speech->records;
    telling->channel = channel;
    telling->speech->memory.channel = channel;
    for (uint32_t q = records->quotes.count; q-- > from;) {
        if (records->quotes.at[q].channel == NONE) {
            records->quotes.at[q].channel = channel;
        }
    }
}

/* "في قناة س على تويتر": the second medium carries the first. Returns where the words end. */
static uint32_t carried_on(Telling *telling, const Teller *teller) {
    enum { NEAR = 4 };
    Speech *speech = telling->speech;
    uint32_t limit = teller->end + NEAR < telling->end ? teller->end + NEAR : telling->end;
    Name medium = medium_in(speech, teller->end, limit);
    uint32_t channel = name_actor(speech, &medium);
    if (channel == NONE || channel == teller->actor) {
        return teller->end;
    }
    *VECTOR_PUSH(speech->arena, &speech->carried) =
        (Carried){teller->actor, channel, token_span(speech->tokens, medium.first, medium.end)};
    return medium.after;
}

static void add_told(Telling *telling, uint32_t first, uint32_t end, Said *said) {
    Speech *speech = telling->speech;
    said->first = first;
    said->end = speech_trim(speech, first, end);
    uint32_t stretch = first < end ? speech->stretch_at[first] : NONE;
    if (stretch != NONE && speech->stretches.at[stretch].open == first &&
        speech->stretches.at[stretch].end + 1 >= said->end) {
        telling_stretch(telling, stretch, said);
        return;
    }
    telling_add(telling, said);
}

/* Quotations inside what is told: "اجتمع الوزيران «لبحث المسائل»، بحسب الخارجية". */
static void add_stretches(Telling *telling, uint32_t first, uint32_t end, const Said *said) {
    enum { SPEECH_WORDS = 3 };
    const Speech *speech = telling->speech;
    for (uint32_t i = first; i < end; i++) {
        uint32_t stretch = speech->stretch_at[i];
        if (stretch != NONE && speech->stretches.at[stretch].open == i &&
            speech->stretches.at[stretch].words >= SPEECH_WORDS) {
            telling_stretch(telling, stretch, said);
        }
    }
}

/* The clause before the attribution, behind it, or around it: "اشترطوا، بحسب المصادر، عدم …". */
static void add_around(Telling *telling, uint32_t i, uint32_t begin, uint32_t rest, Said *said) {
    enum { CLAUSE_WORDS = 3, AROUND_WORDS = 6 };
    Speech *speech = telling->speech;
    bool more = rest < telling->end && speech_trim(speech, rest, telling->end) > rest + 1;
    bool middle = i > begin && i < begin + AROUND_WORDS && more && speech_comma(speech, i - 1);
    uint32_t stretch = more ? speech->stretch_at[rest] : NONE;
    if (stretch != NONE && speech->stretches.at[stretch].open == rest &&
        (i == begin || speech_colon(speech, rest - 1))) {
        telling_stretch(telling, stretch, said);
    } else if (more && (i < begin + CLAUSE_WORDS || middle)) {
        add_told(telling, i > begin ? begin : rest, content_end(speech, rest, CONTENT_CLAUSE),
                 said);
    } else if (i >= begin + CLAUSE_WORDS && !sentence_told(telling)) {
        add_told(telling, begin, i, said);
        add_stretches(telling, begin, i, said);
    }
}

/* "رفضوا القرار بحجة أنه …": what they plead. */
static uint32_t read_pretext(Telling *telling, const PhraseHit *hit) {
    Speech *speech = telling->speech;
    uint32_t that = hit->end;
    if (that >= telling->end || !speech_that(speech, that) || hit->first < telling->inside ||
        speech->marked[that]->end >= telling->end) {
        return hit->first;
    }
    Cue cue = {.token = hit->first, .form = CUE_PARTICIPLE};
    uint32_t first = speech->marked[that]->end;
    Said said = {.cue = hit->first,
                 .cue_end = hit->end,
                 .speaker = telling_elided(telling, &cue),
                 .kind = QUOTE_INDIRECT,
                 .rule = {"pretext", TABLE_ATTRIBUTION, hit->entry.row}};
    if (said.speaker == NONE) {
        return hit->first;
    }
    add_told(telling, first, content_end(speech, first, CONTENT_CLAUSE), &said);
    telling->inside = speech->records->quotes.count > 0
                          ? speech->records->quotes.at[speech->records->quotes.count - 1].end
                          : telling->inside;
    return first;
}

/* Who tells it, by the phrase: his own words, a verb and its subject, a name behind it. */
static Teller teller_at(Telling *telling, const PhraseHit *hit, uint32_t kind) {
    const Speech *speech = telling->speech;
    if (kind == ATTRIBUTION_OWN && hit->pronoun) {
        uint32_t actor = telling->speaker != NONE ? telling->speaker : speech->memory.any;
        return (Teller){.actor = actor, .end = hit->end, .channel = NONE};
    }
    if (kind != ATTRIBUTION_VERB && kind != ATTRIBUTION_AS) {
        return named_at(telling, hit->end);
    }
    Teller teller = verb_at(telling, hit->end);
    bool ends = teller.end >= telling->end || !speech_word(speech, teller.end);
    teller.content |= kind == ATTRIBUTION_AS && (!ends || !teller.known);
    return teller;
}

/* Whether a medium only carries what the quotes of its sentence tell, or, in a sentence of its own
 * (حسب رويترز.), the quotes before it. */
static bool only_carries(Telling *telling, const Teller *teller, uint32_t cue, Span around) {
    Speech *speech = telling->speech;
    bool told = sentence_told(telling);
    bool alone =
        cue == around.begin && !told && speech_trim(speech, around.end, telling->end) <= around.end;
    if (alone || told) {
        carry(telling, teller->actor, alone ? speech->last_quotes : telling->quotes);
    }
    return alone || told;
}

/* "ونقلا عن رويترز فإن الوزير │قال│ إن …": whether behind `rest` somebody else is told to speak, so
 * that the medium only carries his words. */
static bool told_by_another(Telling *telling, uint32_t rest) {
    enum { SUBJECT_WORDS = 16 };
    Speech *speech = telling->speech;
    for (uint32_t i = rest; i < telling->end && i < rest + SUBJECT_WORDS; i++) {
        if (speech->cue_at[i] == NONE || speech->stretch_at[i] != NONE) {
            continue;
        }
        const Cue *cue = &speech->cues.at[speech->cue_at[i]];
        if (!cue->sure || cue->form != CUE_VERB) {
            continue;
        }
        Complement found = complement_find(speech, cue);
        Name name = name_before(telling, cue);
        uint32_t who = name_actor(speech, name.kind != NAME_NONE ? &name : &found.subject);
        bool says = found.kind == CONTENT_CLAUSE || found.kind == CONTENT_QUOTE;
        return says && !found.searched && speech_act(speech, found.row) <= ACT_DENIES &&
               who != NONE && !channel_is(speech, who);
    }
    return false;
}

static bool attributes_here(const Telling *telling, const PhraseHit *hit, uint32_t kind) {
    uint32_t stretch = telling->speech->stretch_at[hit->first];
    bool quoted = stretch != NONE && !telling->speech->stretches.at[stretch].name;
    return !quoted && kind != ATTRIBUTION_THUS; /* the quotation before it has asked */
}

uint32_t telling_attribution(Telling *telling, uint32_t i) {
    Speech *speech = telling->speech;
    const PhraseHit *hit = phrase_at(speech->hits, i, TABLE_ATTRIBUTION, NONE);
    if (hit == NULL || i < telling->covered) {
        return i;
    }
    uint32_t kind = table_value(speech->model, TABLE_ATTRIBUTION, hit->entry.row, KIND_COLUMN);
    if (!attributes_here(telling, hit, kind)) {
        return i;
    }
    if (kind == ATTRIBUTION_PRETEXT) {
        return read_pretext(telling, hit);
    }
    Teller teller = teller_at(telling, hit, kind);
    if (teller.actor == NONE || teller.content) {
        return i;
    }
    uint32_t begin = clause_begin(telling, i), rest = rest_begin(telling, teller.end);
    bool medium = channel_is(speech, teller.actor);
    if (medium) {
        teller.end = carried_on(telling, &teller);
        if (only_carries(telling, &teller, i, (Span){begin, rest})) {
            return teller.end;
        }
        if (i == begin && told_by_another(telling, rest)) {
            carry(telling, teller.actor, telling->quotes);
            return teller.end;
        }
    } else if (teller.channel != NONE) {
        carry(telling, teller.channel, telling->quotes);
    } else if (kind == ATTRIBUTION_VERB) {
        Name channel = medium_in(speech, teller.end, i > begin ? telling->end : rest);
        telling->channel = name_actor(speech, &channel);
    }
    Said said = {.cue = i,
                 .cue_end = hit->end,
                 .speaker = teller.actor,
                 .kind = QUOTE_INDIRECT,
                 .rule = {"attribution", TABLE_ATTRIBUTION, hit->entry.row}};
    add_around(telling, i, begin, rest, &said);
    telling->speaker = teller.actor;
    if (!medium || speech->memory.any == NONE) {
        speech->memory.any = teller.actor;
    }
    return teller.end;
}

/* ---- Headlines ---- */

/* "إيطاليا: …" names the scene of what happens. */
static bool names_scene(const Speech *speech, const Name *name) {
    if (name->kind != NAME_MENTION) {
        return name->kind == NAME_NONE;
    }
    const ActorMention *words = &speech->mentions->actor_mentions.at[name->mention];
    return words->form == MENTION_NAME &&
           speech->mentions->actors.at[words->actor].kind == ACTOR_COUNTRY;
}

/* The colon of a headline, or NONE. A finite verb before it tells an event: no speaker. */
static uint32_t headline_colon(const Telling *telling) {
    enum { HEAD_TOKENS = 14 };
    const Speech *speech = telling->speech;
    uint32_t limit = telling->first + HEAD_TOKENS;
    for (uint32_t i = telling->first; i + 1 < telling->end && i < limit; i++) {
        if (speech_colon(speech, i)) {
            return i > telling->first ? i : (uint32_t)NONE;
        }
        if (speech->mention_from[i] == NONE && speech_finite(speech, i)) {
            return NONE;
        }
    }
    return NONE;
}

/* The last free mention before the colon ("بعد القمة.. ترامب"), or the noun that opens the line,
 * with no more than a medium behind it ("مصدران لـCNN"). */
static Name headline_speaker(const Telling *telling, uint32_t colon) {
    const Speech *speech = telling->speech;
    Name name = {.kind = NAME_NONE, .mention = NONE};
    for (uint32_t i = telling->first; i < colon; i++) {
        if (speech->mention_from[i] != NONE && !speech_governed(speech, i)) {
            name = name_at(speech, i, colon);
        }
    }
    uint32_t known = 0, first = telling->first;
    if (name.kind == NAME_NONE && speech_kind(speech, TABLE_SPEAKERS, first, &known) != NONE) {
        name = name_at(speech, first, colon);
        bool rest = name.after < colon && medium_in(speech, name.after, colon).kind == NAME_NONE;
        name.kind = rest ? (uint8_t)NAME_NONE : name.kind;
    }
    return name;
}

bool telling_headline(Telling *telling) {
    Speech *speech = telling->speech;
    const Sentence *sentence =
        &speech->tokens->sentences[speech->tokens->at[telling->first].sentence];
    if (sentence->role == SENTENCE_BODY) {
        return false;
    }
    uint32_t colon = headline_colon(telling);
    if (colon == NONE) {
        return false;
    }
    Name name = headline_speaker(telling, colon);
    if (names_scene(speech, &name)) {
        return false;
    }
    Name medium = medium_in(speech, name.after, colon);
    Said said = {.cue = NONE,
                 .speaker = name_actor(speech, &name),
                 .kind = QUOTE_INDIRECT,
                 .rule = {"headline-colon", TABLE_COUNT, 0}};
    speaker_hear(speech, &name, said.speaker);
    telling->channel = name_actor(speech, &medium);
    telling->speaker = said.speaker;
    telling->covered = colon + 1;
    add_told(telling, colon + 1, telling->end, &said);
    return true;
}
