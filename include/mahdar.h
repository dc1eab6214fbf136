/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Mahdar (محضر): reads Arabic news and keeps the minutes of the diplomacy it reports.
 *
 * From bytes to minutes; mahdar_dossier.h keeps the minutes of many articles. Four handles:
 *
 *     mahdar_model    what is known of the language; immutable, shared by any number of threads
 *     mahdar_reader   the workspace of one thread; reads one article after the other
 *     mahdar_minutes  what one article says; borrowed from its reader until the next read
 *     mahdar_classifier  labels of the user's own, learned from examples
 *
 * Conventions
 *   Text       UTF-8. Strings that are handed out are NUL-terminated; a mahdar_text is not.
 *   Spans      count Unicode code points of `title + "\n" + text` (of `text` where there is no
 *              title), half open, as W3C Web Annotation's TextPositionSelector. {0, 0}: none.
 *   Unknown    a value that is not known is NULL, an empty list or an empty span; never guessed.
 *   Ownership  every handle is closed by the function named with it; closing NULL does nothing.
 *              All that a getter returns belongs to the handle it was asked of and lives as long.
 *   Errors     functions that can fail return a mahdar_status and fill `error` unless it is NULL.
 *              Odd news text is no error: it yields fewer records and a diagnostic.
 *   Threads    no function touches global state. A model may be used by all threads at once; any
 *              other handle by one thread at a time. Two threads need two readers.
 *   Growing    structures of this header that are handed out by pointer may grow at their end in
 *              a later version of the library; never copy one by its size.
 */
#ifndef MAHDAR_H
#define MAHDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define MAHDAR_API __attribute__((visibility("default")))
#else
#define MAHDAR_API
#endif

typedef struct mahdar_model mahdar_model;
typedef struct mahdar_reader mahdar_reader;
typedef struct mahdar_minutes mahdar_minutes;
typedef struct mahdar_classifier mahdar_classifier;

/* ---- Status ------------------------------------------------------------------------------ */

typedef enum mahdar_status {
    MAHDAR_OK = 0,
    MAHDAR_ERROR_MEMORY,   /* the allocator refused, or the reader's ceiling is reached */
    MAHDAR_ERROR_IO,       /* a file cannot be opened, read or written; a sink said stop */
    MAHDAR_ERROR_ENCODING, /* bytes that are no text in the stated charset */
    MAHDAR_ERROR_JSON,     /* a line that is no JSON object of the contract */
    MAHDAR_ERROR_MODEL,    /* a model that is damaged or of another version */
    MAHDAR_ERROR_DATABASE, /* a dossier that is damaged, foreign or of another version */
    MAHDAR_ERROR_LIMIT,    /* larger than a documented limit */
    MAHDAR_ERROR_ARGUMENT, /* a call outside its contract */
} mahdar_status;

/** Where and why a call failed. `line` and `byte` count from 1 and 0; 0 line: not known. */
typedef struct mahdar_error {
    mahdar_status status;
    uint64_t line;
    uint64_t byte;
    char message[256];
} mahdar_error;

/** The version of the library, "MAJOR.MINOR.PATCH". */
MAHDAR_API const char *mahdar_version(void);

/** A status in a few English words; "unknown status" for other numbers. Never NULL. */
MAHDAR_API const char *mahdar_status_text(mahdar_status status);

/* ---- Common shapes ----------------------------------------------------------------------- */

/** Bytes that somebody else owns; not NUL-terminated, may hold NUL. */
typedef struct mahdar_text {
    const char *at;
    size_t length;
} mahdar_text;

/** A NUL-terminated string as a mahdar_text; NULL gives the empty one. */
static inline mahdar_text mahdar_text_of(const char *string) {
    mahdar_text text = {string ? string : "", string ? strlen(string) : 0};
    return text;
}

/** Code points [begin, end) of the article. */
typedef struct mahdar_span {
    uint32_t begin, end;
} mahdar_span;

