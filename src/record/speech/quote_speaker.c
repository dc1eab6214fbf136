/* SPDX-License-Identifier: Apache-2.0
 * Role:   who speaks: behind the verb, before it, in an earlier sentence, behind a statement.
 * Input:  Telling, Cue, its Complement.   Output: an actor.
 *
 *     وقال الوزير إن        لكن الوزير، الذي …، حذر       وأضاف أن            نقلت … عن الوزير
 *     behind                before                        elided: remembered   relayed
 */
#include "record/speech/speech.h"

uint32_t speech_act(const Speech *speech, uint32_t row) {
    return table_value(speech->model, TABLE_REPORTING, row, ACT_COLUMN);
}

bool speech_passive(const Cue *cue) {
    return cue->form == CUE_VERB && cue->reading->features.voice == VOICE_PASSIVE &&
           !cue->reading->voiceless;
}

void speaker_hear(Speech *speech, const Name *name, uint32_t actor) {
    if (name->kind != NAME_NONE && actor != NONE) {
        *VECTOR_PUSH(speech->arena, &speech->heard) = (Heard){actor, name->first, name->end};
    }
}

/* ---- Before the verb ---- */

/* │مالطا│ واليونان وقبرص أعلنت: who is named first. */
static Name head_of_list(const Telling *telling, Name last) {
    enum { LIST_LIMIT = 120 }; /* tokens */
    const Speech *speech = telling->speech;
    uint32_t i = last.first, limit = i > LIST_LIMIT ? i - LIST_LIMIT : 0;
    limit = limit > telling->first ? limit : telling->first;
    while (last.kind == NAME_MENTION && i > limit &&
           reading_best(speech->readings, last.first)->proclitics & PRO_WA) {
        i--;
        uint32_t mention = speech->mention_from[i];
        if (!speech_word(speech, i) || speech_finite(speech, i)) {
            break;
        }
        if (mention != NONE && speech->mentions->actor_mentions.at[mention].end == last.first) {
            last = name_at(speech, i, last.first);
        }
    }
    return last;
}

/* A mention or unnamed speaker whose words end right at `at`; `owned`: also behind a preposition,
 * تصريحات │للوزير│ قال فيها. */
static Name name_ending(const Telling *telling, uint32_t at, bool owned) {
    enum { NEAR = 12 };
    const Speech *speech = telling->speech;
    Name found = {.kind = NAME_NONE, .mention = NONE};
    uint32_t limit = at > telling->first + NEAR ? at - NEAR : telling->first;
    for (uint32_t i = at; i-- > limit;) {
        uint32_t end = 0;
        bool speaker = speech_kind(speech, TABLE_SPEAKERS, i, &end) != NONE;
        if (speech->mention_from[i] == NONE && !speaker) {
            continue;
        }
        Name name = name_at(speech, i, at);
        if (name.kind != NAME_NONE && name.after == at &&
            (!speech_governed(speech, i) || (owned && speech_clitic(speech, i)))) {
            found = name;
        }
    }
    return found;
}

/* "تسيبراس، الذي …، حذر": the mention at the head of the sentence, with a comma behind it. */
static Name name_heading(const Telling *telling, uint32_t before) {
    const Speech *speech = telling->speech;
    uint32_t i = before < telling->inside ? telling->inside_first : telling->first;
    while (i < telling->end && speech->marker[i] >= MARKER_BREAK) {
        i = speech->marked[i]->end; /* لكن، وكان */
    }
    Name name = {.kind = NAME_NONE, .mention = NONE};
    if (i < telling->end && speech->mention_from[i] != NONE && !speech_governed(speech, i)) {
        name = name_at(speech, i, telling->end);
    }
    bool comma =
        name.kind != NAME_NONE && name.after < telling->end && speech_comma(speech, name.after);
    name.kind = comma ? name.kind : (uint8_t)NAME_NONE;
    return name;
}

