/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the clause room sees at each token, and the arrays its parts share.
 * Input:  Mentions.   Output: Sight: one Glance per token, filled once before clauses are built.
 *
 *     ومن المنتظر أن  يناقش  الوفدان النرويجي والبرتغالي   غدا   مسألة  …
 *     └ cue ────┘ │   VERB  └──────── unit ────────┘   unit    NOUN
 *              that
 */
#ifndef MAHDAR_CLAUSE_SIGHT_H
#define MAHDAR_CLAUSE_SIGHT_H

#include "clause/clause.h"

typedef enum WordKind { KIND_OTHER, KIND_VERB, KIND_NOUN, KIND_ADJECTIVE, KIND_MARK } WordKind;

/** How far a cue of lang/events/status.tsv reaches. */
typedef enum Reach { REACH_NONE, REACH_VERB, REACH_CLAUSE, REACH_NOUN, REACH_ADJECTIVE } Reach;

/** Rows of lang/events/classes.tsv, a bit for each; rows behind the last bit are never found. */
enum { CLASS_WORDS = 6, CLASS_LIMIT = 64 * CLASS_WORDS };

typedef struct ClassSet {
    uint64_t words[CLASS_WORDS];
} ClassSet;

static inline void class_add(ClassSet *set, uint32_t row) {
    if (row < CLASS_LIMIT) {
        set->words[row / 64] |= UINT64_C(1) << row % 64;
    }
}

static inline bool class_has(const ClassSet *set, uint32_t row) {
    return row < CLASS_LIMIT && (set->words[row / 64] >> row % 64 & 1) != 0;
}

static inline void class_join(ClassSet *set, const ClassSet *other) {
    for (uint32_t i = 0; i < CLASS_WORDS; i++) {
        set->words[i] |= other->words[i];
    }
}

typedef struct Glance {
    ClassSet classes;  /* word classes that a phrase beginning here belongs to */
    uint32_t actor;    /* the longest actor mention over this token, or NONE */
    uint32_t unit;     /* first token of the actor, time or place mention over it, or NONE */
    uint32_t unit_end; /* its end */
    uint32_t frame;    /* row of TABLE_FRAMES whose phrase begins here, or NONE */
    uint32_t cue;      /* row of TABLE_EVENT_STATUS, or NONE */
    uint32_t over;     /* the other comma around what is read over (bracket.c), or NONE */
    uint8_t frame_words, cue_words, particle_words;
    uint8_t particle; /* Particle that begins here */
    uint8_t clitic;   /* Particle that is written onto the word: PARTICLE_BY, PARTICLE_TO */
    uint8_t reach;    /* Reach of cue */
    uint8_t kind;     /* WordKind */
    bool joined;      /* the word begins with و */
    bool definite;    /* with ال, or a unit */
    bool guarded;     /* covered by a phrase of lang/events/guards.tsv, or inside a name */
    bool adverbial;   /* a time or a place mention: no noun phrase */
    bool circumstance; /* a participle of what the subject does besides: …، │داعيا│ إلى … */
    bool each; /* a word of كل من or أكثر من 20, which only opens the phrase */
} Glance;

enum { RECENT = 4, PAST = 8 };

/** A phrase that was subject, and the gender of the verb that it agreed with. */
typedef struct PastSubject {
    Argument range;
    uint8_t gender;
} PastSubject;

typedef struct Sight {
    Arena *arena;
    const Mentions *mentions;
    const Tokens *tokens;
    const Readings *readings;
    const Model *model;
    Glance *at;          /* [tokens->count + 1] */
    uint32_t *clause_of; /* [tokens->count + 1] clause headed by the token, or NONE */
    Clauses *clauses;
    Argument subject; /* the last subject that an actor mention stands in; end 0: none yet */
    Argument outer;   /* the last one that is not of a relative clause */
    bool aside; /* the last subject stands behind the verb of a relative clause about another */
    Argument delegation;     /* the last one that was told whose it is */
    Argument recent[RECENT]; /* the last arguments that name an actor, the latest first */
    PastSubject past[PAST];  /* the last subjects that do, the latest first */
} Sight;

/** Look once at every token. */
void sight_fill(Sight *sight);

/** The token behind what stands before token i and the times and places between. */
uint32_t sight_before_adverbials(const Sight *sight, uint32_t i);

/** Whether token i ends every clause: a full stop, a colon, a line's end … */
bool sight_stops(const Sight *sight, uint32_t i);

/** Whether token i is a hyphen inside a name: روسيا-الناتو. */
bool sight_hyphen(const Sight *sight, uint32_t i);

/** Whether token i is a comma or a dash or a bracket: it may end a clause. */
bool sight_pauses(const Sight *sight, uint32_t i);

/** Where the bracket begins, or what is read over between commas, that ends before token i; i where
 *  none does. */
