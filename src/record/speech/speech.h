/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the parts that read speech share (quotes, sources, conditions, expectations).
 * Input:  Records (and all behind it), lang/speech.   Output: Speech: cues, stretches, memory.
 *
 *     وأضاف   هولمدال  في مقابلة مع قناة "ن.ر.ك"  :  "لا ننتظر … سريعا"
 *     cue     subject └────── adverbials ──────────┘    └── content ────┘
 *             └──────────────── complement ─────────────────────────────┘
 */
#ifndef MAHDAR_RECORD_SPEECH_H
#define MAHDAR_RECORD_SPEECH_H

#include "record/record.h"

/* Columns of the tables of lang/speech, in the order of tables.def. */
enum { LEMMA_COLUMN, ACT_COLUMN, CLAUSE_COLUMN, NOUN_COLUMN, THROUGH_COLUMN }; /* of verbs */
enum { PHRASE_COLUMN, KIND_COLUMN, NEGATED_COLUMN };                           /* of phrases */

/* The words of `one` columns, in the order of tables.def. */
enum {
    ACT_SAYS,
    ACT_ADDS,
    ACT_INFORMS,
    ACT_DENIES,
    ACT_THINKS,
    ACT_EXPECTS,
    ACT_HOPES,
    ACT_FEARS,
    ACT_WARNS,
    ACT_ASKS,
    ACT_PROMISES,
    ACT_THREATENS,
    ACT_DESCRIBES,
    ACT_ACCUSES,
    ACT_RELAYS,
    ACT_APPEARS,
    ACT_LEARNS
};
enum { CLAUSE_YES, CLAUSE_MARKS, CLAUSE_THAT, CLAUSE_NO };
enum { NOUN_YES, NOUN_NO, NOUN_ACT, NOUN_JUDGED };
enum { THROUGH_DIRECT, THROUGH_BI, THROUGH_ILA, THROUGH_AN, THROUGH_ALA, THROUGH_MIN, THROUGH_FI };
enum {
    ATTRIBUTION_SOURCE,
    ATTRIBUTION_VERB,
    ATTRIBUTION_AS,
    ATTRIBUTION_OWN,
    ATTRIBUTION_PRETEXT,
    ATTRIBUTION_THUS
};
enum { CARRIER_HEAD, CARRIER_COLLECTIVE, CARRIER_PLATFORM, CARRIER_PRESS };
enum {
    CONDITION_IF,
    CONDITION_CASE,
    CONDITION_UNLESS,
    CONDITION_EXCHANGE,
    CONDITION_ONLY,
    CONDITION_DEPENDS,
    CONDITION_BEFORE,
    CONDITION_ONCE,
    CONDITION_REQUIRES,
    CONDITION_CONCESSION,
    CONDITION_WHETHER,
    CONDITION_FORMULA
};
enum {
    OUTLOOK_EXPECTS,
    OUTLOOK_HOPES,
    OUTLOOK_FEARS,
    OUTLOOK_DOUBTS,
    OUTLOOK_BELIEVES,
    OUTLOOK_WARNS,
    OUTLOOK_AWAITS,
    OUTLOOK_MAY, /* قد لا */
    OUTLOOK_NONE /* خيبة أمل */
};
enum { NEGATED_YES, NEGATED_NO };
enum { NAMED_WORK, NAMED_BODY, NAMED_THING, NAMED_NAMING };
enum {
    SPEAKER_SOURCE,
    SPEAKER_PERSON,
    SPEAKER_DOCUMENT,
    SPEAKER_STATEMENT,
    SPEAKER_BODY,
    SPEAKER_OFFICIAL,
    SPEAKER_HONOUR,
    SPEAKER_RANK,
    SPEAKER_SAME
};

/** Kinds of markers.tsv, shifted by one; MARKER_OTHER: no marker begins here. */
typedef enum MarkerKind {
    MARKER_OTHER,
    MARKER_THAT, /* أن، إن */
    MARKER_ILA,
    MARKER_AN,
    MARKER_ALA,
    MARKER_MIN,
    MARKER_FI,
    MARKER_OBLIQUE,   /* خلال، أمام، مع: begins an adverbial */
    MARKER_RELATIVE,  /* الذي، التي */
    MARKER_NEGATION,  /* لا، لم، عدم */
    MARKER_BREAK,     /* وذلك، لكن: what was told is over */
    MARKER_ADVERB,    /* أيضا، من جانبه */
    MARKER_AUXILIARY, /* كان، قد */
    MARKER_FUTURE,    /* سوف */
    MARKER_JOINT,     /* كما، حيث: before a verb of reporting it joins the next report */
    MARKER_POSSIBLE,  /* يمكن أن */
    MARKER_END,       /* رغم أن، وذلك: ends what is said even without a pause */
} MarkerKind;

