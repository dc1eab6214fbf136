/* SPDX-License-Identifier: Apache-2.0
 * Role:   which medium the words at a token name, as the article words it.
 * Input:  Speech, a token.   Output: Name.
 *
 *     شبكة "س"      وكالة الأنباء المالطية (م. ن)      لـ«المرفأ»      موقع التواصل "تويتر"
 *     س             م. ن                               المرفأ          تويتر
 */
#include "record/speech/speech.h"

#include "text/letter.h"

static bool demonym_at(const Speech *speech, uint32_t i) {
    uint32_t mention = mention_actor_at(speech->mentions, i);
    return mention != NONE && speech->mentions->actor_mentions.at[mention].form == MENTION_DEMONYM;
}

Name medium_in_marks(const Speech *speech, uint32_t i) {
    enum { NAME_WORDS = 3 };
    const Tokens *tokens = speech->tokens;
    Name none = {.kind = NAME_NONE, .mention = NONE};
    if (i + 1 >= tokens->count || tokens->at[i].kind != TOKEN_OPEN || tokens->at[i].mate == NONE) {
        return none;
    }
    uint32_t end = tokens->at[i].mate, known = i + 1;
    bool script = tokens->at[i].flags & TOKEN_QUOTE || tokens->at[i + 1].kind == TOKEN_WORD;
    bool name = end > i + 1 && end <= i + 1 + NAME_WORDS && !speech_finite(speech, i + 1) &&
                script; /* but واشنطن بوست (The Washington Post) */
    while (known < end && (known == i + 1 || !demonym_at(speech, known))) {
        known++; /* "مرفأ │المالطية للأنباء│" */
    }
    return name ? (Name){NAME_MEDIUM, NONE, i + 1, known, end + 1} : none;
}

/* Whether the words of the article hold the name that a medium is known by. */
static bool worded_so(const Speech *speech, const ActorMention *words) {
    Slice name = {speech->mentions->actors.at[words->actor].name, 0};
    name.length = (uint32_t)strlen(name.at);
    Slice said = text_slice(speech->tokens->text, words->span);
    for (uint32_t i = 0; i + name.length <= said.length; i++) {
        if (memcmp(said.at + i, name.at, name.length) == 0) {
            return true;
        }
    }
    return false;
}

/* One past the adjectives behind a medium's name: صحيفة "س" │المالطية│. */
static uint32_t described_end(const Speech *speech, uint32_t i, uint32_t limit) {
    while (i < limit && speech->tokens->at[i].kind == TOKEN_WORD &&
           reading_best(speech->readings, i)->features.pos == POS_ADJ &&
           reading_best(speech->readings, i)->proclitics == PRO_AL) {
        i++;
    }
    return i;
}

/* A known medium as the article words it: what stands in marks inside or right behind its words,
 * in another script (CNN stays CNN), or, where they do not hold its name, all its words. */
static Name medium_known(const Speech *speech, uint32_t mention) {
    const ActorMention *words = &speech->mentions->actor_mentions.at[mention];
    for (uint32_t i = words->first; i <= words->end && i < speech->tokens->count; i++) {
        Name marked = medium_in_marks(speech, i);
        if (marked.kind != NAME_NONE && (i < words->end || words->end > words->first + 1)) {
            marked.mention = mention;
            return marked;
        }
    }
    if (speech->tokens->at[words->end - 1].kind == TOKEN_LATIN) {
        return (Name){NAME_MEDIUM, mention, words->end - 1, words->end, words->end};
    }
    bool wording = words->end > words->first + 1 && !worded_so(speech, words);
    if (!wording) {
        return (Name){NAME_MENTION, mention, words->first, words->end, words->end};
    }
    bool state = words->end < speech->tokens->count && demonym_at(speech, words->end);
    uint32_t end = words->end + state; /* وكالة أنباء الجمهورية │المالطية│ */
    uint32_t behind = words->first;
    bool noun = speech_kind(speech, TABLE_CARRIERS, words->first, &behind) == CARRIER_HEAD &&
                behind == words->first + 1 &&
                !demonym_at(speech, behind); /* قناة │المرفأ اليوم│; وكالة الأنباء needs its noun */
    return (Name){NAME_MEDIUM, mention, noun ? behind : words->first, end, end};
}

/* The name of a medium between the marks that open at `first`. */
static Name medium_marked(const Speech *speech, const Stretch *marks, uint32_t limit) {
    uint32_t end = marks->end, mention = speech->mention_from[marks->first];
    const Mentions *m = speech->mentions;
    if (mention != NONE && channel_is(speech, m->actor_mentions.at[mention].actor)) {
        end = m->actor_mentions.at[mention].end; /* "تسنيم │الإيرانية للأنباء│" */
    }
    return (Name){NAME_MEDIUM, NONE, marks->first, end,
                  described_end(speech, marks->end + 1, limit)};
}

