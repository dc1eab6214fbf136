/* SPDX-License-Identifier: Apache-2.0
 * Role:   one reporting word read whole: who speaks, what is said, through what.
 * Input:  Telling, Cue.   Output: quotes; the telling's and the article's last speaker.
 */
#include "record/speech/speech.h"
#include "text/letter.h"

/* ---- Whether it is a report ---- */

static bool participle_fits(const Speech *speech, const Cue *cue, const Complement *found) {
    const Features *f = &cue->reading->features;
    bool many = f->number == NUMBER_PLURAL || f->number == NUMBER_DUAL;
    bool masculine = f->gender != GENDER_FEMININE && !many;
    if (masculine && f->cased != CASE_ACCUSATIVE) {
        return speech_last_letter(speech, cue->token) == LETTER_ALEF; /* مضيفا, no المضيف */
    }
    if (!masculine && cue->token > 0 && speech_word(speech, cue->token - 1)) {
        /* "متحدثة عن" goes on behind a comma; but وختمت │قائلة│ "…", رحبت بها │معتبرة│ أنها */
        bool clause = found->kind == CONTENT_CLAUSE && found->intro <= cue->token + 2 &&
                      !(cue->reading->proclitics & PRO_AL);
        return clause || (found->kind == CONTENT_QUOTE && speech_finite(speech, cue->token - 1));
    }
    return found->kind == CONTENT_CLAUSE || found->kind == CONTENT_QUOTE || cue->sure;
}

/* قوله إن، القول إن، التأكيد على: a masdar reports where it has a speaker's pronoun or an article.
 */
static bool masdar_fits(const Telling *telling, const Cue *cue, const Complement *found) {
    if (found->kind == CONTENT_CLAUSE && found->subject.kind == NAME_MENTION && !found->searched) {
        return true; /* إعلان الرئيس أن */
    }
    uint32_t act = speech_act(telling->speech, found->row);
    if (act == ACT_THINKS && cue->reading->proclitics & PRO_BI) {
        return false; /* │باعتبارها│ "…": as which it is seen, by anybody */
    }
    bool marked = cue->reading->enclitic.person == 3 || cue->reading->proclitics & PRO_AL;
    uint32_t through =
        table_value(telling->speech->model, TABLE_REPORTING, found->row, THROUGH_COLUMN);
    if (found->kind == CONTENT_CLAUSE && cue->reading->enclitic.person == 0 &&
        found->intro > cue->token + 1) {
        return false; /* "عكس الرواية، فإن" */
    }
    if (found->kind == CONTENT_QUOTE && cue->reading->enclitic.person == 0) {
        return false; /* "الدعوة إلى «الاستقرار»" */
    }
    if (found->kind == CONTENT_NOUN) {
        return marked &&
               (telling->relayed || /* جدد التأكيد على */
                (through == THROUGH_ALA && !speech_governed(telling->speech, cue->token)));
    }
    return marked;
}

/* "من المنتظر أن يؤكد": not said yet. */
static bool hangs_on_that(const Speech *speech, const Cue *cue) {
    uint32_t before = cue->token - 1;
    return cue->token > 0 && cue->reading->features.aspect == ASPECT_IMPERFECT &&
           speech->marker[before] == MARKER_THAT && !speech->marked[before]->pronoun &&
           !speech_hamza_below(speech, before);
}

/* الوزير فلان، الذي │أكد│ وقوف بلاده: the relative clause of a person. */
static bool behind_person(const Speech *speech, const Cue *cue) {
    uint32_t at = cue->token - 1;
    at -= at > 0 && speech_comma(speech, at - 1);
    uint32_t mention = at > 0 ? mention_actor_at(speech->mentions, at - 1) : (uint32_t)NONE;
    const Mentions *m = speech->mentions;
    return mention != NONE && m->actor_mentions.at[mention].end == at &&
           m->actors.at[m->actor_mentions.at[mention].actor].kind == ACTOR_PERSON;
}

/* A word that context reads otherwise still reports where its own preposition and subject stand
 * behind it: اليمني │ذكر │الجبير│ أن│; where it opens a line; between a name and أن: الوزير │كشف│
 * أن. */
