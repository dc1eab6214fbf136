/* SPDX-License-Identifier: Apache-2.0
 * Role:   the letters and marks of Arabic script that code has to name.
 */
#ifndef MAHDAR_LEXICON_LETTERS_H
#define MAHDAR_LEXICON_LETTERS_H

enum {
    LETTER_HAMZA = 0x621,            /* ء */
    LETTER_ALEF_MADDA = 0x622,       /* آ */
    LETTER_ALEF_HAMZA = 0x623,       /* أ */
    LETTER_WAW_HAMZA = 0x624,        /* ؤ */
    LETTER_ALEF_HAMZA_BELOW = 0x625, /* إ */
    LETTER_YEH_HAMZA = 0x626,        /* ئ */
    LETTER_ALEF = 0x627,             /* ا */
    LETTER_BEH = 0x628,              /* ب */
    LETTER_TEH_MARBUTA = 0x629,      /* ة */
    LETTER_TEH = 0x62A,              /* ت */
    LETTER_THEH = 0x62B,             /* ث */
    LETTER_DAL = 0x62F,              /* د */
    LETTER_THAL = 0x630,             /* ذ */
    LETTER_REH = 0x631,              /* ر */
    LETTER_ZAIN = 0x632,             /* ز */
    LETTER_SEEN = 0x633,             /* س */
    LETTER_SAD = 0x635,              /* ص */
    LETTER_DAD = 0x636,              /* ض */
    LETTER_TAH = 0x637,              /* ط */
    LETTER_ZAH = 0x638,              /* ظ */
    LETTER_FEH = 0x641,              /* ف */
    LETTER_KAF = 0x643,              /* ك */
    LETTER_LAM = 0x644,              /* ل */
    LETTER_MEEM = 0x645,             /* م */
    LETTER_NOON = 0x646,             /* ن */
    LETTER_HEH = 0x647,              /* ه */
    LETTER_WAW = 0x648,              /* و */
    LETTER_ALEF_MAKSURA = 0x649,     /* ى */
    LETTER_YEH = 0x64A,              /* ي */
    MARK_FATHATAN = 0x64B,
    MARK_DAMMATAN = 0x64C,
    MARK_KASRATAN = 0x64D,
    MARK_FATHA = 0x64E,
    MARK_DAMMA = 0x64F,
    MARK_KASRA = 0x650,
    MARK_SHADDA = 0x651,
    MARK_SUKUN = 0x652,
    MARK_DAGGER_ALEF = 0x670,
    LETTER_ALEF_WASLA = 0x671, /* ٱ */
};

#endif
