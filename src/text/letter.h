/* SPDX-License-Identifier: Apache-2.0
 * Role:   names of the code points that the code speaks of; every room may use them.
 */
#ifndef MAHDAR_TEXT_LETTER_H
#define MAHDAR_TEXT_LETTER_H

/* Letters of Arabic, in the order of Unicode. */
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
    LETTER_JEEM = 0x62C,             /* ج */
    LETTER_HAH = 0x62D,              /* ح */
    LETTER_KHAH = 0x62E,             /* خ */
    LETTER_DAL = 0x62F,              /* د */
    LETTER_THAL = 0x630,             /* ذ */
    LETTER_REH = 0x631,              /* ر */
    LETTER_ZAIN = 0x632,             /* ز */
    LETTER_SEEN = 0x633,             /* س */
    LETTER_SHEEN = 0x634,            /* ش */
    LETTER_SAD = 0x635,              /* ص */
    LETTER_DAD = 0x636,              /* ض */
    LETTER_TAH = 0x637,              /* ط */
    LETTER_ZAH = 0x638,              /* ظ */
    LETTER_AIN = 0x639,              /* ع */
    LETTER_GHAIN = 0x63A,            /* غ */
    LETTER_TATWEEL = 0x640,          /* ـ */
    LETTER_FEH = 0x641,              /* ف */
    LETTER_QAF = 0x642,              /* ق */
    LETTER_KAF = 0x643,              /* ك */
    LETTER_LAM = 0x644,              /* ل */
    LETTER_MEEM = 0x645,             /* م */
    LETTER_NOON = 0x646,             /* ن */
    LETTER_HEH = 0x647,              /* ه */
    LETTER_WAW = 0x648,              /* و */
    LETTER_ALEF_MAKSURA = 0x649,     /* ى */
    LETTER_YEH = 0x64A,              /* ي */
};

/* Letters of Persian, Kurdish and Urdu that stand in names. */
enum {
    LETTER_ALEF_WASLA = 0x671,       /* ٱ */
    LETTER_ALEF_WAVY_ABOVE = 0x672,  /* ٲ */
    LETTER_ALEF_WAVY_BELOW = 0x673,  /* ٳ */
    LETTER_HIGH_HAMZA_ALEF = 0x675,  /* ٵ */
    LETTER_HIGH_HAMZA_WAW = 0x676,   /* ٶ */
    LETTER_HIGH_HAMZA_YEH = 0x678,   /* ٸ */
    LETTER_PEH = 0x67E,              /* پ */
    LETTER_TCHEH = 0x686,            /* چ */
    LETTER_RREH = 0x691,             /* ڑ */
    LETTER_REH_V = 0x695,            /* ڕ */
    LETTER_JEH = 0x698,              /* ژ */
    LETTER_FEH_NO_DOT = 0x6A1,       /* ڡ */
    LETTER_FEH_DOT_BELOW = 0x6A2,    /* ڢ */
    LETTER_VEH = 0x6A4,              /* ڤ */
    LETTER_FEH_THREE_BELOW = 0x6A5,  /* ڥ */
    LETTER_QAF_ONE_DOT = 0x6A7,      /* ڧ */
    LETTER_QAF_THREE_DOTS = 0x6A8,   /* ڨ */
    LETTER_KEHEH = 0x6A9,            /* ک */
    LETTER_SWASH_KAF = 0x6AA,        /* ڪ */
    LETTER_NG = 0x6AD,               /* ڭ */
    LETTER_GAF = 0x6AF,              /* گ */
    LETTER_LAM_V = 0x6B5,            /* ڵ */
    LETTER_NOON_GHUNNA = 0x6BA,      /* ں */
    LETTER_HEH_DOACHASHMEE = 0x6BE,  /* ھ */
    LETTER_HEH_HAMZA = 0x6C0,        /* ۀ */
    LETTER_HEH_GOAL = 0x6C1,         /* ہ */
    LETTER_HEH_GOAL_HAMZA = 0x6C2,   /* ۂ */
    LETTER_TEH_MARBUTA_GOAL = 0x6C3, /* ۃ */
    LETTER_OE = 0x6C6,               /* ۆ */
    LETTER_U = 0x6C7,                /* ۇ */
    LETTER_YU = 0x6C8,               /* ۈ */
    LETTER_VE = 0x6CB,               /* ۋ */
    LETTER_FARSI_YEH = 0x6CC,        /* ی */
    LETTER_YEH_TAIL = 0x6CD,         /* ۍ */
    LETTER_YEH_V = 0x6CE,            /* ێ */
    LETTER_E = 0x6D0,                /* ې */
    LETTER_YEH_BARREE = 0x6D2,       /* ے */
    LETTER_YEH_BARREE_HAMZA = 0x6D3, /* ۓ */
    LETTER_AE = 0x6D5,               /* ە */
};

/* Marks on letters that spelling needs; all others only decorate. */
enum {
    SIGN_MADDA_ABOVE = 0x653,
    SIGN_HAMZA_ABOVE = 0x654,
    SIGN_HAMZA_BELOW = 0x655,
};

/* Punctuation. */
enum {
    MARK_ARABIC_COMMA = 0x60C,     /* ، */
    MARK_ARABIC_SEMICOLON = 0x61B, /* ؛ */
    MARK_ARABIC_QUESTION = 0x61F,  /* ؟ */
    MARK_ARABIC_PERCENT = 0x66A,   /* ٪ */
    MARK_ARABIC_DECIMAL = 0x66B,   /* ٫ */
    MARK_ARABIC_THOUSANDS = 0x66C, /* ٬ */
    MARK_URDU_STOP = 0x6D4,        /* ۔ */
    MARK_GUILLEMET_OPEN = 0xAB,    /* « */
    MARK_GUILLEMET_CLOSE = 0xBB,   /* » */
    MARK_HYPHEN = 0x2010,          /* ‐ first of the dashes */
    MARK_EN_DASH = 0x2013,         /* – */
    MARK_EM_DASH = 0x2014,         /* — */
    MARK_BAR = 0x2015,             /* ― last of the dashes */
    MARK_SINGLE_OPEN = 0x2018,     /* ‘ */
    MARK_SINGLE_CLOSE = 0x2019,    /* ’ */
    MARK_SINGLE_LOW = 0x201A,      /* ‚ */
    MARK_SINGLE_HIGH = 0x201B,     /* ‛ */
    MARK_DOUBLE_OPEN = 0x201C,     /* “ */
    MARK_DOUBLE_CLOSE = 0x201D,    /* ” */
    MARK_DOUBLE_LOW = 0x201E,      /* „ */
    MARK_DOUBLE_HIGH = 0x201F,     /* ‟ */
    MARK_BULLET = 0x2022,          /* • */
    MARK_ELLIPSIS = 0x2026,        /* … */
    MARK_PRIME = 0x2032,           /* ′ */
    MARK_DOUBLE_PRIME = 0x2033,    /* ″ */
    MARK_ANGLE_OPEN = 0x2039,      /* ‹ */
    MARK_ANGLE_CLOSE = 0x203A,     /* › */
    MARK_MINUS = 0x2212,           /* − */
    MARK_ORNATE_CLOSE = 0xFD3E,    /* ﴾ opens in Arabic text */
    MARK_ORNATE_OPEN = 0xFD3F,     /* ﴿ closes in Arabic text */
};

#endif