typedef struct mahdar_spans {
    const mahdar_span *at;
    size_t count;
} mahdar_spans;

typedef struct mahdar_strings {
    const char *const *at;
    size_t count;
} mahdar_strings;

/** Memory from the user. `free` is told the size that was asked for. Both get `context`. */
typedef struct mahdar_allocator {
    void *(*alloc)(void *context, size_t size);
    void (*free)(void *context, void *block, size_t size);
    void *context;
} mahdar_allocator;

/** Where printed bytes go: `write` returns false to stop the printer. */
typedef struct mahdar_sink {
    bool (*write)(void *context, const char *bytes, size_t length);
    void *context;
} mahdar_sink;

typedef enum mahdar_language { MAHDAR_ARABIC, MAHDAR_ENGLISH } mahdar_language;

/* ---- Model ------------------------------------------------------------------------------- */

/**
 * Open a model. `path` NULL: the one embedded in the library. `allocator` NULL: malloc.
 * Fails with MAHDAR_ERROR_IO, _MODEL or _MEMORY. Close with mahdar_model_close after every
 * reader that uses it.
 */
MAHDAR_API mahdar_status mahdar_model_open(const char *path, const mahdar_allocator *allocator,
                                           mahdar_model **model, mahdar_error *error);

MAHDAR_API void mahdar_model_close(mahdar_model *model);

/**
 * The words shown to a person for `key` ("CONSULT", "planned", "person", "head" …; the keys are
 * the first column of lang/interface/labels.tsv). `key` itself where there is no label.
 */
MAHDAR_API const char *mahdar_model_label(const mahdar_model *model, mahdar_language language,
                                          const char *key);

/**
 * Print the forms of every verb of the lexicon that is spelled `verb` (its dictionary form; marks
 * may be left out), one a line: the form, a tab, what it is. MAHDAR_ERROR_ARGUMENT where there is
 * no such verb, MAHDAR_ERROR_IO where the sink said stop, MAHDAR_ERROR_MEMORY.
 */
MAHDAR_API mahdar_status mahdar_model_conjugate(const mahdar_model *model, const char *verb,
                                                mahdar_sink sink);

/* ---- Reader ------------------------------------------------------------------------------ */

/** The largest article in bytes, and how much memory a reader takes at most unless told. */
#define MAHDAR_ARTICLE_LIMIT ((size_t)64 << 20)
#define MAHDAR_CEILING_DEFAULT ((size_t)2 << 30)

/**
 * A workspace over `model` (borrowed until the reader is closed). `allocator` NULL: malloc, else
 * borrowed as long. `ceiling` bytes are never exceeded by articles (0: MAHDAR_CEILING_DEFAULT);
 * an ordinary article of 500 words takes one or two megabytes, which are kept for the next one. The
 * words that it has met take another thirteen; what is read never depends on them.
 * Fails with MAHDAR_ERROR_MEMORY. Close with mahdar_reader_close.
 */
MAHDAR_API mahdar_status mahdar_reader_new(const mahdar_model *model,
                                           const mahdar_allocator *allocator, size_t ceiling,
                                           mahdar_reader **reader);

MAHDAR_API void mahdar_reader_close(mahdar_reader *reader);

/** From the next article on, leave out events and statements less sure than `least` (0, all, at
 *  first; docs/accuracy.md tells how sure is how right), and what refers to an event left out. */
MAHDAR_API void mahdar_reader_set_confidence(mahdar_reader *reader, double least);

/** The most bytes its articles have taken from the allocator so far. */
MAHDAR_API size_t mahdar_reader_peak(const mahdar_reader *reader);

/**
 * An article. What is not known stays empty. `date` is the day of publication, YYYY-MM-DD or
 * RFC 3339; without it no year is guessed and relative times stay relative to a day D.
 */
typedef struct mahdar_article {
    mahdar_text id, date, title, text, source, url;
} mahdar_article;

