/* SPDX-License-Identifier: Apache-2.0
 * Role:   the words of lang/speech found in the article, once for all parts that read speech.
 * Input:  Records.   Output: Speech (see speech.h).
 */
#include "record/speech/speech.h"

#include "base/search.h"
#include "text/letter.h"

enum {
    LETTER_COMMA = 0x060C,     /* ، */
    LETTER_SEMICOLON = 0x061B, /* ؛ */
};

static void find_markers(Speech *speech) {
    const PhraseHits *hits = speech->hits;
    for (uint32_t h = 0; h < hits->count; h++) {
        const PhraseHit *hit = &hits->at[h];
        if (hit->entry.table != TABLE_MARKERS || speech->marked[hit->first] != NULL) {
            continue; /* the longest comes first */
        }
        uint32_t kind = table_value(speech->model, TABLE_MARKERS, hit->entry.row, KIND_COLUMN);
        speech->marker[hit->first] = (uint8_t)(kind + 1);
        speech->marked[hit->first] = hit;
    }
}

static void find_mentions(Speech *speech) {
    Mentions *m = speech->mentions;
    for (uint32_t i = 0; i < m->actor_mentions.count; i++) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        uint32_t *slot = &speech->mention_from[mention->first];
        if (mention->form == MENTION_DEMONYM || mention->form == MENTION_PRONOUN) {
            continue;
        }
        if (*slot == NONE || m->actor_mentions.at[*slot].end < mention->end) {
            *slot = i;
        }
    }
    for (uint32_t i = 0; i < m->actor_mentions.count; i++) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        if (speech->mention_from[mention->first] == i) { /* small words of a name mark nothing */
            memset(speech->marker + mention->first, 0, mention->end - mention->first);
        }
    }
    for (uint32_t i = 0; i < m->times.count; i++) {
        speech->time_from[m->times.at[i].first] = i;
    }
}

/* "(ت 808هـ)": years of death behind names are the mark of learned prose. */
static bool is_learned(const Speech *speech) {
    enum { DEATHS = 3 };
    uint32_t found = 0;
    for (uint32_t i = 0; i + 2 < speech->tokens->count && found < DEATHS; i++) {
        found += speech->tokens->at[i].kind == TOKEN_OPEN &&
                 speech_letter(speech, i + 1, LETTER_TEH) &&
                 speech->tokens->at[i + 2].kind == TOKEN_NUMBER;
    }
    return found >= DEATHS;
}

Speech *speech_new(Arena *arena, Records *records) {
    const Mentions *mentions = record_mentions(records);
    Speech *speech = ARENA_NEW(arena, Speech);
    uint32_t count = mentions->tokens->count;
    *speech = (Speech){.arena = arena,
                       .records = records,
                       .mentions = (Mentions *)(uintptr_t)mentions,
                       .tokens = mentions->tokens,
                       .readings = mentions->readings,
                       .hits = mentions->hits,
                       .model = mentions->model,
                       .marker = ARENA_ARRAY(arena, uint8_t, count + 1),
                       .marked = ARENA_ARRAY(arena, const PhraseHit *, count + 1),
                       .mention_from = arena_nones(arena, count + 1),
                       .time_from = arena_nones(arena, count + 1),
                       .cue_at = arena_nones(arena, count + 1),
                       .stretch_at = arena_nones(arena, count + 1),
                       .memory = {NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE}};
    find_markers(speech);
    find_mentions(speech);
    speech->learned = is_learned(speech);
    speech_stretches(speech);
    speech_cues(speech);
    return speech;
}

/* ---- Small questions about tokens ---- */

bool speech_comma(const Speech *speech, uint32_t i) {
    return token_is(speech->tokens, i, LETTER_COMMA) || token_is(speech->tokens, i, ',') ||
           token_is(speech->tokens, i, LETTER_SEMICOLON) || token_is(speech->tokens, i, ';');
}

bool speech_colon(const Speech *speech, uint32_t i) {
    return token_is(speech->tokens, i, ':');
}

bool speech_word(const Speech *speech, uint32_t i) {
    uint8_t kind = speech->tokens->at[i].kind;
    return kind == TOKEN_WORD || kind == TOKEN_NUMBER || kind == TOKEN_LATIN ||
           kind == TOKEN_ABBREVIATION;
}

