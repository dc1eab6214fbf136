/* SPDX-License-Identifier: Apache-2.0
 * Role:   one reporting word read whole: who speaks, what is said, through what.
 * Input:  Telling, Cue.   Output: quotes; the telling's and the article's last speaker.
 */
#include "record/speech.h"
#include "text/letter.h"

static uint32_t act_of(const Speech *speech, uint32_t row) {
    return table_value(speech->model, TABLE_REPORTING, row, ACT_COLUMN);
}

/* ---- Speakers that stand elsewhere ---- */

/* The subject of the sentence so far: the first free mention at its head or behind a verb. */
static uint32_t sentence_subject(const Telling *telling, uint32_t before) {
    enum { SUBJECT_LIMIT = 120 }; /* tokens from the head of the sentence */
    const Speech *speech = telling->speech;
    uint32_t limit = telling->first + SUBJECT_LIMIT;
    for (uint32_t i = telling->first; i < before && i < limit; i++) {
        uint32_t mention = speech->mention_from[i];
        if (mention == NONE || speech_governed(speech, i)) {
            continue;
        }
        uint32_t pos = i == telling->first ? (uint32_t)POS_VERB
                                           : reading_best(speech->readings, i - 1)->features.pos;
        bool opens = pos == POS_VERB || pos == POS_AUX || pos == POS_PUNCT ||
                     speech->marker[i - 1] == MARKER_THAT || speech->marker[i - 1] == MARKER_BREAK;
        if (opens) {
            return mention;
        }
    }
    return NONE;
}

/* "كاميرون حذر"، "ترامب، الذي …، قال": the mention that ends right before the verb. */
static uint32_t subject_before(const Telling *telling, uint32_t token) {
    const Speech *speech = telling->speech;
    uint32_t at = token;
    while (at > telling->first && (speech->marker[at - 1] == MARKER_AUXILIARY ||
                                   speech->marker[at - 1] == MARKER_NEGATION ||
                                   speech->marker[at - 1] == MARKER_RELATIVE)) {
        at--;
    }
    enum { NEAR = 12 };
    uint32_t limit = at > telling->first + NEAR ? at - NEAR : telling->first;
    for (uint32_t i = at; i-- > limit;) {
        uint32_t mention = speech->mention_from[i];
        if (mention != NONE && speech->mentions->actor_mentions.at[mention].end == at) {
            return speech_governed(speech, i) ? (uint32_t)NONE : mention;
        }
    }
    return NONE;
}

static uint32_t remembered(const Speech *speech, const Cue *cue) {
    if (cue->form != CUE_VERB) {
        return speech->memory.any;
    }
    const Features *f = &cue->reading->features;
    if (f->number == NUMBER_PLURAL && speech->memory.plural != NONE) {
        return speech->memory.plural;
    }
    if (f->gender == GENDER_FEMININE && speech->memory.feminine != NONE) {
        return speech->memory.feminine;
    }
    return speech->memory.any;
}

uint32_t telling_elided(const Telling *telling, const Cue *cue) {
    Speech *speech = telling->speech;
    if (cue->form == CUE_VERB) {
        uint32_t mention = subject_before(telling, cue->token);
        if (mention != NONE) {
            return mention_speaker(speech, mention);
        }
    }
    if (telling->speaker != NONE) {
        return telling->speaker;
    }
    uint32_t mention = sentence_subject(telling, cue->token);
    if (mention != NONE) {
        return mention_speaker(speech, mention);
    }
    return remembered(speech, cue);
}

uint32_t statement_speaker(Speech *speech, uint32_t first, uint32_t end) {
    for (uint32_t i = first + 1; i < end; i++) {
        if (speech->mention_from[i] != NONE) {
            return mention_speaker(speech, speech->mention_from[i]);
        }
    }
    return speech->memory.any;
}

static uint32_t behind_statement(Speech *speech, const Complement *found) {
    uint32_t end = 0;
    uint32_t kind = speech_kind(speech, TABLE_SPEAKERS, found->subject_first, &end);
    if (kind != SPEAKER_STATEMENT) {
        return found->subject;
    }
    uint32_t speaker = statement_speaker(speech, found->subject_first, found->intro);
    return speaker != NONE ? speaker : found->subject;
}

/* "نقلت رويترز عن مصدر قوله": the source speaks, the subject carries. */
static uint32_t relayed_from(Telling *telling, const Cue *cue, uint32_t end) {
    Speech *speech = telling->speech;
    for (uint32_t i = cue->token + 1; i + 1 < end; i++) {
        if (speech->marker[i] != MARKER_AN || speech->marked[i]->pronoun) {
            continue;
        }
        uint32_t first = speech->marked[i]->end;
        uint32_t mention = speech->mention_from[first];
        if (mention != NONE) {
            return mention_speaker(speech, mention);
        }
        uint32_t last = noun_phrase_end(speech, first, end);
        uint32_t actor = noun_phrase_actor(speech, first, last);
        *VECTOR_PUSH(speech->arena, &speech->heard) = (Heard){actor, first, last};
        return actor;
    }
    return NONE;
}