/* "وكان │مقرر اللجنة في مالطا│ قد قال": what stands between كان and قد is the subject. */
static Name name_between(const Telling *telling, uint32_t at) {
    enum { SUBJECT_WORDS = 14 };
    const Speech *speech = telling->speech;
    uint32_t limit = at > telling->first + SUBJECT_WORDS ? at - SUBJECT_WORDS : telling->first;
    for (uint32_t i = at; i-- > limit;) {
        if (speech->marker[i] == MARKER_AUXILIARY && i + 1 < at) {
            return name_at(speech, i + 1, at);
        }
        if (speech_finite(speech, i) || speech->tokens->at[i].kind == TOKEN_PUNCT) {
            break;
        }
    }
    return (Name){.kind = NAME_NONE, .mention = NONE};
}

/* غضب │الصيادين│ الذين يقولون إن: people whom the words before a relative clause name. */
static Name name_of_people(const Telling *telling, uint32_t at) {
    const Speech *speech = telling->speech;
    const Reading *noun = at > telling->first ? reading_best(speech->readings, at - 1) : NULL;
    bool several = reading_best(speech->readings, at)->features.number == NUMBER_PLURAL; /* الذين */
    bool people = several && noun && noun->proclitics == PRO_AL && speech_nominal(speech, at - 1) &&
                  noun->features.number != NUMBER_SINGULAR &&
                  noun->features.gender == GENDER_MASCULINE;
    return people ? name_at(speech, at - 1, at) : (Name){.kind = NAME_NONE, .mention = NONE};
}

/* A definite adjective that no mention holds. */
static bool describes(const Speech *speech, uint32_t i) {
    const Reading *reading = reading_best(speech->readings, i);
    return reading->features.pos == POS_ADJ && reading->proclitics & PRO_AL &&
           mention_actor_at(speech->mentions, i) == NONE;
}

Name name_before(const Telling *telling, const Cue *cue) {
    const Speech *speech = telling->speech;
    if (cue->form != CUE_VERB || cue->reading->proclitics & (PRO_WA | PRO_FA)) {
        return (Name){.kind = NAME_NONE, .mention = NONE};
    }
    uint32_t at = cue->token;
    while (at > telling->first && (speech->marker[at - 1] == MARKER_AUXILIARY ||
                                   speech->marker[at - 1] == MARKER_NEGATION ||
                                   speech->marker[at - 1] == MARKER_RELATIVE)) {
        at--;
    }
    while (at < cue->token && at > telling->first && describes(speech, at - 1)) {
        at--; /* مقترحات مالطا │الأخيرة│ التي عبرت */
    }
    bool comma = at > telling->first && speech_comma(speech, at - 1);
    bool relative = at < cue->token && speech->marker[at] == MARKER_RELATIVE; /* التي │كانت│ تقول */
    bool therein = cue->token + 1 < telling->end && /* قال │فيها│ */
                   speech->marker[cue->token + 1] == MARKER_FI &&
                   speech->marked[cue->token + 1]->pronoun;
    Name name =
        name_ending(telling, comma && relative ? at - 1 : at, therein); /* "بولتون، الذي تحدث" */
    name = relative ? name : head_of_list(telling, name);
    if (name.kind == NAME_NONE && at < cue->token) {
        name = relative ? name_of_people(telling, at) : name_between(telling, at);
    }
    return name.kind == NAME_NONE && comma ? name_heading(telling, at) : name;
}

/* ---- Elsewhere ---- */

static uint32_t remembered(const Speech *speech, const Cue *cue) {
    if (cue->form != CUE_VERB) {
        return speech->memory.any;
    }
    const Features *f = &cue->reading->features;
    if (f->number == NUMBER_PLURAL && speech->memory.plural != NONE) {
        return speech->memory.plural;
    }
    if (f->number == NUMBER_PLURAL && speech->memory.any != NONE &&
        speech->mentions->actors.at[speech->memory.any].kind == ACTOR_PERSON) {
        return NONE; /* كما │يقولون│ is not what one person says */
    }
    if (f->gender == GENDER_FEMININE && speech->memory.feminine != NONE) {
        return speech->memory.feminine;
    }
    return speech->memory.any;
}