bool speech_that(const Speech *speech, uint32_t i) {
    if (speech->marker[i] != MARKER_THAT ||
        speech->marked[i]->proclitics & ~(PRO_WA | PRO_FA | PRO_BI)) {
        return false;
    }
    bool spaced = speech->tokens->at[i].flags & (TOKEN_SPACED | TOKEN_LINE);
    return spaced || i == 0 || speech->tokens->at[i - 1].kind != TOKEN_PUNCT ||
           speech_colon(speech, i - 1) || speech_comma(speech, i - 1); /* no name's "-إن" */
}

bool speech_hamza_below(const Speech *speech, uint32_t i) {
    Slice light = token_light(speech->tokens, i);
    for (uint32_t at = 0; at + 1 < light.length; at++) {
        const unsigned char *two = (const unsigned char *)light.at + at;
        if (((uint32_t)(two[0] & 0x1F) << 6 | (two[1] & 0x3F)) == LETTER_ALEF_HAMZA_BELOW &&
            two[0] >= 0xC0) {
            return true;
        }
    }
    return false;
}

bool speech_letter(const Speech *speech, uint32_t i, uint32_t letter) {
    return speech->tokens->at[i].kind == TOKEN_WORD && token_fold(speech->tokens, i).length == 2 &&
           speech_last_letter(speech, i) == letter;
}

uint32_t speech_last_letter(const Speech *speech, uint32_t i) {
    Slice light = token_light(speech->tokens, i);
    if (light.length < 2) {
        return 0;
    }
    const unsigned char *last = (const unsigned char *)light.at + light.length - 2;
    return (uint32_t)(last[0] & 0x1F) << 6 | (last[1] & 0x3F); /* Arabic takes two bytes */
}

uint32_t speech_quote_at(const Speech *speech, uint32_t i) {
    const Records *records = speech->records;
    uint32_t before = SEARCH_BEHIND(&records->quotes, first, i);
    uint32_t quote = before > 0 ? before - 1 : NONE;
    while (quote != NONE && records->quotes.at[quote].end <= i) {
        quote = records->quotes.at[quote].inside;
    }
    return quote;
}

uint32_t speech_sentence_end(const Speech *speech, uint32_t i) {
    const Tokens *tokens = speech->tokens;
    uint32_t end = tokens->sentences[tokens->at[i].sentence].end;
    while (end < tokens->count && speech->stretch_at[end] != NONE &&
           speech->stretch_at[end] == speech->stretch_at[end - 1]) {
        uint32_t last = speech->stretches.at[speech->stretch_at[end]].end;
        end = tokens->sentences[tokens->at[last].sentence].end;
    }
    return end;
}

uint32_t speech_trim(const Speech *speech, uint32_t first, uint32_t end) {
    while (end > first && speech->tokens->at[end - 1].kind == TOKEN_PUNCT) {
        end--;
    }
    return end;
}

/* A word that no lexicon knows whole ("لمجلس" read as a name) has its preposition all the same
 * where a known noun is left without it. */
static bool hides_preposition(const Speech *speech, uint32_t i) {
    const Readings *readings = speech->readings;
    if (reading_best(readings, i)->lemma != NONE) {
        return false;
    }
    for (uint32_t c = readings->first[i]; c < readings->first[i + 1]; c++) {
        if (readings->all[c].lemma != NONE && readings->all[c].proclitics & (PRO_LI | PRO_BI)) {
            return true;
        }
    }
    return false;
}

bool speech_reports(const Speech *speech, uint32_t i) {
    return speech->cue_at[i] != NONE && speech->cues.at[speech->cue_at[i]].sure &&
           speech->cues.at[speech->cue_at[i]].form != CUE_MASDAR;
}

/* Whether the first letter of a word is ب, ل or ك. */
static bool cut_preposition(const Speech *speech, uint32_t i) {
    Slice light = token_light(speech->tokens, i);
    const unsigned char *two = (const unsigned char *)light.at;
    uint32_t letter = light.length < 2 ? 0 : (uint32_t)(two[0] & 0x1F) << 6 | (two[1] & 0x3F);
    return letter == LETTER_BEH || letter == LETTER_LAM || letter == LETTER_KAF;
}

