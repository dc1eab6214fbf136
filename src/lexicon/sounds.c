/* SPDX-License-Identifier: Apache-2.0
 * Role:   sound laws and spelling. See sounds.h.
 */
#include "lexicon/sounds.h"

#include "lexicon/letters.h"

void sounds_add(Sounds *sounds, uint16_t sound) {
    if (sounds->count < SOUNDS_LIMIT) {
        sounds->at[sounds->count++] = sound;
    }
}

void sounds_append(Sounds *sounds, const Sounds *more) {
    for (uint32_t i = 0; i < more->count; i++) {
        sounds_add(sounds, more->at[i]);
    }
}

void sounds_template(Sounds *sounds, const char *shape, const uint16_t *radicals, char vowel) {
    static const char names[] = "tsnmy'w";
    static const uint16_t letters[] = {LETTER_TEH, LETTER_SEEN,  LETTER_NOON, LETTER_MEEM,
                                       LETTER_YEH, LETTER_HAMZA, LETTER_WAW};
    for (const char *c = shape; *c != 0; c++) {
        const char *name = strchr(names, *c);
        if (*c >= '1' && *c <= '4') {
            sounds_add(sounds, radicals[*c - '1']);
        } else if (*c == 'v') {
            sounds_add(sounds, (uint16_t)vowel);
        } else {
            sounds_add(sounds, name != NULL ? letters[name - names] : (uint16_t)*c);
        }
    }
}

bool sound_is_vowel(uint16_t sound) {
    return sound == 'a' || sound == 'i' || sound == 'u' || sound == 'A' || sound == 'I' ||
           sound == 'U' || sound == 'Y' || sound == 'N' || sound == 'M';
}

static uint16_t sound_at(const Sounds *sounds, uint32_t i) {
    return i < sounds->count ? sounds->at[i] : 0;
}

static void remove_at(Sounds *sounds, uint32_t i) {
    memmove(&sounds->at[i], &sounds->at[i + 1], sizeof(uint16_t) * (sounds->count - i - 1));
    sounds->count--;
}

/* uw and uy before a consonant are U, iw and iy are I: يُوقِن from يُيْقِن, إيقاع from إِوْقاع. */
static void contract_glides(Sounds *s) {
    for (uint32_t i = 0; i + 1 < s->count; i++) {
        uint16_t vowel = s->at[i], glide = s->at[i + 1], next = sound_at(s, i + 2);
        bool weak = glide == LETTER_WAW || glide == LETTER_YEH;
        bool closed = next != glide && !sound_is_vowel(next) && next != 'T';
        if (weak && closed && (vowel == 'u' || vowel == 'i')) {
            s->at[i] = vowel == 'u' ? 'U' : 'I';
            remove_at(s, i + 1);
        }
    }
}

/* Two hamzas at the beginning: the second lengthens the vowel: آمَنَ from أَأْمَنَ. */
static void contract_hamzas(Sounds *s) {
    uint16_t vowel = sound_at(s, 1);
    bool closed = s->count > 3 && !sound_is_vowel(s->at[3]);
    if (s->at[0] == LETTER_HAMZA && sound_at(s, 2) == LETTER_HAMZA && closed) {
        if (vowel == 'a' || vowel == 'i' || vowel == 'u') {
            s->at[1] = vowel == 'a' ? 'A' : vowel == 'i' ? 'I' : 'U';
            remove_at(s, 2);
        }
    }
}

typedef struct Pen {
    char *written, *light;
} Pen;

static char *put(char *at, uint16_t letter) {
    *at++ = (char)(0xC0 | letter >> 6);
    *at++ = (char)(0x80 | (letter & 0x3F));
    return at;
}

static void put_letter(Pen *pen, uint16_t letter) {
    pen->written = put(pen->written, letter);
    pen->light = put(pen->light, letter);
}

static void put_mark(Pen *pen, uint16_t mark) {
    pen->written = put(pen->written, mark);
}

static bool is(uint16_t sound, const char *any) {
    return sound != 0 && sound < 128 && strchr(any, (int)sound) != NULL;
}

/* Whether nothing but a short vowel's mark follows: then hamza is spelled as a last letter. */
static bool ends_written(const Sounds *s, uint32_t i) {
    uint16_t next = sound_at(s, i + 1);
    return next == 0 || next == 'N' || (is(next, "aiu") && i + 2 == s->count);
}