/* The name behind a noun like صحيفة: between marks, a mention, or the noun phrase that follows. An
 * adjective is no name: it keeps the noun ("وكالة الأنباء الرسمية"); a noun with nothing behind it
 * is the medium met last ("الوكالة"). */
static Name medium_behind(const Speech *speech, uint32_t noun, uint32_t first, uint32_t limit) {
    enum { NAME_WORDS = 6 };
    Name last = {NAME_LAST_MEDIUM, NONE, noun, first, first};
    bool definite = reading_best(speech->readings, noun)->proclitics & PRO_AL;
    last.kind = definite ? last.kind : (uint8_t)NAME_NONE;
    if (first >= limit) {
        return last;
    }
    uint32_t stretch = speech->stretch_at[first];
    if (stretch != NONE && speech->stretches.at[stretch].open == first) {
        const Stretch *marks = &speech->stretches.at[stretch];
        bool name = marks->closed && marks->first < marks->end && marks->words <= NAME_WORDS;
        return name && !definite ? medium_marked(speech, marks, limit) : last;
    }
    uint32_t mention = speech->mention_from[first];
    if (mention != NONE && !definite) {
        const ActorMention *words = &speech->mentions->actor_mentions.at[mention];
        return channel_is(speech, words->actor)
                   ? medium_known(speech, mention)
                   : (Name){NAME_MEDIUM, mention, first, words->end, words->end};
    }
    if (!speech_nominal(speech, first) || speech_clitic(speech, first) ||
        reading_best(speech->readings, first)->proclitics & PRO_WA) {
        return last;
    }
    bool adjective = definite || reading_best(speech->readings, first)->features.pos == POS_ADJ;
    if (reading_best(speech->readings, noun)->enclitic.person != 0 && !adjective) {
        return last; /* نقلت الوكالة عن مراسلها │قوله│ */
    }
    uint32_t end = noun_phrase_end(speech, adjective ? noun : first, limit);
    Name marked = {.kind = NAME_NONE};
    for (uint32_t i = first; i <= end && i < limit && marked.kind == NAME_NONE; i++) {
        marked = medium_in_marks(speech, i);
    }
    return marked.kind != NAME_NONE ? marked
                                    : (Name){NAME_MEDIUM, NONE, adjective ? noun : first, end, end};
}

/* قال لـ│«المرفأ»│: who is told it, in marks, is a paper; but not قال لـ«حماس». */
static Name told_in_marks(const Speech *speech, uint32_t i, uint32_t limit) {
    Name name = {.kind = NAME_NONE, .mention = NONE};
    if (!speech_letter(speech, i, LETTER_LAM) || i + 1 >= limit) {
        return name;
    }
    uint32_t mention = i + 2 < limit ? mention_actor_at(speech->mentions, i + 2) : NONE;
    bool other =
        mention != NONE && !channel_is(speech, speech->mentions->actor_mentions.at[mention].actor);
    return other ? name : medium_in_marks(speech, i + 1);
}

Name medium_at(const Speech *speech, uint32_t i, uint32_t limit) {
    Name name = told_in_marks(speech, i, limit);
    if (name.kind != NAME_NONE) {
        return name;
    }
    uint32_t mention = speech->mention_from[i];
    if (mention != NONE && channel_is(speech, speech->mentions->actor_mentions.at[mention].actor)) {
        return medium_known(speech, mention);
    }
    uint32_t behind = 0;
    uint32_t kind = speech_kind(speech, TABLE_CARRIERS, i, &behind);
    if (mention != NONE && speech->mentions->actor_mentions.at[mention].end > behind) {
        return name; /* │وكالة│ الطاقة الذرية is no medium */
    }
    switch (kind) {
    case CARRIER_HEAD:
        return reading_best(speech->readings, i)->features.pos == POS_ADJ
                   ? name /* الاتفاق │الموقع│ */
                   : medium_behind(speech, i, behind, limit);
    case CARRIER_PRESS:
    case CARRIER_COLLECTIVE:
        if (medium_in_marks(speech, behind).kind != NAME_NONE && kind == CARRIER_PRESS) {
            return medium_in_marks(speech, behind); /* موقع التواصل "س" */
        }
        name = (Name){NAME_MEDIUM, NONE, i, noun_phrase_end(speech, i, limit), 0};
        if (kind == CARRIER_PRESS && name.end <= behind) {
            name.kind = NAME_NONE; /* قال │للصحافة│: to all of them */
        }
        break;
    case CARRIER_PLATFORM:
        name = (Name){NAME_MEDIUM, NONE, i, behind, 0};
        break;
    default:
        return name;
    }
    name.after = name.end;
    return name;
}

Name medium_in(const Speech *speech, uint32_t first, uint32_t end) {
    Name name = {.kind = NAME_NONE, .mention = NONE};
    for (uint32_t i = first; i < end && name.kind == NAME_NONE; i++) {
        name = medium_at(speech, i, end);
    }
    return name;
}