uint32_t sight_before_aside(const Sight *sight, uint32_t i);

/** Where the bracket begins that ends before token i; i where none does: بوتين │(65 عاما)│. */
uint32_t sight_bracket_begin(const Sight *sight, uint32_t i);

/** Whether token i is a verb that heads a clause: no copula, no part of a name. */
bool sight_finite(const Sight *sight, uint32_t i);

/** Whether token i is a quotation mark. */
bool sight_quotation(const Sight *sight, uint32_t i);

/** End of the sentence of token i. */
uint32_t sight_sentence_end(const Sight *sight, uint32_t i);

/** Mark the participles that tell what the subject does beside its verb (circumstance.c). */
void circumstance_mark(Sight *sight);

/** Mark the relative clauses and remarks behind which the clause around them goes on (bracket.c).
 */
void bracket_mark(Sight *sight);

/** The lemma of the verb of such a participle, or NONE. */
uint32_t circumstance_verb(const Sight *sight, uint32_t i);

/* ---- Phrases (phrase.c) and arguments (argument.c) ---- */

/** End of the noun phrase that begins at token i, with its coordinated parts; i where none does. */
uint32_t phrase_end(const Sight *sight, uint32_t i, uint32_t limit);

/** Whether token i may stand in a noun phrase. */
bool phrase_nominal(const Sight *sight, uint32_t i);

/** Whether token i points at the noun behind it: بعد │هذه│ القمة. */
bool sight_demonstrative(const Sight *sight, uint32_t i);

/** Whether token i is a و that stands apart from the word it joins. */
bool sight_lone_and(const Sight *sight, uint32_t i);

/** Where the arguments of a head that ends at token `from` end at the latest. */
uint32_t argument_limit(const Sight *sight, uint32_t from);

/** Whether the unit at token j is a country by its name or by its capital: mostly feminine. */
bool argument_names_country(const Sight *sight, uint32_t j);

/** Whether the phrase names one single person, by his name or office. */
bool argument_one_person(const Sight *sight, Argument range);

/** قمة جمعت الرئيس │بنظيره│: whether the phrase behind a verb that gathers is who else takes part.
 */
bool argument_gathered(const Sight *sight, Argument argument);

/** End of the phrase with whose people they are: وفد │من حركة …│. */
uint32_t argument_origin_end(const Sight *sight, uint32_t first, uint32_t end, uint32_t limit);

/** Whether a prepositional phrase begins at token j. */
bool argument_at(const Sight *sight, uint32_t j);

/** End of the prepositional phrase that begins at token j; adds it as an argument if `add`. */
uint32_t argument_prepositional(Sight *sight, uint32_t j, uint32_t limit, bool add);

/** لمقارنته │الرئيس│ بـ …: whether the word at token i is a masdar with its agent written onto it,
 * so that the actor behind it is its object. */
bool argument_object_follows(const Sight *sight, uint32_t i);

/** Add an argument to the clause that is being built. */
void argument_add(Sight *sight, Argument argument);

/** Whether the first actor that the argument names is somebody to meet: a person, an office,
 *  نظيره. */
bool argument_met(const Sight *sight, Argument range);

/** Whether the phrase is headed by a masdar of none of the classes `but`, which NULL ends: an act,
 *  unlike │تعزيزات│ (reinforcements), a masdar as well. */
bool argument_names_act(const Sight *sight, Argument range, const char *const *but);

/** Whether an actor mention stands in the range. */
bool argument_names_actor(const Sight *sight, Argument range);

/** Whether the clause tells between whom it is, so that the subject of a verb takes no part:
 *  المحادثات التي ترعاها الأمم المتحدة │بين│ …. */
bool clause_has_sides(const Sight *sight, const Clause *clause);

/** What a verb takes from the clauses before it (argument_back.c): the subject that it elides, whom
 *  its pronoun means, the delegation that a bare الوفد is; and what it leaves to those behind it.
 */
Argument argument_elided_subject(const Sight *sight, const Clause *clause);
Argument argument_agreeing(const Sight *sight, Argument last, uint8_t gender, uint32_t head);
void argument_pronoun_object(Sight *sight, const Clause *clause);

/** جاء في بيان │الجيش│ أنه …: whose the statement is in which the words behind token `that` stand;
 *  end 0 without one. */
Argument argument_stated_in(const Sight *sight, uint32_t that);

/** أصبح │أول رئيس│ يزور …: one who is told of by what he is the first or last of; he is the last
 *  subject. */
bool argument_first_of_many(const Sight *sight, Argument noun);

void argument_delegations(Sight *sight, Clause *clause);

/** The subject that stands before the verb at token `head`: the first bare noun phrase of its
 *  clause. */
Argument argument_subject_before(Sight *sight, uint32_t head);