/**
 * Read an article that is at hand as strict UTF-8. Its bytes are copied. On success *minutes is
 * borrowed from the reader until its next read, feed or decode. Fails with MAHDAR_ERROR_ENCODING
 * (error->byte counts within the faulty field), _LIMIT, _MEMORY, or _ARGUMENT (a date that is
 * none); the reader stays usable.
 */
MAHDAR_API mahdar_status mahdar_read_article(mahdar_reader *reader, const mahdar_article *article,
                                             const mahdar_minutes **minutes, mahdar_error *error);

/**
 * Read one line of the batch contract: a JSON object with "text" and maybe "id", "date",
 * "title", "source", "url" (docs/formats/minutes.md). Besides the errors of mahdar_read_article
 * MAHDAR_ERROR_JSON with the byte of the line.
 */
MAHDAR_API mahdar_status mahdar_read_json(mahdar_reader *reader, mahdar_text line,
                                          const mahdar_minutes **minutes, mahdar_error *error);

/** What is known of a plain text beside its bytes. */
typedef struct mahdar_plain {
    const char *charset;  /* NULL: a BOM, valid UTF-8, then the look of the bytes decide */
    mahdar_article about; /* its `text` is ignored */
} mahdar_plain;

/**
 * Read the bytes of a plain text file in UTF-8, windows-1256, ISO-8859-6, UTF-16 or the charset
 * of `known` (NULL: nothing is known). Without a title, the first line is the title if a body
 * follows. Errors as above; MAHDAR_ERROR_ENCODING with the first byte that is no text.
 */
MAHDAR_API mahdar_status mahdar_read_plain(mahdar_reader *reader, mahdar_text bytes,
                                           const mahdar_plain *known,
                                           const mahdar_minutes **minutes, mahdar_error *error);

/**
 * Give the bytes of a plain text file in pieces of any size, cut anywhere. The first piece after
 * a read begins a new article. Fails with MAHDAR_ERROR_MEMORY or _LIMIT; what was given is then
 * forgotten. mahdar_feed_end reads what was given as mahdar_read_plain would.
 */
MAHDAR_API mahdar_status mahdar_feed(mahdar_reader *reader, mahdar_text piece, mahdar_error *error);

MAHDAR_API mahdar_status mahdar_feed_end(mahdar_reader *reader, const mahdar_plain *known,
                                         const mahdar_minutes **minutes, mahdar_error *error);

/**
 * Decode bytes to UTF-8 as mahdar_read_plain does: line ends become LF, a BOM goes. *utf8 is
 * borrowed from the reader until its next read, feed or decode.
 */
MAHDAR_API mahdar_status mahdar_decode(mahdar_reader *reader, mahdar_text bytes,
                                       const char *charset, mahdar_text *utf8, mahdar_error *error);

/* ---- What minutes are made of ------------------------------------------------------------ */

typedef struct mahdar_time mahdar_time;
typedef struct mahdar_actor mahdar_actor;
typedef struct mahdar_place mahdar_place;
typedef struct mahdar_event mahdar_event;
typedef struct mahdar_quote mahdar_quote;
typedef struct mahdar_instrument mahdar_instrument;
typedef struct mahdar_condition mahdar_condition;
typedef struct mahdar_expectation mahdar_expectation;
typedef struct mahdar_source mahdar_source;
typedef struct mahdar_delegation mahdar_delegation;
typedef struct mahdar_talks mahdar_talks;
typedef struct mahdar_order mahdar_order;
typedef struct mahdar_background mahdar_background;
typedef struct mahdar_depiction mahdar_depiction;
typedef struct mahdar_publication mahdar_publication;
typedef struct mahdar_diagnostic mahdar_diagnostic;

#define MAHDAR_LIST(name, type)                                                                    \
    typedef struct name {                                                                          \
        const type *const *at;                                                                     \
        size_t count;                                                                              \
    } name