/* │لام│ بول جابرييل: a person whose name begins with the letter of a preposition. */
static bool begins_name(const Speech *speech, uint32_t i) {
    uint32_t mention = speech->mention_from[i];
    if (mention == NONE) {
        return false;
    }
    const Mentions *m = speech->mentions;
    const Actor *actor = &m->actors.at[m->actor_mentions.at[mention].actor];
    Slice word = text_slice(speech->tokens->text, token_span(speech->tokens, i, i + 1));
    return actor->kind == ACTOR_PERSON && slice_starts(slice_of(actor->name), word) &&
           actor->name[word.length] == ' ';
}

bool speech_clitic(const Speech *speech, uint32_t i) {
    const Reading *reading = reading_best(speech->readings, i);
    if (begins_name(speech, i)) {
        return false;
    }
    if (reading->proclitics & (PRO_BI | PRO_LI | PRO_KA) || hides_preposition(speech, i)) {
        return true;
    }
    uint32_t mention = speech->mention_from[i];
    if (mention != NONE && speech->mentions->actor_mentions.at[mention].span.begin >
                               speech->tokens->at[i].span.begin) {
        return cut_preposition(speech, i); /* the name begins behind a clitic */
    }
    const PhraseHit *carrier = phrase_at(speech->hits, i, TABLE_CARRIERS, NONE);
    return carrier != NULL && carrier->proclitics & (PRO_BI | PRO_LI);
}

bool speech_governed(const Speech *speech, uint32_t i) {
    if (speech_clitic(speech, i)) {
        return true;
    }
    if (i == 0 || speech->tokens->at[i].sentence != speech->tokens->at[i - 1].sentence) {
        return false;
    }
    if (speech_letter(speech, i - 1, LETTER_LAM) || speech_letter(speech, i - 1, LETTER_BEH)) {
        return true; /* لـCNN */
    }
    uint8_t marker = speech->marker[i - 1];
    if (marker != MARKER_OTHER && speech->marked[i - 1]->pronoun) {
        return false; /* "شدد عليه الوزير" */
    }
    return (marker >= MARKER_ILA && marker <= MARKER_OBLIQUE) ||
           reading_best(speech->readings, i - 1)->features.pos == POS_ADP;
}

bool speech_resumes(const Speech *speech, uint32_t i) {
    if (i == 0 || speech->cue_at[i] == NONE || !speech_nominal(speech, i - 1)) {
        return false;
    }
    const Cue *cue = &speech->cues.at[speech->cue_at[i]];
    uint32_t act = table_value(speech->model, TABLE_REPORTING, cue->rows[0], ACT_COLUMN);
    return cue->form == CUE_VERB && cue->reading->enclitic.person == 3 &&
           !(cue->reading->proclitics & (PRO_WA | PRO_FA)) &&
           (act == ACT_SAYS || act == ACT_RELAYS);
}

bool speech_finite(const Speech *speech, uint32_t i) {
    return reading_best(speech->readings, i)->features.pos == POS_VERB;
}

bool speech_masdar(const Speech *speech, uint32_t i) {
    const Readings *readings = speech->readings;
    for (uint32_t c = readings->first[i]; c < readings->first[i + 1]; c++) {
        const Reading *reading = &readings->all[c];
        if (reading->lemma != NONE && !(reading->proclitics & PRO_WA) &&
            lemma_at(speech->model, reading->lemma)->deverbal == DEVERBAL_MASDAR) {
            return true;
        }
    }
    return false;
}

bool speech_number(const Speech *speech, uint32_t i) {
    return reading_best(speech->readings, i)->features.pos == POS_NUM ||
           token_fold(speech->tokens, i).length <= 2;
}

bool speech_nominal(const Speech *speech, uint32_t i) {
    uint32_t pos = reading_best(speech->readings, i)->features.pos;
    return speech_word(speech, i) && (pos == POS_NOUN || pos == POS_PROPN || pos == POS_ADJ ||
                                      pos == POS_NUM || pos == POS_X || pos == POS_DET);
}

uint32_t speech_kind(const Speech *speech, TableId table, uint32_t i, uint32_t *end) {
    const PhraseHit *hit = phrase_at(speech->hits, i, table, NONE);
    if (hit == NULL) {
        return NONE;
    }
    *end = hit->end;
    return table_value(speech->model, table, hit->entry.row, KIND_COLUMN);
}