typedef enum CueForm {
    CUE_VERB,       /* قال */
    CUE_PARTICIPLE, /* مضيفا */
    CUE_MASDAR,     /* قوله، التأكيد */
} CueForm;

/** One word that may report. */
typedef struct Cue {
    uint32_t token;
    const uint32_t *rows; /* its verb's, of `table` */
    uint32_t row_count;
    uint8_t table; /* TABLE_REPORTING or TABLE_EXPECTATIONS: they have the same columns */
    const Reading *reading;
    uint8_t form; /* CueForm */
    bool sure;    /* no other reading is likelier */
} Cue;

/** Words between quotation marks; of nested pairs the outermost counts. */
typedef struct Stretch {
    uint32_t open;       /* the mark */
    uint32_t first, end; /* the tokens between the marks */
    uint32_t words;
    bool closed;
    bool name;  /* a name or a title: no speech */
    bool taken; /* has its record */
} Stretch;

/** Who spoke last, by the form of the verb that said so. */
typedef struct Memory {
    uint32_t any, feminine, masculine, plural; /* actors, or NONE */
    uint32_t channel;                          /* the medium of the last speaker, or NONE */
    uint32_t medium;                           /* met last, or NONE */
    uint32_t topic, topic_end;                 /* who the last sentence was about; where it ended */
} Memory;

/** A medium that carries what another one told: [العربية، تويتر]. */
typedef struct Carried {
    uint32_t teller, channel; /* actors */
    Span span;
} Carried;

/** An explicit subject of an earlier report. */
typedef struct Heard {
    uint32_t actor, first, end; /* its tokens */
} Heard;

typedef struct Speech {
    Arena *arena;
    Records *records;
    Mentions *mentions;
    const Tokens *tokens;
    const Readings *readings;
    const PhraseHits *hits;
    const Model *model;
    uint8_t *marker;          /* [tokens] MarkerKind that begins there */
    const PhraseHit **marked; /* [tokens] its hit */
    uint32_t *mention_from;   /* [tokens] longest actor mention that begins there, or NONE */
    uint32_t *time_from;      /* [tokens] time that begins there, or NONE */
    VECTOR(Cue) cues;
    uint32_t *cue_at; /* [tokens] index into cues, or NONE */
    VECTOR(Stretch) stretches;
    uint32_t *stretch_at; /* [tokens] the stretch it opens, closes or stands in, or NONE */
    VECTOR(Carried) carried;
    bool learned;         /* an essay on the dead: its narrator quotes without saying whom */
    uint32_t last_quotes; /* records->quotes.count when the sentence before began */
    VECTOR(Heard) heard;
    Indexes unnamed; /* actors added for speakers without a name */
    Memory memory;
} Speech;

/** Gather cues, stretches and markers of the whole article. */
Speech *speech_new(Arena *arena, Records *records);
void speech_cues(Speech *speech);
void speech_stretches(Speech *speech);

/** The verb of `table` that token i may be a form of (any person where `table` is not REPORTING).
 */
bool cue_at_token(const Speech *speech, TableId table, uint32_t i, Cue *cue);

/* ---- Small questions about tokens ---- */

bool speech_comma(const Speech *speech, uint32_t i);
bool speech_colon(const Speech *speech, uint32_t i);
bool speech_word(const Speech *speech, uint32_t i);

/** Whether أن or إن begins what is said at i (بأن, فإن too; not لأن). */
bool speech_that(const Speech *speech, uint32_t i);

/** Whether token i is one letter alone: the ل of "لـ«س»". */
bool speech_letter(const Speech *speech, uint32_t i, uint32_t letter);

/** Whether the word is written with إ. */
bool speech_hamza_below(const Speech *speech, uint32_t i);

/** Last letter of a word as written, without marks. */
uint32_t speech_last_letter(const Speech *speech, uint32_t i);