MAHDAR_LIST(mahdar_time_list, mahdar_time);
MAHDAR_LIST(mahdar_actor_list, mahdar_actor);
MAHDAR_LIST(mahdar_place_list, mahdar_place);
MAHDAR_LIST(mahdar_event_list, mahdar_event);
MAHDAR_LIST(mahdar_quote_list, mahdar_quote);
MAHDAR_LIST(mahdar_instrument_list, mahdar_instrument);
MAHDAR_LIST(mahdar_condition_list, mahdar_condition);
MAHDAR_LIST(mahdar_expectation_list, mahdar_expectation);
MAHDAR_LIST(mahdar_source_list, mahdar_source);
MAHDAR_LIST(mahdar_delegation_list, mahdar_delegation);
MAHDAR_LIST(mahdar_talks_list, mahdar_talks);
MAHDAR_LIST(mahdar_order_list, mahdar_order);
MAHDAR_LIST(mahdar_background_list, mahdar_background);
MAHDAR_LIST(mahdar_depiction_list, mahdar_depiction);
MAHDAR_LIST(mahdar_publication_list, mahdar_publication);
MAHDAR_LIST(mahdar_diagnostic_list, mahdar_diagnostic);

/** What decided a record: a mechanism's name and, where a row of lang/ was used, its line.
 *  Both NULL: not recorded. */
typedef struct mahdar_rule {
    const char *name; /* kebab-case, e.g. "weekday-past" */
    const char *line; /* "lang/time/words.tsv:12", or NULL */
} mahdar_rule;

/** A calendar time (ISO 8601 values as in TIMEX3 of TimeML, Pustejovsky et al. 2003). */
struct mahdar_time {
    const char *id; /* t1 … */
    mahdar_span span;
    const char *type;     /* DATE TIME DURATION SET */
    const char *value;    /* "2022-01-09TEV", an interval "A/B" with both ends; or NULL */
    const char *relative; /* "D-1TEV" where the day of publication D is not known; or NULL */
    const char *first_day, *last_day; /* what it covers, YYYY-MM-DD, both included; or NULL */
    const char *zone; /* of a clock time, "Z" or "+03:00", where the text says one; or NULL */
    mahdar_rule rule;
};

struct mahdar_actor {
    const char *id;          /* a1 … */
    const char *name;        /* the fullest form of the article, without titles */
    const char *kind;        /* person office country organization group */
    const char *code;        /* ISO 3166-1 alpha-3 or an id of lang/actors; or NULL */
    const char *sector;      /* GOV MIL LEG … (PLOVER); or NULL */
    const char *office;      /* as the article states it; or NULL */
    mahdar_span office_span; /* where it states it */
    bool former;             /* the office is a former one */
    bool channel;            /* a medium: television, paper, agency, platform */
    mahdar_spans mentions;   /* by position */
    mahdar_rule rule;
};

struct mahdar_place {
    const char *id; /* p1 … */
    const char *name;
    const char *country; /* ISO 3166-1 alpha-3; or NULL */
    bool located;
    double latitude, longitude; /* degrees, where located */
    mahdar_spans mentions;
    mahdar_rule rule;
};

/** An event in the PLOVER ontology (Halterman et al. 2023). */
struct mahdar_event {
    const char *id;        /* e1 … */
    const char *type;      /* AGREE CONSULT SUPPORT … */
    mahdar_strings modes;  /* PLOVER modes */
    const char *status;    /* occurred planned possible negated */
    mahdar_span trigger;   /* the word that names it best */
    mahdar_span span;      /* its clause */
    mahdar_spans mentions; /* the words that name it, each time, the best first */
    mahdar_actor_list source, target;
    const mahdar_place *place; /* or NULL */
    const mahdar_time *time;   /* of two days in a row with both, A/B; or NULL */
    mahdar_spans agenda;
    const mahdar_quote *quote;     /* the speech it is told in; or NULL */
    mahdar_actor_list attribution; /* who tells it, origin first */
    double confidence;             /* 0 … 1 */
    mahdar_rule rule, status_rule;
    mahdar_rule time_rule, place_rule; /* how its day and its place were found */
};