/* The seat of hamza: the stronger of the vowels around it, i over u over a. */
static uint16_t hamza_seat(const Sounds *s, uint32_t i) {
    uint16_t next = sound_at(s, i + 1), before = i > 0 ? s->at[i - 1] : 0;
    if (i == 0) {
        return is(next, "iI") ? LETTER_ALEF_HAMZA_BELOW : LETTER_ALEF_HAMZA;
    }
    if (ends_written(s, i)) {
        return before == 'i'   ? LETTER_YEH_HAMZA
               : before == 'u' ? LETTER_WAW_HAMZA
               : before == 'a' ? LETTER_ALEF_HAMZA
                               : LETTER_HAMZA; /* شيء، ماء، جزء */
    }
    if (is(next, "iI") || is(before, "iI#") || before == LETTER_YEH) {
        return LETTER_YEH_HAMZA; /* سُئِل، بيئة، هيئة */
    }
    if (is(next, "uU") || before == 'u') {
        return LETTER_WAW_HAMZA; /* مسؤول، مؤتمر، تفاؤل */
    }
    if (is(before, "AU") || before == LETTER_WAW) {
        return LETTER_HAMZA; /* قراءة، مروءة */
    }
    return LETTER_ALEF_HAMZA;
}

static void spell_vowel(Pen *pen, uint16_t sound) {
    switch (sound) {
    case 'a':
        put_mark(pen, MARK_FATHA);
        break;
    case 'i':
        put_mark(pen, MARK_KASRA);
        break;
    case 'u':
        put_mark(pen, MARK_DAMMA);
        break;
    case 'A':
    case 'Y':
        put_mark(pen, MARK_FATHA);
        put_letter(pen, sound == 'A' ? LETTER_ALEF : LETTER_ALEF_MAKSURA);
        break;
    case 'I':
        put_mark(pen, MARK_KASRA);
        put_letter(pen, LETTER_YEH);
        break;
    case 'U':
        put_mark(pen, MARK_DAMMA);
        put_letter(pen, LETTER_WAW);
        break;
    case 'N':
        put_mark(pen, MARK_KASRATAN);
        break;
    case 'M':
        put_mark(pen, MARK_FATHATAN);
        put_letter(pen, LETTER_ALEF_MAKSURA);
        break;
    default:
        break;
    }
}

/* One consonant, doubled or not, and the sukun if no vowel follows. Returns sounds consumed. */
static uint32_t spell_consonant(Pen *pen, const Sounds *s, uint32_t i) {
    uint16_t sound = s->at[i], next = sound_at(s, i + 1);
    uint32_t used = next == sound ? 2 : 1;
    if (sound == LETTER_HAMZA) {
        uint16_t seat = hamza_seat(s, i);
        bool madda = next == 'A' && seat == LETTER_ALEF_HAMZA;
        if (madda) { /* قرآن: ء and long a are one letter */
            put_letter(pen, LETTER_ALEF_MADDA);
            return 2;
        }
        put_letter(pen, seat);
    } else {
        put_letter(pen, sound);
    }
    if (used == 2) {
        put_mark(pen, MARK_SHADDA);
    }
    uint16_t follows = sound_at(s, i + used);
    if (!sound_is_vowel(follows) && follows != 'T' && (follows != 0 || used == 1)) {
        put_mark(pen, MARK_SUKUN);
    }
    return used;
}

static uint32_t spell_sound(Pen *pen, const Sounds *s, uint32_t i) {
    uint16_t sound = s->at[i];
    if (sound == '#' || sound == 'W') {
        put_letter(pen, LETTER_ALEF);
        return 1;
    }
    if (sound == 'T') {
        put_letter(pen, LETTER_TEH_MARBUTA);
        return 1;
    }
    if (sound_is_vowel(sound)) {
        /* ى is written ا behind ي: يحيا */
        bool after_yeh = sound == 'Y' && i > 0 && s->at[i - 1] == LETTER_YEH;
        spell_vowel(pen, after_yeh ? 'A' : sound);
        return 1;
    }
    return spell_consonant(pen, s, i);
}

void sounds_spell(Sounds sounds, Spelling *spelling) {
    if (sounds.count > 0) {
        contract_hamzas(&sounds);
        contract_glides(&sounds);
    }
    Pen pen = {spelling->written, spelling->light};
    for (uint32_t i = 0; i < sounds.count;) {
        i += spell_sound(&pen, &sounds, i);
    }
    *pen.written = 0;
    *pen.light = 0;
}