/** One past the last token of the sentence of i, also where a quotation runs over a full stop. */
uint32_t speech_sentence_end(const Speech *speech, uint32_t i);

/** `end` without the punctuation before it, not below `first`. */
uint32_t speech_trim(const Speech *speech, uint32_t first, uint32_t end);

/** Whether token i carries a preposition as a clitic. */
bool speech_clitic(const Speech *speech, uint32_t i);

/** Whether token i carries a preposition as a clitic or stands behind one. */
bool speech_governed(const Speech *speech, uint32_t i);

/** The innermost quote around token i, or NONE. */
uint32_t speech_quote_at(const Speech *speech, uint32_t i);

/** Whether a word of reporting stands at i beyond doubt. */
bool speech_reports(const Speech *speech, uint32_t i);

/** تصريحات │أوردتها│ الوكالة: whether a verb of reporting at i goes on about the noun before it. */
bool speech_resumes(const Speech *speech, uint32_t i);

/** Whether the chosen reading of token i is a finite verb. */
bool speech_finite(const Speech *speech, uint32_t i);

/** Whether token i may be the name of an act: الإفراج، مشاركة. */
bool speech_masdar(const Speech *speech, uint32_t i);

/** Whether token i is a number or one letter alone. */
bool speech_number(const Speech *speech, uint32_t i);

/** Whether a noun, name, number or adjective is the chosen reading of token i. */
bool speech_nominal(const Speech *speech, uint32_t i);

/** The kind of the hit of `table` that begins at i (one past its end in *end), or NONE. */
uint32_t speech_kind(const Speech *speech, TableId table, uint32_t i, uint32_t *end);

/* ---- Speakers ---- */

/** One past the noun phrase that begins at i: head, adjectives, genitive, and what hangs on it by
 *  a preposition ("مصدر في وزارة الخارجية"). */
uint32_t noun_phrase_end(const Speech *speech, uint32_t i, uint32_t limit);

typedef enum NameKind {
    NAME_NONE,
    NAME_MENTION,     /* of an actor that the mentions know */
    NAME_PHRASE,      /* a noun phrase: "مصدر أمني" */
    NAME_MEDIUM,      /* a medium that no mention knows: صحيفة "س" */
    NAME_LAST_MEDIUM, /* الوكالة: the medium met last */
} NameKind;

/** Who is named by some words. Looking makes no actor. */
typedef struct Name {
    uint8_t kind;        /* NameKind */
    uint32_t mention;    /* of NAME_MENTION */
    uint32_t first, end; /* its tokens */
    uint32_t after;      /* one past all its words, with noun and marks */
} Name;

/** Whom the words at token i name. */
Name name_at(const Speech *speech, uint32_t i, uint32_t limit);

/** The medium named at token i, or the first one in [first, end): "لرويترز"، "شبكة "س"". */
Name medium_at(const Speech *speech, uint32_t i, uint32_t limit);
Name medium_in(const Speech *speech, uint32_t first, uint32_t end);

/** The few words between marks or brackets that open at token i: a name of its own. */
Name medium_in_marks(const Speech *speech, uint32_t i);

/** The actor of a name: the mention's, an earlier speaker worded alike ("المصدر"), or a new one
 *  named by its words. A capital that speaks for its state ("واشنطن") is an office of its own with
 *  the state's code. NONE for NAME_NONE. */
uint32_t name_actor(Speech *speech, const Name *name);

bool channel_is(const Speech *speech, uint32_t actor);

/** The medium that the sentence of a quote names outside of it, or NONE. */
uint32_t medium_beside(Speech *speech, const Quote *quote);

/* ---- The complement of a cue ---- */

typedef enum ContentKind {
    CONTENT_NONE,
    CONTENT_CLAUSE, /* أن، إن */
    CONTENT_NOUN,   /* أعلن وقف القتال */
    CONTENT_QUOTE,  /* between marks */
    CONTENT_SPEECH, /* behind a colon, without marks */
} ContentKind;

typedef struct Complement {
    uint8_t kind;   /* ContentKind */
    uint32_t first; /* first token of what is said */
    uint32_t row;   /* of the cue's table */
    Name subject;   /* NAME_NONE: elided */
    bool governed;  /* the verb's own preposition introduces it */
    bool searched;  /* words between were not understood */
    uint32_t intro; /* end of the adverbials: where content or its conjunction begins */
} Complement;