/* "وكرر │جراهام│ … قائلا": a name that no list has, behind the verb that opens the sentence. */
static Name name_unlisted(const Telling *telling, uint32_t before) {
    enum { OPENING = 3 };
    const Speech *speech = telling->speech;
    for (uint32_t i = telling->first; i + 1 < before && i < telling->first + OPENING; i++) {
        if (!speech_finite(speech, i)) {
            continue;
        }
        bool name = reading_best(speech->readings, i + 1)->features.pos == POS_PROPN &&
                    !speech_clitic(speech, i + 1) &&
                    mention_place_at(speech->mentions, i + 1) == NONE;
        return name ? name_at(speech, i + 1, before) : (Name){.kind = NAME_NONE, .mention = NONE};
    }
    return (Name){.kind = NAME_NONE, .mention = NONE};
}

/* بيان │للمجلس│: a body behind ل that no list has. */
static bool is_author(const Speech *speech, uint32_t i) {
    uint32_t end = 0;
    return reading_best(speech->readings, i)->proclitics & PRO_LI &&
           speech_kind(speech, TABLE_SPEAKERS, i, &end) != NONE;
}

uint32_t statement_speaker(Speech *speech, uint32_t first, uint32_t end) {
    const Mentions *m = speech->mentions;
    for (uint32_t i = first + 1; i < end && speech->marker[i] != MARKER_RELATIVE; i++) {
        uint32_t mention = speech->mention_from[i];
        bool author = mention != NONE ? !channel_is(speech, m->actor_mentions.at[mention].actor)
                                      : is_author(speech, i);
        if (author) {
            Name name = name_at(speech, i, end);
            return name_actor(speech, &name);
        }
    }
    return speech->memory.any;
}

/* Who is named; of a statement its author. */
static uint32_t subject_actor(Speech *speech, const Name *name) {
    uint32_t end = 0, actor = NONE;
    if (name->kind != NAME_NONE &&
        speech_kind(speech, TABLE_SPEAKERS, name->first, &end) == SPEAKER_STATEMENT) {
        actor = statement_speaker(speech, name->first, name->after);
    }
    return actor != NONE ? actor : name_actor(speech, name);
}

uint32_t telling_elided(const Telling *telling, const Cue *cue) {
    Speech *speech = telling->speech;
    bool goes_on = cue->form == CUE_PARTICIPLE && cue->row_count > 0 &&
                   speech_act(speech, cue->rows[0]) == ACT_ADDS;
    if (goes_on && telling->relative != NONE) {
        return telling->relative; /* الوزير الذي قال إن …، │مضيفا│ أن */
    }
    if (telling->speaker != NONE) {
        return telling->speaker;
    }
    Name name = name_of_sentence(telling, cue->token);
    if (name.kind == NAME_NONE && cue->form != CUE_VERB) {
        name = name_unlisted(telling, cue->token);
    }
    uint32_t actor = subject_actor(speech, &name);
    if (actor != NONE) {
        return actor;
    }
    bool adds = cue->row_count > 0 && speech_act(speech, cue->rows[0]) == ACT_ADDS;
    bool fresh = speech->memory.topic != NONE && telling->first == speech->memory.topic_end;
    return fresh && !adds && cue->form == CUE_VERB ? speech->memory.topic : remembered(speech, cue);
}

/* "نقلت رويترز عن مصدر قوله": the source speaks, the subject carries. */
static uint32_t relayed_from(Telling *telling, const Cue *cue, uint32_t end) {
    Speech *speech = telling->speech;
    for (uint32_t i = cue->token + 1; i + 1 < end; i++) {
        if (speech->marker[i] != MARKER_AN) {
            continue;
        }
        if (speech->marked[i]->pronoun) {
            return telling->speaker != NONE ? telling->speaker : speech->memory.any; /* عنه */
        }
        Name name = name_at(speech, speech->marked[i]->end, end);
        uint32_t actor = name_actor(speech, &name);
        speaker_hear(speech, &name, actor);
        return actor;
    }
    return NONE;
}