/* ---- Whether it is a report ---- */

static bool participle_fits(const Speech *speech, const Cue *cue, const Complement *found) {
    const Features *f = &cue->reading->features;
    bool masculine = f->gender != GENDER_FEMININE && f->number != NUMBER_PLURAL;
    if (masculine && f->cased != CASE_ACCUSATIVE) {
        return speech_last_letter(speech, cue->token) == LETTER_ALEF; /* مضيفا, no المضيف */
    }
    if (!masculine && cue->token > 0 && speech_word(speech, cue->token - 1)) {
        return false; /* "متحدثة عن" goes on behind a comma */
    }
    return found->kind == CONTENT_CLAUSE || found->kind == CONTENT_QUOTE || cue->sure;
}

/* قوله إن، القول إن، التأكيد على: a masdar reports where it has a speaker's pronoun or an article.
 */
static bool masdar_fits(const Telling *telling, const Cue *cue, const Complement *found) {
    bool marked = cue->reading->enclitic.person == 3 || cue->reading->proclitics & PRO_AL;
    uint32_t through =
        table_value(telling->speech->model, TABLE_REPORTING, found->row, THROUGH_COLUMN);
    if (found->kind == CONTENT_NOUN) {
        return marked &&
               (telling->relayed || /* جدد التأكيد على */
                (through == THROUGH_ALA && !speech_governed(telling->speech, cue->token)));
    }
    return marked;
}

/* A word that context reads otherwise still reports where its own preposition and subject stand
 * behind it: "عبر الوزير عن". What is not said is no report. */
static bool verb_fits(const Speech *speech, const Cue *cue, const Complement *found) {
    uint32_t act = act_of(speech, found->row);
    bool negated = cue->token > 0 && speech->marker[cue->token - 1] == MARKER_NEGATION;
    if (negated && act <= ACT_DENIES) {
        return false;
    }
    if (act == ACT_APPEARS) {
        return found->kind == CONTENT_CLAUSE && speech->marker[cue->token + 1] == MARKER_FI;
    }
    bool opens = cue->token == 0 || !speech_word(speech, cue->token - 1) ||
                 speech->marker[cue->token - 1] == MARKER_JOINT ||
                 speech->tokens->at[cue->token].flags & TOKEN_LINE;
    bool near = found->kind == CONTENT_CLAUSE || found->first <= cue->token + 2;
    return cue->sure || (found->governed && found->subject != NONE) ||
           (opens && !found->searched && near);
}

static bool report_fits(const Telling *telling, const Cue *cue, const Complement *found) {
    if (found->kind == CONTENT_NONE) {
        return false;
    }
    switch ((CueForm)cue->form) {
    case CUE_PARTICIPLE:
        return participle_fits(telling->speech, cue, found);
    case CUE_MASDAR:
        return masdar_fits(telling, cue, found);
    case CUE_VERB:
        break;
    }
    return verb_fits(telling->speech, cue, found);
}

/* ---- The records ---- */

static void remember(Telling *telling, const Cue *cue, uint32_t speaker) {
    Memory *memory = &telling->speech->memory;
    const Features *f = &cue->reading->features;
    telling->speaker = speaker;
    if (speaker == NONE) {
        return;
    }
    if (memory->any != speaker) {
        memory->channel = NONE;
    }
    memory->any = speaker;
    if (cue->form == CUE_VERB && f->gender == GENDER_FEMININE) {
        memory->feminine = speaker;
    }
    if (cue->form == CUE_VERB && f->number == NUMBER_PLURAL) {
        memory->plural = speaker;
    }
}

static void hear(Speech *speech, const Complement *found, uint32_t speaker) {
    if (found->subject_end > found->subject_first && speaker != NONE) {
        *VECTOR_PUSH(speech->arena, &speech->heard) =
            (Heard){speaker, found->subject_first, found->subject_end};
    }
}

/* Words of [first, end) outside the quotation that begins at `first`. */
static bool goes_beyond(const Speech *speech, uint32_t first, uint32_t end) {
    uint32_t stretch = speech->stretch_at[first];
    if (stretch == NONE || speech->stretches.at[stretch].open != first ||
        speech->stretches.at[stretch].name) {
        return true;
    }
    for (uint32_t i = speech->stretches.at[stretch].end + 1; i < end; i++) {
        if (speech_word(speech, i)) {
            return true;
        }
    }
    return false;
}