/** أعلنت │الحكومة│ التي تدعمها أنقرة أنها …: whom the pronoun on token `that` means: the last
 * subject, but that of a relative clause gives way to one of the same sentence. */
Argument argument_outer(const Sight *sight, uint32_t that);

/** أصدر │الوزير│ بيانا انتقد فيه …: who speaks in `words` that the verb takes up: the last subject
 * of the sentence, if he is one man; end 0 without. */
Argument argument_issuer(const Sight *sight, uint32_t verb, Argument words);

/** أصدرت │الحكومة│ بيانا أدانت فيه …, قرارا يدين …: whose the words are that the verb at token
 * `head` goes on about; end 0 without. */
Argument argument_author(const Sight *sight, uint32_t head);

/** الشروط التي وافقت │عليها│ الكويت: what the relative clause is about stands behind a preposition.
 */
bool argument_resumed(const Sight *sight, uint32_t head);

/** Whether the word at token i may tell that two or more meet. */
bool argument_meets(const Sight *sight, uint32_t i);

/** دعا المجلس، في بيان أصدره أمس، │كينيا│ إلى …: whom the verb asks, behind an aside whose own
 * verb, at token `limit`, has cut its arguments; end 0 without. */
Argument argument_behind_aside(const Sight *sight, uint32_t verb, uint32_t limit);

/** بين │مسؤولين كينيين│ يؤيدون …: people without ال of whom a plural verb right behind them tells;
 *  end 0 without. */
Argument argument_told_men(const Sight *sight, uint32_t head);

/** هجمات │ضدها│، العقوبات المفروضة │عليه│: the last actor before the noun that does not act in it.
 */
void argument_foe_again(Sight *sight, Clause *clause);
void argument_remember(Sight *sight, const Clause *clause);

/** Keep an actor whom a noun inside the clause takes: يأمل بلقاء مع │نظيره│. */
void argument_recall(Sight *sight, Argument range);

/** The subject of its sentence is the last one for what the next sentence elides. */
void argument_main_subject(Sight *sight, Argument subject);

/** What stands around a verb tells of its voice (argument_voice.c): its only phrase is its subject,
 *  or somebody has an object, so that it is active. */
bool argument_held_itself(const Sight *sight, const Clause *clause);
void argument_act_on_object(const Sight *sight, Clause *clause);

/** Arguments of the verb of `clause`, added behind clauses->arguments. */
void argument_of_verb(Sight *sight, Clause *clause);

/** Arguments of a participle beside the verb whose subject is `subject`. */
void argument_of_circumstance(Sight *sight, Clause *clause, Argument subject);

/** Arguments of a masdar, participle or event noun. */
void argument_of_noun(Sight *sight, Clause *clause);

/** The own argument of `verb` in which token `head` stands, or NULL. */
const Argument *argument_around(const Sight *sight, const Clause *verb, uint32_t head);

/** First token of the clause that token `head` stands in. */
uint32_t clause_begin(const Sight *sight, uint32_t head);

/* ---- What the word over a noun lends it (borrow.c) ---- */

/** The subject, or the object where that is to act, of the verb over the noun. */
void borrow_from_verb(Sight *sight, Clause *clause);

/** The role in the clause of the verb of who does what the noun inside its phrase `around` tells,
 *  where that is told by more than the verb (borrow_doer.c), or BORROW_NOBODY. */
enum { BORROW_NOBODY = 255 };
uint8_t borrow_doer(const Sight *sight, const Clause *clause, const Clause *verb,
                    const Argument *around);

/** خرج الآلاف │دعما للجيش│، انسحب الوفد │احتجاجا على│ …: why the subject does it, so that it is an
 * act of his own. */
bool borrow_tells_why(const Sight *sight, const Clause *clause, const Argument *around);

/** Who does what the masdar is joined to that it goes on with (borrow_masdar.c). */
void borrow_from_joined(Sight *sight, Clause *clause);

/** قام الوزير بزيارة │القس│: whose agent is told before it, so that the genitive is whom the act
 *  goes to (genitive.c). */
void genitive_after_agent(Sight *sight, Clause *clause);

/** The genitive is with whom or on whom, where somebody else is lent as who acts: not أعلن الوزير
 * │دعم بلاده│. */
void genitive_as_object(Sight *sight, Clause *clause);

/** غادر الوفد، │احتجاجا على│ …; │وفد صيني│ لحث …: who does what a masdar tells that no verb
 * governs; `salient` is the subject before it (borrow_masdar.c). */
void borrow_apart(Sight *sight, Clause *clause, Argument salient);

/** Who is allowed to do what the noun tells (borrow_doer.c); whether there is one. */
bool borrow_allowed(Sight *sight, Clause *clause);