struct mahdar_quote {
    const char *id; /* q1 … */
    mahdar_span span;
    mahdar_span cue;             /* the word that reports it; {0, 0} where layout alone does */
    const char *kind;            /* direct indirect */
    const mahdar_actor *speaker; /* or NULL: not known, or a guess */
    const mahdar_actor *channel, *addressee; /* or NULL */
    const mahdar_time *time;                 /* when it was said; or NULL */
    const mahdar_quote *inside;              /* the report that holds it; or NULL */
    double confidence;
    mahdar_rule rule;
    mahdar_span occasion; /* where it was said: an interview, a speech; or {0, 0} */
};

/** One provision of a text. */
typedef struct mahdar_provision {
    mahdar_span span;
    const char *force; /* requires forbids renounces */
    const char *binds; /* code of the party that is named to do it; or NULL */
} mahdar_provision;

/** A text that parties draft, propose, sign, adopt or break. */
struct mahdar_instrument {
    const char *id; /* i1 … */
    mahdar_span span;
    const char *name;
    const char *kind;   /* treaty agreement draft resolution statement letter plan */
    const char *status; /* draft proposed signed ratified rejected terminated; or NULL */
    mahdar_strings party_codes;
    mahdar_actor_list parties; /* those of the codes that the article names */
    const mahdar_time *time;   /* or NULL */
    mahdar_spans mentions, clauses;
    const mahdar_provision *provisions; /* [clauses.count] the clauses, read */
    mahdar_rule rule;
};

struct mahdar_condition {
    const char *id;                     /* c1 … */
    mahdar_span antecedent, consequent; /* "if" and "then", without the conjunction */
    const mahdar_actor *by;             /* whose commitment it is; or NULL */
    const mahdar_event *event;          /* what follows; or NULL */
    mahdar_rule rule;
};

struct mahdar_expectation {
    const char *id; /* x1 … */
    mahdar_span span, cue;
    const char *kind;           /* expects hopes fears doubts */
    bool negated;               /* what is expected is that it will not be */
    const mahdar_actor *holder; /* or NULL: the writer's own */
    mahdar_rule rule;
};

/** A link of the chain of who told it through what. */
struct mahdar_source {
    const char *teller, *channel;
    mahdar_span span;
    const mahdar_actor *teller_actor, *channel_actor; /* or NULL */
    mahdar_rule rule;
};

struct mahdar_delegation {
    const char *party;         /* code */
    const mahdar_actor *head;  /* or NULL */
    mahdar_actor_list members; /* without the head */
    uint32_t size;             /* how many sit in it, as told; 0 where it is not */
    mahdar_span span;
    mahdar_rule rule;
};

/** A negotiation between parties. */
struct mahdar_talks {
    const char *id;                    /* k1 … */
    mahdar_strings parties, mediators; /* codes */
    mahdar_delegation_list delegations;
    const mahdar_place *place;      /* or NULL */
    const mahdar_time *begin, *end; /* or NULL */
    const char *status;             /* planned ongoing concluded failed suspended */
    bool closed_doors;
    mahdar_strings format; /* direct indirect expanded */
    const char *outcome;   /* agreement, none; or NULL */
    uint32_t round;        /* the number of the round that is told of last; or 0 */
    mahdar_spans agenda;
    mahdar_event_list meetings, next; /* held in them; coming after them */
    mahdar_rule rule;
};

/** One event before another, as a sentence says it. */
struct mahdar_order {
    const char *id; /* o1 … */
    const mahdar_event *first, *then;
    mahdar_span span; /* from the words of the one to those of the other */
    mahdar_span cue;
    mahdar_rule rule;
};

/** What an event stands against: tension, fears, an offensive. */
struct mahdar_background {
    const char *id; /* b1 … */
    mahdar_span span, cue;
    const mahdar_event *event;
    mahdar_rule rule;
};