static void add_content(Telling *telling, const Cue *cue, const Complement *found,
                        uint32_t speaker) {
    Speech *speech = telling->speech;
    Said said = {.cue = cue->token,
                 .cue_end = cue->token + 1,
                 .speaker = speaker,
                 .kind = QUOTE_INDIRECT,
                 .rule = {"reporting-verb", TABLE_REPORTING, found->row}};
    uint32_t stretch = speech->stretch_at[found->first];
    bool opens = stretch != NONE && speech->stretches.at[stretch].open == found->first;
    bool only = found->kind == CONTENT_QUOTE ||
                (opens && act_of(speech, found->row) == ACT_DESCRIBES); /* بأنها "…" */
    said.first = found->first;
    said.end = found->kind == CONTENT_QUOTE ? found->first
                                            : content_end(speech, found->first, found->kind);
    telling->inside = said.end > telling->inside ? said.end : telling->inside;
    if (!only && goes_beyond(speech, said.first, said.end)) {
        telling_add(telling, &said);
    }
    if (opens) {
        telling_stretch(telling, stretch, &said);
    }
}

static void time_of(Telling *telling, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end && telling->time == NONE; i++) {
        telling->time = telling->speech->time_from[i];
    }
}

static uint32_t speaker_of(Telling *telling, const Cue *cue, const Complement *found) {
    Speech *speech = telling->speech;
    uint32_t act = act_of(speech, cue->rows[0]);
    if (act == ACT_RELAYS) {
        uint32_t end = found->kind != CONTENT_NONE ? found->first : telling->end;
        uint32_t from = relayed_from(telling, cue, end);
        if (from != NONE) {
            telling->relayed = true;
            telling->channel = found->subject;
            return from;
        }
    }
    if (cue->form == CUE_VERB && !(cue->reading->proclitics & (PRO_WA | PRO_FA))) {
        uint32_t mention = subject_before(telling, cue->token); /* "كيري حذر المعارضين من" */
        if (mention != NONE) {
            return mention_speaker(speech, mention);
        }
    }
    bool informed = act == ACT_INFORMS && cue->reading->proclitics & PRO_WA &&
                    speech->memory.any != NONE; /* "وأبلغ الصحافيين أن": they only hear it */
    if (found->subject != NONE && !informed) {
        return behind_statement(speech, found);
    }
    return telling_elided(telling, cue);
}

/* A report inside a report: only where its own speaker stands with it. */
static void read_nested(Telling *telling, const Cue *cue, const Complement *found, bool fits) {
    Speech *speech = telling->speech;
    if (!fits || !cue->sure || cue->form != CUE_VERB || act_of(speech, found->row) > ACT_THINKS) {
        return;
    }
    uint32_t speaker = found->subject;
    if (speaker == NONE) {
        uint32_t mention = subject_before(telling, cue->token);
        speaker = mention != NONE ? mention_speaker(speech, mention) : NONE;
    }
    if (speaker != NONE) {
        add_content(telling, cue, found, speaker);
    }
}

void telling_cue(Telling *telling, const Cue *cue) {
    Speech *speech = telling->speech;
    if (speech->tokens->sentences[speech->tokens->at[cue->token].sentence].role != SENTENCE_BODY) {
        return; /* of a headline only "فلان: …" and quotation marks are speech */
    }
    uint32_t stretch = speech->stretch_at[cue->token];
    bool inside = stretch != NONE && !speech->stretches.at[stretch].name;
    Complement found = complement_find(speech, cue);
    bool fits = report_fits(telling, cue, &found);
    if (inside) {
        if (fits && found.kind == CONTENT_CLAUSE && found.subject != NONE && cue->sure &&
            act_of(speech, found.row) <= ACT_THINKS) {
            add_content(telling, cue, &found, found.subject);
        }
        return;
    }
    if (cue->token < telling->inside) {
        read_nested(telling, cue, &found, fits);
        return;
    }
    bool known = found.subject != NONE && speech->mention_from[found.subject_first] != NONE;
    bool names = known || act_of(speech, cue->rows[0]) == ACT_RELAYS;
    if (!fits && (cue->form != CUE_VERB || !cue->sure || !names)) {
        return;
    }
    uint32_t speaker = speaker_of(telling, cue, &found);
    uint32_t until = found.kind != CONTENT_NONE ? found.first : found.subject_end;
    uint32_t channel = channel_find(speech, cue->token + 1, until);
    if (channel != NONE && channel != speaker) {
        telling->channel = channel;
    }
    time_of(telling, cue->token + 1, until);
    hear(speech, &found, speaker);
    remember(telling, cue, speaker);
    if (telling->channel != NONE) {
        speech->memory.channel = telling->channel;
    } else {
        telling->channel = speech->memory.channel;
    }
    if (fits) {
        telling->covered = found.first;
        add_content(telling, cue, &found, speaker);
    }
}