uint32_t learned_from(const Speech *speech, const Cue *cue, uint32_t end) {
    uint32_t known = 0;
    for (uint32_t i = cue->token + 1; i + 1 < end; i++) {
        if (speech->marker[i] == MARKER_MIN && !speech->marked[i]->pronoun &&
            speech_kind(speech, TABLE_SPEAKERS, speech->marked[i]->end, &known) == SPEAKER_SOURCE) {
            return speech->marked[i]->end;
        }
    }
    return NONE;
}

Name learned_by(const Speech *speech, const Cue *cue, uint32_t end) {
    uint32_t next = cue->token + 1;
    Name marked = medium_in_marks(speech, next);
    return marked.kind != NAME_NONE || next >= end ? marked : medium_at(speech, next, end);
}

/* Who told what a medium has learned; the medium itself where it names no source. */
static uint32_t learned(Telling *telling, const Cue *cue, uint32_t end) {
    Speech *speech = telling->speech;
    uint32_t source = learned_from(speech, cue, end);
    Name medium = learned_by(speech, cue, end);
    uint32_t channel = name_actor(speech, &medium);
    if (source == NONE) {
        return channel;
    }
    Name name = name_at(speech, source, end);
    uint32_t actor = name_actor(speech, &name);
    speaker_hear(speech, &name, actor);
    telling->channel = channel;
    telling->relayed = true;
    return actor;
}

/* وجاء في │بيان للوزارة│ أن, في كلمة الوزير, في تقرير اللجنة: whose words they are; a report and a
 * medium tell themselves. */
static uint32_t appeared(Telling *telling, const Cue *cue, uint32_t end) {
    Speech *speech = telling->speech;
    uint32_t in = cue->token + 1, known = 0;
    if (in >= end || speech->marker[in] != MARKER_FI || speech->marked[in]->end >= end) {
        return NONE;
    }
    uint32_t first = speech->marked[in]->end;
    Name name = name_at(speech, first, end);
    bool itself = speech_kind(speech, TABLE_SPEAKERS, first, &known) == SPEAKER_DOCUMENT ||
                  name.kind == NAME_MEDIUM || name.kind == NAME_LAST_MEDIUM;
    uint32_t actor = itself ? name_actor(speech, &name) : statement_speaker(speech, first, end);
    return actor != NONE ? actor
                         : telling_elided(telling, cue); /* في │البيان│ of those told of before */
}

void telling_topic(Telling *telling) {
    Memory *memory = &telling->speech->memory;
    Name name = name_of_sentence(telling, telling->end);
    memory->topic = NONE;
    memory->topic_end = telling->end;
    if (name.kind == NAME_MENTION) {
        const Mentions *m = telling->speech->mentions;
        uint32_t actor = m->actor_mentions.at[name.mention].actor;
        memory->topic = m->actors.at[actor].kind == ACTOR_PERSON ? actor : NONE;
    }
}

/* ---- All together ---- */

/* "وأبلغ │كلوب│ الصحفيين": a person, and behind him those whom he tells. */
static bool two_behind(const Speech *speech, const Complement *found) {
    const Name *name = &found->subject;
    if (name->kind != NAME_MENTION || name->after >= found->intro) {
        return false;
    }
    const ActorMention *words = &speech->mentions->actor_mentions.at[name->mention];
    return speech->mentions->actors.at[words->actor].kind == ACTOR_PERSON &&
           speech_nominal(speech, name->after) && !speech_governed(speech, name->after) &&
           speech->time_from[name->after] == NONE;
}

/* Whether the noun behind the verb can be its subject: the one who is described, accused or
 * informed cannot ("ووصف التدريبات بأنها"). */