/** What a picture, a film or a document shows; it need not be so. */
struct mahdar_depiction {
    const char *id;         /* d1 … */
    mahdar_span span;       /* what is shown */
    mahdar_span cue;        /* the verb */
    mahdar_span medium;     /* what shows it */
    const mahdar_actor *by; /* who made it public; or NULL */
    mahdar_rule rule;
};

/** A text or a film that was made public, leaked or issued; or was not, or will be. */
struct mahdar_publication {
    const char *id;                     /* u1 … */
    mahdar_span span;                   /* what was made public */
    mahdar_span cue;                    /* the verb or participle */
    const char *status;                 /* occurred planned possible negated */
    const mahdar_actor *by;             /* or NULL */
    const mahdar_actor *channel;        /* the medium that carried it; or NULL */
    mahdar_span through;                /* the words for the way it went; or {0, 0} */
    const mahdar_time *time;            /* or NULL */
    const mahdar_place *place;          /* or NULL */
    mahdar_instrument_list instruments; /* those it is the text of */
    mahdar_rule rule;
};

/** A remark about odd input. */
struct mahdar_diagnostic {
    const char *code; /* kebab-case, listed in docs/formats/minutes.md */
    const char *message;
    uint32_t at; /* code point */
};

/* ---- Walking minutes --------------------------------------------------------------------- */

/** What the article said about itself, as it was given (title and text after decoding). */
MAHDAR_API const mahdar_article *mahdar_minutes_article(const mahdar_minutes *minutes);

/** The text that spans count in: title, line feed, text. */
MAHDAR_API mahdar_text mahdar_minutes_text(const mahdar_minutes *minutes);

/** The words under a span, as written; empty where the span reaches past the text. */
MAHDAR_API mahdar_text mahdar_minutes_words(const mahdar_minutes *minutes, mahdar_span span);

/** Without a date: what the text tells of the day of publication, e.g. "weekday(D)=Mon". */
MAHDAR_API mahdar_strings mahdar_minutes_constraints(const mahdar_minutes *minutes);

/** The records, each kind in the order of its ids. */
MAHDAR_API mahdar_time_list mahdar_minutes_times(const mahdar_minutes *minutes);
MAHDAR_API mahdar_actor_list mahdar_minutes_actors(const mahdar_minutes *minutes);
MAHDAR_API mahdar_place_list mahdar_minutes_places(const mahdar_minutes *minutes);
MAHDAR_API mahdar_event_list mahdar_minutes_events(const mahdar_minutes *minutes);
MAHDAR_API mahdar_quote_list mahdar_minutes_quotes(const mahdar_minutes *minutes);
MAHDAR_API mahdar_instrument_list mahdar_minutes_instruments(const mahdar_minutes *minutes);
MAHDAR_API mahdar_condition_list mahdar_minutes_conditions(const mahdar_minutes *minutes);
MAHDAR_API mahdar_expectation_list mahdar_minutes_expectations(const mahdar_minutes *minutes);
MAHDAR_API mahdar_source_list mahdar_minutes_sources(const mahdar_minutes *minutes);
MAHDAR_API mahdar_talks_list mahdar_minutes_talks(const mahdar_minutes *minutes);
MAHDAR_API mahdar_order_list mahdar_minutes_orders(const mahdar_minutes *minutes);
MAHDAR_API mahdar_background_list mahdar_minutes_backgrounds(const mahdar_minutes *minutes);
MAHDAR_API mahdar_depiction_list mahdar_minutes_depictions(const mahdar_minutes *minutes);
MAHDAR_API mahdar_publication_list mahdar_minutes_publications(const mahdar_minutes *minutes);
MAHDAR_API mahdar_diagnostic_list mahdar_minutes_diagnostics(const mahdar_minutes *minutes);

/* ---- Printing minutes -------------------------------------------------------------------- */

/** How many cells of a terminal `text` takes: 0 for marks and controls, 2 for wide signs, else 1.
 */
MAHDAR_API size_t mahdar_text_cells(mahdar_text text);

/** `text` as a JSON string with its quotes; always valid UTF-8. Fails as mahdar_minutes_write_json.
 */