Complement complement_find(Speech *speech, const Cue *cue);

/* ---- Telling: the reports of one sentence ---- */

typedef struct Telling {
    Speech *speech;
    uint32_t first, end;       /* tokens of the sentence */
    uint32_t speaker, channel; /* of its last report, or NONE */
    uint32_t addressee;        /* of its last report, or NONE */
    uint32_t covered;          /* tokens before it belong to a report already read */
    uint32_t inside_first;     /* where what the last report tells begins */
    uint32_t inside;           /* tokens before it are what somebody said */
    uint32_t quotes;           /* records->quotes.count when the sentence began */
    uint32_t time;             /* when it was said, or NONE */
    uint32_t inner, inner_end; /* speaker of a report inside the report, until that token */
    uint32_t relative;         /* who speaks in the last relative clause, or NONE */
    uint32_t cue;              /* of its last report, or NONE */
    bool elided;               /* no subject stands with the last cue */
    bool relayed;              /* speaker comes from "نقلت … عن" */
} Telling;

/** A report of the cue, if it is one. */
void telling_cue(Telling *telling, const Cue *cue);

/** An attribution phrase at token i: "، وفق المتحدث"، "وبحسب السفير فإن". Its end, or i. */
uint32_t telling_attribution(Telling *telling, uint32_t i);

/** "لافروف: …" in a title or subhead. Whether it is one. */
bool telling_headline(Telling *telling);

/** The speaker of a cue whose subject is not behind it. */
uint32_t telling_elided(const Telling *telling, const Cue *cue);

/** Column act of a row of TABLE_REPORTING. */
uint32_t speech_act(const Speech *speech, uint32_t row);

/** Whether the verb can only be read as a passive: قيل، سُئل. */
bool speech_passive(const Cue *cue);

/** The subject that stands before its verb: "كيري حذر", "كيري، الذي …، حذر". */
Name name_before(const Telling *telling, const Cue *cue);

/** علمت «س» │من مصادر│: the token of the source before `end`, or NONE. */
uint32_t learned_from(const Speech *speech, const Cue *cue, uint32_t end);

/** علمت │«س»│: the medium that learns it. */
Name learned_by(const Speech *speech, const Cue *cue, uint32_t end);

/** The speaker of a report. */
uint32_t telling_speaker(Telling *telling, const Cue *cue, const Complement *found);

/** The subject of the sentence so far: the first free mention at its head or behind a verb. */
Name name_of_sentence(const Telling *telling, uint32_t before);

/** Remember whom a sentence without speech is about. */
void telling_topic(Telling *telling);

/** To whom it is said: "أبلغ نظيره أن", "قال للوزير إن". An actor, or NONE. */
uint32_t telling_addressee(const Telling *telling, const Cue *cue, const Complement *found);

/** Remember who is named as a speaker. */
void speaker_hear(Speech *speech, const Name *name, uint32_t actor);

/** Let the named person speak for whom the article only knows by his office: المبعوث المالطي. */
void speakers_settle(Speech *speech);

/** Who is behind a statement named at `first`: "بيان للوزارة" speaks for the ministry. NONE where
 *  neither its words nor an earlier speech tell. */
uint32_t statement_speaker(Speech *speech, uint32_t first, uint32_t end);

typedef struct Said {
    uint32_t first, end;   /* tokens */
    uint32_t cue, cue_end; /* tokens, or NONE */
    uint32_t speaker;
    uint8_t kind; /* QuoteKind */
    Rule rule;
} Said;

/** The noun of an occasion at i, led by a preposition: في │مقابلة│, خلال │مؤتمر│, ببيان; or NULL.
 */
const PhraseHit *occasion_at(const Speech *speech, uint32_t i);

/** The words of the occasion on which it is said ("مقابلة مع …"), or {0, 0}. */
Span telling_occasion(const Telling *telling, const Said *said);

/** How far the speaker can be trusted. */
float telling_confidence(const Telling *telling, const Said *said);

/** Add a quote with what the telling knows of it. */
void telling_add(Telling *telling, const Said *said);

/** Add the quotation of a stretch. */
void telling_stretch(Telling *telling, uint32_t stretch, const Said *said);

/** One past what is said, beginning at `first`; `kind` is a ContentKind. */
uint32_t content_end(const Speech *speech, uint32_t first, uint32_t kind);

#endif