static bool reads_as_report(const Telling *telling, const Cue *cue, const Complement *found) {
    const Speech *speech = telling->speech;
    bool opens = cue->token == 0 || !speech_word(speech, cue->token - 1) ||
                 speech->marker[cue->token - 1] == MARKER_JOINT ||
                 speech->tokens->at[cue->token].flags & TOKEN_LINE;
    bool clause = found->kind == CONTENT_CLAUSE;
    bool near = clause || found->first <= cue->token + 2;
    bool plain = clause && found->subject.kind == NAME_MENTION &&
                 found->subject.first == cue->token + 1 && found->subject.after == found->intro;
    bool behind =
        clause && found->intro == cue->token + 1 && name_before(telling, cue).kind == NAME_MENTION;
    return cue->sure || plain || behind || (found->governed && found->subject.kind != NAME_NONE) ||
           (opens && !found->searched && near);
}

/* What is not said is no report: لم │يؤكد│, أن │يؤكد│, الرسوم التي │تعبر│ عن. */
static bool verb_fits(const Telling *telling, const Cue *cue, const Complement *found) {
    const Speech *speech = telling->speech;
    uint32_t act = speech_act(speech, found->row);
    uint8_t before = cue->token > 0 ? speech->marker[cue->token - 1] : (uint8_t)MARKER_OTHER;
    if ((before == MARKER_NEGATION && act <= ACT_DENIES) || hangs_on_that(speech, cue)) {
        return false;
    }
    if (found->kind == CONTENT_NOUN && found->subject.kind == NAME_NONE &&
        before == MARKER_RELATIVE && !behind_person(speech, cue)) {
        return false;
    }
    if (act == ACT_APPEARS) {
        return (found->kind == CONTENT_CLAUSE || found->kind == CONTENT_QUOTE) &&
               speech->marker[cue->token + 1] == MARKER_FI; /* وورد في بيان للرئاسة: "…" */
    }
    return reads_as_report(telling, cue, found);
}

/* نقلت الصحيفة │عن│ مصدر; نقلت رويترز أن: what is carried has a source or a medium; نقل المرضى is
 * to move. */
static bool relay_fits(const Speech *speech, const Cue *cue, const Complement *found) {
    for (uint32_t i = cue->token + 1; i < found->first; i++) {
        if (speech->marker[i] == MARKER_AN) {
            return true;
        }
    }
    return cue->form == CUE_VERB && found->subject.kind != NAME_NONE;
}

/* علمت «س» │من مصادر│ أن, علمت │«س»│ أن: a medium learns, or somebody does from a source. */
static bool learning_fits(const Speech *speech, const Cue *cue, const Complement *found) {
    return cue->form == CUE_VERB && found->kind == CONTENT_CLAUSE &&
           (learned_from(speech, cue, found->first) != NONE ||
            learned_by(speech, cue, found->first).kind != NAME_NONE);
}

/* ما │قاله│ مسؤولون، بينهم الوزير الذي يقول إن: what is said is told by the pronoun, and the clause
 * is another's. */
static bool says_it(const Speech *speech, const Cue *cue, const Complement *found) {
    if (cue->form != CUE_VERB || cue->reading->enclitic.person != 3 ||
        speech_act(speech, cue->rows[0]) > ACT_ADDS || found->kind != CONTENT_CLAUSE) {
        return false;
    }
    uint32_t i = cue->token + 1;
    while (i < found->intro && !(speech_finite(speech, i) && speech_reports(speech, i))) {
        i++;
    }
    return i < found->intro;
}