MAHDAR_API mahdar_status mahdar_json_string(mahdar_text text, mahdar_sink sink);

/**
 * One JSON object as docs/formats/minutes.md describes, without a line feed. Same minutes, same
 * bytes. Takes no memory. Fails with MAHDAR_ERROR_IO where the sink said stop.
 */
MAHDAR_API mahdar_status mahdar_minutes_write_json(const mahdar_minutes *minutes, mahdar_sink sink);

typedef struct mahdar_page {
    mahdar_language language; /* of the labels */
    bool why;                 /* add the words and the rule under every value */
    bool color;               /* ANSI colours */
    bool isolate;             /* bidi isolates around values: the output is a terminal */
    unsigned width;           /* columns; 0: 80 */
} mahdar_page;

/** The minutes laid out for a person. Takes memory of the reader, which it has back at its next
 *  read. Fails with MAHDAR_ERROR_IO or _MEMORY. */
MAHDAR_API mahdar_status mahdar_minutes_print(const mahdar_minutes *minutes,
                                              const mahdar_page *page, mahdar_sink sink);

/** The stages of reading, in the order in which they run. */
MAHDAR_API size_t mahdar_stage_count(void);

/** Name of a stage ("tokens", "readings" …), NULL past the last one. */
MAHDAR_API const char *mahdar_stage_name(size_t stage);

/** One line of English about a stage, NULL past the last one. */
MAHDAR_API const char *mahdar_stage_help(size_t stage);

/**
 * Print what a stage made of the article, one record a line: the form that the golden tests
 * compare. Fails with MAHDAR_ERROR_ARGUMENT where no stage has that name, MAHDAR_ERROR_IO or
 * _MEMORY.
 */
MAHDAR_API mahdar_status mahdar_minutes_print_stage(const mahdar_minutes *minutes,
                                                    const char *stage, mahdar_sink sink);

/* ---- Classes ----------------------------------------------------------------------------- */

/** A label of the user's own, and how likely it is, 0 … 1, were all labels equally frequent. */
typedef struct mahdar_class {
    const char *label;
    double probability;
} mahdar_class;

typedef struct mahdar_class_list {
    const mahdar_class *at;
    size_t count;
} mahdar_class_list;

/** Open what was saved; `path` NULL: an empty one, to be taught. `allocator` as for a reader.
 *  Fails with MAHDAR_ERROR_IO, _MODEL (damaged, of another kind or version) or _MEMORY. */
MAHDAR_API mahdar_status mahdar_classifier_open(const char *path, const mahdar_allocator *allocator,
                                                mahdar_classifier **classifier,
                                                mahdar_error *error);
MAHDAR_API void mahdar_classifier_close(mahdar_classifier *classifier);

/** Teach that minutes, of a sentence or an article, have `label` (1 … 200 bytes; 1,000 labels).
 *  They need not live on. Fails with MAHDAR_ERROR_ARGUMENT (it was opened from a file; no valid
 *  label), _LIMIT, or _MEMORY: the classifier can then only be closed. */
MAHDAR_API mahdar_status mahdar_classifier_teach(mahdar_classifier *classifier,
                                                 const mahdar_minutes *minutes, const char *label,
                                                 mahdar_error *error);

/** Learn from all that was taught and write it: same lessons, same bytes. Fails with
 *  MAHDAR_ERROR_ARGUMENT (fewer than two labels), _IO (the file stays as it was) or _MEMORY. */
MAHDAR_API mahdar_status mahdar_classifier_save(mahdar_classifier *classifier, const char *path,
                                                mahdar_error *error);

/** Every label, the likeliest first, borrowed until the next call; learns before if it was taught
 *  since. Fails as mahdar_classifier_save does, without _IO. */
MAHDAR_API mahdar_status mahdar_classifier_label(mahdar_classifier *classifier,
                                                 const mahdar_minutes *minutes,
                                                 mahdar_class_list *classes, mahdar_error *error);

#ifdef __cplusplus
}
#endif
#endif