static bool subject_fits(const Telling *telling, const Cue *cue, const Complement *found) {
    const Name *name = &found->subject;
    const Speech *speech = telling->speech;
    uint32_t act = speech_act(speech, cue->rows[0]), end = 0;
    bool speaker = name->kind == NAME_MENTION ||
                   speech_kind(speech, TABLE_SPEAKERS, name->first, &end) != NONE;
    bool goes_on = cue->reading->proclitics & PRO_WA &&
                   (telling->speaker != NONE || speech->memory.any != NONE);
    if (act == ACT_DESCRIBES || act == ACT_ACCUSES || act == ACT_THINKS) {
        bool object = act == ACT_DESCRIBES && goes_on && name->after == found->intro &&
                      cue->form == CUE_VERB && cue->reading->enclitic.person == 0;
        return speaker && !object; /* اعتبر │القضية│ "…"، "ووصف الصحيفة بأنها" */
    }
    if (act == ACT_ASKS && goes_on && name->kind != NAME_NONE &&
        phrase_at(speech->hits, name->first, TABLE_ASKED, NONE)) {
        return false; /* ودعت │جميع الأطراف│ إلى */
    }
    if (act == ACT_INFORMS) { /* "وأبلغ الصحافيين أن": they only hear it */
        return !goes_on || two_behind(speech, found);
    }
    if (act == ACT_WARNS && goes_on && name->kind == NAME_MENTION) { /* "وحذر روسيا من" */
        const ActorMention *mention = &speech->mentions->actor_mentions.at[name->mention];
        bool state = speech->mentions->actors.at[mention->actor].kind == ACTOR_COUNTRY;
        return !state || cue->reading->features.gender == GENDER_FEMININE;
    }
    return true;
}

/* The actor of a mention at i that is no medium, or NONE. */
static uint32_t heard_at(const Speech *speech, uint32_t i) {
    uint32_t mention = speech->mention_from[i];
    uint32_t actor = mention != NONE ? speech->mentions->actor_mentions.at[mention].actor : NONE;
    return channel_is(speech, actor) ? (uint32_t)NONE : actor;
}

/* "قال الوزير لنظيره إن": right behind a person, with ل, and no state ("سفير الكويت لقطر"). */
static uint32_t told_with_li(const Speech *speech, const Complement *found) {
    const Name *subject = &found->subject;
    if (subject->kind != NAME_MENTION || subject->after >= found->intro ||
        !(reading_best(speech->readings, subject->after)->proclitics & PRO_LI)) {
        return NONE;
    }
    const Mentions *m = speech->mentions;
    const Actor *actors = m->actors.at;
    uint32_t speaker = m->actor_mentions.at[subject->mention].actor;
    uint32_t actor = heard_at(speech, subject->after);
    bool fits = actor != NONE && actors[speaker].kind == ACTOR_PERSON &&
                actors[actor].kind != ACTOR_COUNTRY;
    return fits ? actor : (uint32_t)NONE;
}

uint32_t telling_addressee(const Telling *telling, const Cue *cue, const Complement *found) {
    const Speech *speech = telling->speech;
    if (found->kind == CONTENT_NONE) {
        return NONE;
    }
    if (speech_act(speech, cue->rows[0]) != ACT_INFORMS) {
        return told_with_li(speech, found);
    }
    bool before = name_before(telling, cue).kind != NAME_NONE;
    uint32_t i = before || found->subject.kind == NAME_NONE ? cue->token + 1 : found->subject.after;
    return i < found->intro && !speech_clitic(speech, i) ? heard_at(speech, i) : (uint32_t)NONE;
}

/* Whether the verb has no noun as what is said, no addressee and nobody whom it describes: قال. */
static bool only_says(const Speech *speech, const Cue *cue) {
    for (uint32_t i = 0; i < cue->row_count; i++) {
        if (speech_act(speech, cue->rows[i]) > ACT_ADDS ||
            table_value(speech->model, TABLE_REPORTING, cue->rows[i], NOUN_COLUMN) == NOUN_YES) {
            return false;
        }
    }
    return cue->form == CUE_VERB && cue->reading->enclitic.person == 0;
}