/** The agent of the masdar over the noun; of a pronoun on it, `salient` (borrow_masdar.c). */
void borrow_from_masdar(Sight *sight, Clause *clause, Argument salient);

/** عرضت كينيا │الوساطة│: whether the verb offers to mediate, as the noun tells (borrow_doer.c). */
bool borrow_offers(const Sight *sight, const Clause *clause, const Clause *verb);

/** دعوة إلى │الرئيس المالطي│ لزيارة نيروبي: who is invited right before the noun; end 0 without
 *  (borrow_doer.c). */
Argument borrow_invited(const Sight *sight, const Clause *clause);

/** انتقدت الهند │الرئيس الكيني│ بسبب دعمه …: whom the act before blames or hits for what the noun
 * tells is who did it; end 0 without one (borrow_force.c). */
Argument borrow_blamed(const Sight *sight, const Clause *clause);

/** Whether the subject of the verb is an army, a state or a group that fights, or nobody known. */
bool borrow_armed(const Sight *sight, const Clause *verb);

/** أعلن الجيش مقتل │خمسة من جنوده│: whether those who died are of who tells of it. */
bool borrow_own_dead(const Sight *sight, const Clause *clause);

/** أعلن الجيش مقتل خمسة من جنوده │في هجوم│: whether the verb tells of deaths on its subject's side.
 */
bool borrow_own_loss(const Sight *sight, const Clause *verb);

/** نفت دمشق │الاتهامات│: whether the subject of the verb is who is charged. */
bool borrow_denied(const Sight *sight, const Clause *clause, const Clause *verb,
                   const Argument *around);

/** طالب بإدانة │إسرائيل│، دعا إلى معاقبة │إيران│: the genitive of what is asked for is who is to
 * suffer it, where nobody else is told. */
void borrow_punished(Sight *sight, Clause *clause, const Clause *verb, const Argument *around);

/** أثبتت القوات قدرتها │في الحرب على│ …: an armed group or an army acts in the war that its deeds
 * are told in. */
bool borrow_wages(const Sight *sight, const Clause *clause, const Clause *verb,
                  const Argument *around);

/** Give the genitive of a masdar its role: agent or object; اتهام موسكو لواشنطن has both. */
void clause_genitive(Sight *sight, Clause *clause);

bool clause_has_subject(const Sight *sight, const Clause *clause);

/** The actor that its first subject which names one names, or NONE. */
uint32_t clause_subject(const Sight *sight, const Clause *clause);

/* ---- Heads (head.c) and frames (frame.c) ---- */

/** Whether the chosen frame is of this PLOVER type. */
bool clause_is_type(const Sight *sight, const Clause *clause, const char *type);

/** Whether it is of one of these types; NULL ends them. */
bool clause_is_any(const Sight *sight, const Clause *clause, const char *const *types);

/** Whether a verb that heads a clause of its own stands at token i. */
bool head_finite(const Sight *sight, uint32_t i);

/** Rows of TABLE_FRAMES that token i may be a case of. */
typedef struct Senses {
    uint32_t rows[24];
    uint32_t count;
} Senses;

Senses head_senses(const Sight *sight, uint32_t i);

/** The best sense of `clause` given its arguments, or NONE. */
uint32_t head_choose(const Sight *sight, const Clause *clause, const Senses *senses);

/** A row of TABLE_EVENT_LIGHT for the verb or masdar at token i, or NONE. */
uint32_t head_light(const Sight *sight, uint32_t i);

/** Whether that row has the given role. */
bool head_light_is(const Sight *sight, uint32_t i, const char *role);

/** Whether it has this status, planned or negated, for what the word governs. */
bool head_light_makes(const Sight *sight, uint32_t i, const char *status);

/** Whether the row of one reading of a word has the given role. */
bool head_light_reading_is(const Sight *sight, const Reading *reading, const char *role);

/** Whether some reading of the verb at token i lends its subject as the agent of its object. */
bool head_light_acts(const Sight *sight, uint32_t i);

/** Whether a phrase of the class named `id` of classes.tsv begins at token i. */
bool head_of_class(const Sight *sight, uint32_t i, Slice id);

/** Whether a phrase of one of these classes does; NULL ends them. */
bool head_of_any(const Sight *sight, uint32_t i, const char *const *ids);

/* ---- Status (status.c) ---- */

/** Decide status, firm and relation of every clause, in order; needs arguments and parents. */
void status_run(Sight *sight);

/** The noun whose content the noun of the clause is: │فكرة│ عقد قمة; NONE. */
uint32_t status_content_noun(const Sight *sight, const Clause *clause);

/** The cue that denies a predicate, or leaves it open: │ليس│ الوفد مستعدا, │قد│ تكون ملتزمة; NONE.
 */
uint32_t status_predicate_cue(const Sight *sight, const Clause *clause);

#endif