static bool report_fits(const Telling *telling, const Cue *cue, const Complement *found) {
    if (says_it(telling->speech, cue, found)) {
        return false;
    }
    if (found->kind == CONTENT_NONE || (speech_act(telling->speech, cue->rows[0]) == ACT_RELAYS &&
                                        !relay_fits(telling->speech, cue, found))) {
        return false;
    }
    if (speech_act(telling->speech, cue->rows[0]) == ACT_LEARNS) {
        return learning_fits(telling->speech, cue, found);
    }
    switch ((CueForm)cue->form) {
    case CUE_PARTICIPLE:
        return participle_fits(telling->speech, cue, found);
    case CUE_MASDAR:
        return masdar_fits(telling, cue, found);
    case CUE_VERB:
        break;
    }
    return verb_fits(telling, cue, found);
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
    if (telling->relayed || telling->elided) {
        return; /* نقلت الصحيفة عن │فلان│: the verb goes with another */
    }
    if (cue->form == CUE_VERB && f->gender == GENDER_FEMININE) {
        memory->feminine = speaker;
    }
    if (cue->form == CUE_VERB && f->number == NUMBER_PLURAL) {
        memory->plural = speaker;
    } else if (cue->form == CUE_VERB && f->gender != GENDER_FEMININE) {
        memory->masculine = speaker;
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

/* تخشى أن, توقع أن: what is expected is no speech, but between marks. */
static bool expected(const Speech *speech, uint32_t row) {
    uint32_t act = speech_act(speech, row);
    return act == ACT_EXPECTS || act == ACT_FEARS;
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
                (opens && speech_act(speech, found->row) == ACT_DESCRIBES); /* بأنها "…" */
    said.first = found->first;
    said.end = found->kind == CONTENT_QUOTE ? found->first
                                            : content_end(speech, found->first, found->kind);
    if (said.end > telling->inside) {
        telling->inside_first = said.first;
        telling->inside = said.end;
    }
    bool bare = found->kind == CONTENT_NOUN && said.end < said.first + 2; /* تعهدت بإرسالها */
    only = only || expected(speech, found->row);
    if (!only && !bare && goes_beyond(speech, said.first, said.end)) {
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

/* A report inside a report: only where its own speaker stands with it. */
static void read_nested(Telling *telling, const Cue *cue, const Complement *found) {
    Speech *speech = telling->speech;
    if (!cue->sure || cue->form != CUE_VERB || found->kind != CONTENT_CLAUSE || found->searched ||
        speech_act(speech, found->row) > ACT_DENIES) {
        return;
    }
    Name name = name_before(telling, cue);
    name = name.kind != NAME_NONE ? name : found->subject;
    if (name.kind == NAME_NONE) {
        return;
    }
    Telling inner = *telling;
    inner.speaker = name_actor(speech, &name);
    inner.channel = NONE;
    inner.elided = false;
    inner.addressee = telling_addressee(telling, cue, found);
    add_content(&inner, cue, found, inner.speaker);
    telling->inner = inner.speaker;
    if (speech->marker[cue->token - 1] == MARKER_RELATIVE) {
        telling->relative = inner.speaker; /* تصريحات فلان، الذي قال فيها …، │مضيفا│ */
    }
    telling->inner_end = inner.inside;
}

/* رد في تغريدة على │تويتر│ قال فيها: the last platform before a verb. */
static Name platform_before(const Speech *speech, uint32_t first, uint32_t until) {
    Name last = {.kind = NAME_NONE, .mention = NONE};
    for (uint32_t i = first; i < until; i++) {
        uint32_t end = 0;
        if (speech_kind(speech, TABLE_CARRIERS, i, &end) == CARRIER_PLATFORM) {
            last = medium_at(speech, i, until);
        }
    }
    return last;
}

static void take_channel(Telling *telling, const Cue *cue, uint32_t until) {
    Speech *speech = telling->speech;
    Name medium = medium_in(speech, cue->token + 1, until);
    bool opens = speech->records->quotes.count == telling->quotes && telling->first < cue->token;
    if (medium.kind == NAME_NONE && opens && speech->marker[telling->first] == MARKER_FI) {
        medium = medium_in(speech, telling->first + 1, cue->token); /* "وفي مقال بصحيفة …، قال" */
    } else if (medium.kind == NAME_NONE && opens && telling->elided) {
        medium = platform_before(speech, telling->first, cue->token);
    }
    uint32_t channel = name_actor(speech, &medium);
    if (channel != NONE && channel != telling->speaker) {
        telling->channel = channel;
    }
    if (telling->channel != NONE) {
        speech->memory.channel = telling->channel;
    } else {
        telling->channel = speech->memory.channel;
    }
}

/* لم تعلن مالطا عن …, لم يذكر أن …: nothing is said. */
static bool unsaid(const Speech *speech, const Cue *cue) {
    if (cue->form != CUE_VERB || cue->token == 0 || cue->row_count == 0) {
        return false;
    }
    uint32_t act = speech_act(speech, cue->rows[0]);
    return speech->marker[cue->token - 1] == MARKER_NEGATION &&
           (act == ACT_SAYS || act == ACT_ADDS || act == ACT_INFORMS);
}

/* أكد الخبر │مصدر أمني│، مشيرا إلى: who says nothing here may speak behind it. */
static bool someone(const Speech *speech, const Name *name) {
    uint32_t end = 0, kind = NONE;
    if (name->kind == NAME_PHRASE) {
        kind = speech_kind(speech, TABLE_SPEAKERS, name->first, &end);
    }
    return kind == SPEAKER_SOURCE || kind == SPEAKER_PERSON || kind == SPEAKER_OFFICIAL ||
           kind == SPEAKER_HONOUR || kind == SPEAKER_BODY;
}

/* "مالطا │تؤكد│ دعمها للهدنة": of a headline a verb of saying behind who says it reports; the other
 * verbs of headlines tell acts. */
static bool headline_reports(const Telling *telling, const Cue *cue) {
    if (cue->form != CUE_VERB || !cue->sure) {
        return false;
    }
    uint32_t act = speech_act(telling->speech, cue->rows[0]);
    bool goes_on = cue->reading->proclitics & PRO_WA && telling->speaker != NONE &&
                   (act <= ACT_DENIES || act == ACT_WARNS); /* مالطا تعلن … │وتحذر│ من */
    return goes_on || (act <= ACT_DENIES && name_before(telling, cue).kind == NAME_MENTION);
}

static bool in_body(const Speech *speech, uint32_t i) {
    return speech->tokens->sentences[speech->tokens->at[i].sentence].role == SENTENCE_BODY;
}

void telling_cue(Telling *telling, const Cue *cue) {
    Speech *speech = telling->speech;
    bool asked = speech_passive(cue) && speech_act(speech, cue->rows[0]) == ACT_ASKS;
    if (unsaid(speech, cue) || asked || speech_resumes(speech, cue->token)) {
        return; /* قال حين │سئل│: the one who is asked is the one who speaks */
    }
    if (!in_body(speech, cue->token) && !headline_reports(telling, cue)) {
        return;
    }
    uint32_t stretch = speech->stretch_at[cue->token];
    bool quoted = stretch != NONE && !speech->stretches.at[stretch].name;
    Complement found = complement_find(speech, cue);
    bool fits = report_fits(telling, cue, &found);
    if (quoted || cue->token < telling->inside) {
        if (fits) {
            read_nested(telling, cue, &found);
        }
        return;
    }
    bool names = found.subject.kind == NAME_MENTION || someone(speech, &found.subject) ||
                 speech_act(speech, cue->rows[0]) == ACT_RELAYS;
    bool knows = speech_act(speech, cue->rows[0]) == ACT_LEARNS; /* علم الرجل أن: says nothing */
    if (!fits && (cue->form != CUE_VERB || !cue->sure || !names || knows)) {
        return;
    }
    uint32_t until = found.kind != CONTENT_NONE ? found.first : found.subject.after;
    uint32_t before = telling->speaker;
    const Memory memory = speech->memory;
    uint32_t speaker = telling_speaker(telling, cue, &found);
    telling->cue = cue->token;
    telling->relative = cue->form == CUE_VERB ? (uint32_t)NONE : telling->relative;
    remember(telling, cue, speaker);
    take_channel(telling, cue, until);
    time_of(telling, cue->token + 1, until);
    if (speaker == NONE && cue->form != CUE_VERB) {
        return; /* "تم التأكيد على": by nobody */
    }
    telling->addressee = telling_addressee(telling, cue, &found);
    telling->addressee = telling->addressee != speaker ? telling->addressee : NONE;
    if (fits) {
        telling->covered = found.first;
        add_content(telling, cue, &found, speaker);
    }
    if (cue->token > 0 && speech->marker[cue->token - 1] == MARKER_RELATIVE) {
        telling->relative = fits ? speaker : telling->relative;
        telling->speaker = before; /* رواية مالطا التي اتهمت …، │مؤكدا│: not she */
        speech->memory = memory;
    }
}