/* قالت الوكالة │نقلا عن مصدر│ إن: who told the medium, named before the content, or NONE. */
static uint32_t cited(Telling *telling, const Complement *found) {
    Speech *speech = telling->speech;
    for (uint32_t i = found->subject.after; i + 2 < found->intro; i++) {
        uint32_t end = 0;
        if (speech_kind(speech, TABLE_ATTRIBUTION, i, &end) != ATTRIBUTION_SOURCE) {
            continue;
        }
        Name name = name_at(speech, end, found->intro);
        uint32_t actor = name_actor(speech, &name);
        if (actor != NONE && !channel_is(speech, actor)) {
            speaker_hear(speech, &name, actor);
            return actor;
        }
    }
    return NONE;
}

/* Who stands before the verb, where he and not who stands behind it may be the subject. */
static Name subject_before(const Telling *telling, const Cue *cue, const Complement *found) {
    const Speech *speech = telling->speech;
    Name before = name_before(telling, cue);
    /* مع تعزيز سلطات الرئيس │قالت│ فلانة: no object stands there */
    bool own = found->subject.kind == NAME_MENTION && found->subject.first == cue->token + 1 &&
               only_says(speech, cue);
    /* الذي │أشارت│ تقارير إلى أنه */
    bool relative = cue->token > 0 && speech->marker[cue->token - 1] == MARKER_RELATIVE &&
                    found->subject.kind != NAME_NONE;
    if (own || relative) {
        before.kind = NAME_NONE;
    }
    return before;
}

/* نقل مراسل │المرفأ│ عن الوزير: the source speaks, whoever relays is or has the channel; or NONE.
 */
static uint32_t relayed(Telling *telling, const Cue *cue, const Complement *found,
                        const Name *before) {
    Speech *speech = telling->speech;
    uint32_t end = found->kind != CONTENT_NONE ? found->first : telling->end;
    uint32_t from = relayed_from(telling, cue, end);
    if (from == NONE) {
        return NONE;
    }
    const Name *carrier = before->kind != NAME_NONE ? before : &found->subject;
    bool holds_medium = carrier->kind == NAME_PHRASE || carrier->kind == NAME_MENTION;
    Name medium = holds_medium ? medium_in(speech, carrier->first, carrier->after) : *carrier;
    telling->relayed = true;
    telling->channel = name_actor(speech, medium.kind != NAME_NONE ? &medium : carrier);
    return from;
}

/* Who is the verb's subject; of a medium whom it cites. */
static uint32_t named_speaker(Telling *telling, const Complement *found, const Name *before) {
    Speech *speech = telling->speech;
    bool behind = before->kind == NAME_NONE;
    const Name *name = behind ? &found->subject : before;
    uint32_t actor = subject_actor(speech, name);
    uint32_t told = behind && channel_is(speech, actor) ? cited(telling, found) : (uint32_t)NONE;
    if (told != NONE) {
        telling->relayed = true;
        telling->channel = actor;
        return told;
    }
    speaker_hear(speech, name, actor);
    return actor;
}

uint32_t telling_speaker(Telling *telling, const Cue *cue, const Complement *found) {
    Speech *speech = telling->speech;
    if (speech_passive(cue)) {
        return NONE; /* قيل */
    }
    uint32_t act = speech_act(speech, cue->rows[0]);
    Name before = subject_before(telling, cue, found);
    telling->elided = false;
    if (act == ACT_LEARNS) {
        return learned(telling, cue, found->first);
    }
    if (act == ACT_APPEARS && found->kind != CONTENT_NONE) {
        return appeared(telling, cue, found->intro);
    }
    uint32_t from = act == ACT_RELAYS ? relayed(telling, cue, found, &before) : (uint32_t)NONE;
    if (from != NONE) {
        return from;
    }
    if (before.kind == NAME_NONE &&
        (found->subject.kind == NAME_NONE || !subject_fits(telling, cue, found))) {
        telling->elided = true;
        return telling_elided(telling, cue);
    }
    return named_speaker(telling, found, &before);
}
