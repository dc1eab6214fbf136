/* SPDX-License-Identifier: Apache-2.0
 * Role:   which senses of lang/events a word may have, and which of them its arguments allow.
 * Input:  Sight.   Output: rows of TABLE_FRAMES and TABLE_EVENT_LIGHT.
 */
#include "clause/sight.h"

enum { COLUMN_FORMS = 4, COLUMN_OBJECT = 5, COLUMN_CLASS = 0, COLUMN_ROLE = 1, COLUMN_STATUS = 2 };
enum {
    SCOPE = 7,         /* tokens of an argument in which a class word may stand */
    BEHIND = 4,        /* tokens behind the head in which one may stand */
    ROAD = 20,         /* … in which the place stands that somebody goes to */
    PROVISO = 30,      /* … in which a condition stands */
    BEFORE = 3,        /* tokens before the head in which the word of "<ID" may stand */
    CONDITIONED = 100, /* a sense whose condition holds goes before all without one */
    SHUT = 1000,       /* … and one of weight 0 before all: the word is no event here */
};

static void senses_add(Senses *senses, uint32_t row) {
    for (uint32_t i = 0; i < senses->count; i++) {
        if (senses->rows[i] == row) {
            return;
        }
    }
    if (senses->count < sizeof senses->rows / sizeof senses->rows[0]) {
        senses->rows[senses->count++] = row;
    }
}

/** Rows of a lemma whose column forms allows `form`; '\0' allows all. */
static void senses_of_lemma(const Sight *sight, Senses *senses, uint32_t lemma, char form) {
    uint32_t count = 0;
    const uint32_t *rows = table_rows_of_lemma(sight->model, TABLE_FRAMES, lemma, &count);
    for (uint32_t i = 0; i < count; i++) {
        const char *forms = table_text(sight->model, TABLE_FRAMES, rows[i], COLUMN_FORMS);
        if (form == '\0' || strchr(forms, form) != NULL) {
            senses_add(senses, rows[i]);
        }
    }
}

static void senses_of_reading(const Sight *sight, Senses *senses, const Reading *reading) {
    if (reading->lemma == NONE) {
        return;
    }
    if (reading->features.pos == POS_VERB) {
        senses_of_lemma(sight, senses, reading->lemma, 'v');
        if (reading->features.aspect == ASPECT_PERFECT) {
            senses_of_lemma(sight, senses, reading->lemma, 'd');
        }
        return;
    }
    senses_of_lemma(sight, senses, reading->lemma, '\0');
    const Lemma *lemma = lemma_at(sight->model, reading->lemma);
    if (senses->count > 0 || lemma->verb == NONE) {
        return;
    }
    static const char letters[] = {'\0', 'm', 'a', 'p'};
    char form =
        letters[reading->features.deverbal ? reading->features.deverbal : lemma->deverbal & 3];
    if (form != '\0') {
        senses_of_lemma(sight, senses, lemma->verb, form);
    }
}

/** Verbs that are written alike and of one root: وَقَعَ happened, وَقَّعَ signed. Their senses with a
 *  condition always count, those without where the best reading has none. */
static void senses_of_twins(const Sight *sight, Senses *senses, uint32_t i) {
    const Readings *readings = sight->readings;
    const Reading *best = reading_best(readings, i);
    if (best->lemma == NONE) {
        return;
    }
    const char *root = model_string(sight->model, lemma_at(sight->model, best->lemma)->root);
    bool bare = senses->count == 0 && head_light(sight, i) == NONE;
    for (uint32_t k = readings->first[i] + 1; k < readings->first[i + 1]; k++) {
        const Reading *twin = &readings->all[k];
        if (twin->lemma == NONE || twin->lemma == best->lemma || twin->features.pos != POS_VERB ||
            twin->proclitics != best->proclitics ||
            strcmp(model_string(sight->model, lemma_at(sight->model, twin->lemma)->root), root) !=
                0) {
            continue;
        }
        Senses more = {.count = 0};
        senses_of_reading(sight, &more, twin);
        for (uint32_t n = 0; n < more.count; n++) {
            Slice condition = table_cell(sight->model, TABLE_FRAMES, more.rows[n], COLUMN_OBJECT);
            if (bare || (condition.length > 0 && condition.at[0] != '!')) {
                senses_add(senses, more.rows[n]);
            }
        }
    }
}

/** Nouns that are cut and written alike: مفاوضات talks, or women who negotiate. */
static void senses_of_namesakes(const Sight *sight, Senses *senses, uint32_t i) {
    const Readings *readings = sight->readings;
    const Reading *best = reading_best(readings, i);
    for (uint32_t k = readings->first[i] + 1; k < readings->first[i + 1]; k++) {
        const Reading *other = &readings->all[k];
        if (other->features.pos == POS_NOUN && other->proclitics == best->proclitics &&
            other->stem.begin == best->stem.begin && other->stem.end == best->stem.end &&
            senses->count == 0) {
            senses_of_reading(sight, senses, other);
        }
    }
}

bool head_finite(const Sight *sight, uint32_t i) {
    return sight_finite(sight, i) && !sight->at[i].guarded;
}

/** مستعرضا جهود بلاده: a participle beside a verb tells what is said, not a meeting. */
static void meetings_drop(const Sight *sight, Senses *senses) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < senses->count; i++) {
        if (strcmp(frame_type(sight->model, senses->rows[i]), "CONSULT") != 0) {
            senses->rows[kept++] = senses->rows[i];
        }
    }
    senses->count = kept;
}

/** │لن│ يقبل، │لا│ تعترف: a word of denial right before the verb. */
static bool denied(const Sight *sight, uint32_t i) {
    if (i == 0 || sight->at[i - 1].reach != REACH_VERB) {
        return false;
    }
    uint32_t cue = sight->at[i - 1].cue;
    return slice_is(table_cell(sight->model, TABLE_EVENT_STATUS, cue, COLUMN_STATUS), "negated");
}

Senses head_senses(const Sight *sight, uint32_t i) {
    Senses senses = {.count = 0};
    const Glance *g = &sight->at[i];
    bool invites = g->particle == PARTICLE_INVITER && g->frame != NONE; /* │بدعوة من│ الرئيس */
    if ((g->guarded && !invites) || g->unit != NONE || g->kind == KIND_MARK) {
        return senses;
    }
    if (g->frame != NONE) { /* لن يسمح: a wording may begin with a particle */
        senses_add(&senses, g->frame);
        return senses;
    }
    if (g->particle != PARTICLE_NONE) {
        return senses;
    }
    if (g->circumstance) {
        uint32_t verb = circumstance_verb(sight, i);
        if (verb != NONE) {
            senses_of_lemma(sight, &senses, verb, 'v');
        }
        meetings_drop(sight, &senses);
        return senses;
    }
    const Reading *best = reading_best(sight->readings, i);
    senses_of_reading(sight, &senses, best);
    if (g->kind == KIND_VERB && best->lemma != NONE && denied(sight, i)) {
        senses_of_lemma(sight, &senses, best->lemma, 'n');
    }
    if (g->kind == KIND_VERB) {
        senses_of_twins(sight, &senses, i);
    } else if (senses.count == 0) {
        senses_of_namesakes(sight, &senses, i);
    }
    return senses;
}

/* ---- Conditions ---- */

typedef struct Scope {
    ClassSet classes;
    ClassSet before; /* of the words right before the head */
    ClassSet themes; /* of `classes`, without the subject of a verb that has an object too */
    bool person, place, actor; /* an argument names one */
    bool other, object;        /* … that is no subject; that is a bare object */
    bool pronoun;              /* a pronoun is written onto the head */
    bool about;                /* an argument stands behind عن */
    bool with;                 /* an actor stands behind مع */
    bool upon, onto;           /* على stands right behind the head; before an argument */
    bool on_actor;             /* an actor stands behind على */
    bool by, that;             /* an argument stands behind ب; a clause behind أن */
    bool there, reached;       /* a place stands behind إلى, behind the bare verb */
    bool from_it;              /* منه, from what is masculine, stands behind the head */
    bool state;                /* the subject is a state */
    bool doer;                 /* the subject names an actor, or is elided */
    bool definite;             /* the head has an article */
    bool carried;              /* a verb carries it: أجرى اتصالات */
    bool from, to;             /* an argument stands behind من; behind ل or إلى */
    uint32_t behind;           /* the token behind the head */
} Scope;

static void scope_token(const Sight *sight, Scope *scope, uint32_t i) {
    const Glance *g = &sight->at[i];
    class_join(&scope->classes, &g->classes);
    scope->place |= mention_place_at(sight->mentions, i) != NONE;
    if (g->actor != NONE) {
        const Mentions *m = sight->mentions;
        const ActorMention *mention = &m->actor_mentions.at[g->actor];
        uint8_t kind = m->actors.at[mention->actor].kind;
        scope->actor = true;
        scope->person |= kind == ACTOR_PERSON || kind == ACTOR_OFFICE;
        scope->place |= mention->as_place;
    }
}

/** روسيا، موسكو; not الروس: whether the name of a state begins at the token. */
static bool names_state(const Sight *sight, uint32_t i) {
    const Mentions *m = sight->mentions;
    uint32_t k = sight->at[i].actor;
    return k != NONE && m->actors.at[m->actor_mentions.at[k].actor].kind == ACTOR_COUNTRY &&
           (m->actor_mentions.at[k].form == MENTION_NAME ||
            m->actor_mentions.at[k].form == MENTION_METONYM);
}

/** Whether a place or a state stands behind إلى in the words of the clause, وصل الوفد إلى │جنيف│;
 * or `bare`, behind the subject: وصل بوتين │بغداد│. */
static bool goes_to_place(const Sight *sight, const Clause *clause, bool bare) {
    bool to = bare;
    for (uint32_t i = clause->head_end; i < clause->head_end + ROAD && i < clause->end; i++) {
        const Glance *g = &sight->at[i];
        to |= g->particle == PARTICLE_TO || g->clitic == PARTICLE_TO;
        if (bare && (g->particle != PARTICLE_NONE || g->clitic != PARTICLE_NONE || g->joined)) {
            return false;
        }
        bool named = g->actor != NONE &&
                     sight->mentions->actor_mentions.at[g->actor].form != MENTION_DEMONYM;
        bool state = bare ? names_state(sight, i) : named;
        if (to && g->particle == PARTICLE_NONE &&
            (state || mention_place_at(sight->mentions, i) != NONE)) {
            return true;
        }
    }
    return false;
}

/** انسحبت الولايات المتحدة │منه│: from an agreement or a council, which are masculine; who leaves
 *  a town or an area leaves it منها. */
static bool leaves_it(const Sight *sight, const Clause *clause) {
    uint32_t end = clause->head_end + 2 * BEHIND;
    for (uint32_t i = clause->head_end; i < end && i < sight->tokens->count; i++) {
        const Enclitic *it = &reading_best(sight->readings, i)->enclitic;
        if (sight->at[i].kind == KIND_VERB || sight->at[i].kind == KIND_MARK) {
            return false;
        }
        const PhraseHit *hit = phrase_at(sight->mentions->hits, i, TABLE_EVENT_PARTICLES, NONE);
        if (it->person == 3 && hit &&
            slice_is(table_cell(sight->model, TABLE_EVENT_PARTICLES, hit->entry.row, COLUMN_ROLE),
                     particle_name(PARTICLE_FROM))) {
            return it->gender == GENDER_MASCULINE && it->number == NUMBER_SINGULAR;
        }
    }
    return false;
}

/** معربا عن │تقديره│: classes of the words before the head, back to the next mark or verb. */
static ClassSet classes_before(const Sight *sight, const Clause *clause) {
    ClassSet set = {0};
    uint32_t first = sight->tokens->sentences[clause->sentence].first;
    for (uint32_t i = clause->head; i > first && i + BEFORE > clause->head; i--) {
        if (sight_stops(sight, i - 1) || sight_pauses(sight, i - 1)) {
            break;
        }
        class_join(&set, &sight->at[i - 1].classes);
        if (sight->at[i - 1].kind == KIND_VERB) {
            break;
        }
    }
    return set;
}

/** اتفاق │ينهي│ الحرب: an active verb with an object of its own, so that its subject is none. */
static bool acts_on(const Sight *sight, const Clause *clause) {
    for (uint32_t k = clause->argument_first; k < clause->argument_end; k++) {
        const Argument *argument = &sight->clauses->arguments.at[k];
        if (argument->role == ROLE_OBJECT && !argument->inferred) {
            return clause->kind == HEAD_VERB && !clause->passive;
        }
    }
    return false;
}

/** Classes behind the head and in its arguments but its subject, where it has an object too. */
static ClassSet themes_of(const Sight *sight, const Clause *clause) {
    ClassSet set = {0};
    bool acts = acts_on(sight, clause);
    const Argument *subject = NULL;
    for (uint32_t k = clause->argument_first; k < clause->argument_end; k++) {
        const Argument *argument = &sight->clauses->arguments.at[k];
        if (argument->role == ROLE_SUBJECT && acts) {
            subject = argument;
            continue;
        }
        if (argument->inferred || argument->particle == PARTICLE_OTHER ||
            argument->particle == PARTICLE_TOPIC) {
            continue;
        }
        for (uint32_t i = argument->first; i < argument->end && i < argument->first + SCOPE; i++) {
            class_join(&set, &sight->at[i].classes);
        }
    }
    for (uint32_t i = clause->head_end; i < clause->head_end + BEHIND && i < clause->end; i++) {
        if (!subject || i < subject->first || i >= subject->end) {
            class_join(&set, &sight->at[i].classes);
        }
    }
    return set;
}

static Scope scope_of(const Sight *sight, const Clause *clause) {
    Scope scope = {.before = classes_before(sight, clause),
                   .themes = themes_of(sight, clause),
                   .behind = clause->head_end};
    for (uint32_t i = clause->head_end; i < clause->head_end + BEHIND && i < clause->end; i++) {
        class_join(&scope.classes, &sight->at[i].classes);
        scope.upon |= sight->at[i].particle == PARTICLE_ON;
        scope.about |= i == clause->head_end && sight->at[i].particle == PARTICLE_ABOUT;
    }
    bool told = false; /* the subject */
    scope.from_it = leaves_it(sight, clause);
    if (clause->head_end < sight->tokens->count) { /* استعادة │حلب│ */
        scope.place = sight->at[clause->head_end].adverbial &&
                      mention_place_at(sight->mentions, clause->head_end) != NONE &&
                      sight->at[clause->head_end].clitic == PARTICLE_NONE;
    }
    for (uint32_t k = clause->argument_first; k < clause->argument_end; k++) {
        const Argument *argument = &sight->clauses->arguments.at[k];
        if (argument->particle == PARTICLE_OTHER || argument->particle == PARTICLE_TOPIC) {
            continue;
        }
        uint32_t end =
            argument->end > argument->first + SCOPE ? argument->first + SCOPE : argument->end;
        bool before = scope.actor;
        ClassSet classes = scope.classes;
        scope.actor = false;
        for (uint32_t i = argument->first; i < end; i++) {
            scope_token(sight, &scope, i);
        }
        scope.classes = argument->inferred ? classes : scope.classes;
        scope.about |= argument->particle == PARTICLE_ABOUT;
        scope.by |= argument->particle == PARTICLE_BY;
        scope.onto |= argument->particle == PARTICLE_ON;
        scope.from |= argument->particle == PARTICLE_FROM;
        scope.to |= argument->particle == PARTICLE_TO;
        bool genitive = argument->role == ROLE_OBJECT && argument->marker == clause->head;
        bool subject = argument->role == ROLE_SUBJECT && !clause->passive;
        scope.other |= scope.actor && !subject;
        scope.state |= subject && names_state(sight, argument->first);
        told |= subject && !argument->inferred;
        scope.doer |= subject && scope.actor;
        scope.with |= scope.actor && argument->particle == PARTICLE_WITH;
        scope.on_actor |= scope.actor && argument->particle == PARTICLE_ON;
        scope.object |= scope.actor && argument->role == ROLE_OBJECT && !genitive;
        scope.actor |= before;
    }
    if (clause->kind == HEAD_VERB && sight->at[clause->end].particle == PARTICLE_THAT) {
        scope.that = true;
        for (uint32_t i = clause->end; i < clause->end + SCOPE && i < sight->tokens->count; i++) {
            class_join(&scope.classes, &sight->at[i].classes); /* وصفتها بأنها استفزاز */
        }
    }
    scope.doer |= !told;
    scope.there = goes_to_place(sight, clause, false);
    scope.reached = clause->kind == HEAD_VERB && goes_to_place(sight, clause, true);
    scope.carried = clause->parent != NONE &&
                    head_light_is(sight, sight->clauses->list.at[clause->parent].head, "agent");
    const Reading *head = reading_best(sight->readings, clause->head);
    scope.pronoun = head->enclitic.person != 0 || head->features.person == 1;
    scope.definite = (head->proclitics & PRO_AL) != 0;
    return scope;
}

bool head_of_class(const Sight *sight, uint32_t i, Slice id) {
    const ClassSet *set = &sight->at[i].classes;
    for (uint32_t word = 0; word < CLASS_WORDS; word++) {
        for (uint64_t bits = set->words[word]; bits; bits &= bits - 1) { /* mostly none */
            uint32_t row = word * 64 + (uint32_t)__builtin_ctzll(bits);
            if (slice_equal(table_cell(sight->model, TABLE_EVENT_CLASSES, row, COLUMN_CLASS), id)) {
                return true;
            }
        }
    }
    return false;
}

bool head_of_any(const Sight *sight, uint32_t i, const char *const *ids) {
    while (*ids && !head_of_class(sight, i, slice_of(*ids))) {
        ids++;
    }
    return *ids != NULL;
}

/** What stands for itself among the conditions: PERSON, PLACE, ACTOR …; -1: a class of the table.
 */
static int scope_built_in(const Scope *scope, Slice id) {
    const struct {
        const char *id;
        bool holds;
    } built_in[] = {{"PERSON", scope->person},
                    {"PLACE", scope->place},
                    {"ACTOR", scope->actor},
                    {"OTHER", scope->other},
                    {"OBJECT", scope->object},
                    {"PRONOUN", scope->pronoun},
                    {"ABOUT", scope->about},
                    {"WITH", scope->with},
                    {"UPON", scope->upon},
                    {"ONTO", scope->onto},
                    {"BARE", !scope->by && !scope->that},
                    {"THERE", scope->there},
                    {"DESTINATION", scope->reached},
                    {"FROM", scope->from},
                    {"TO", scope->to},
                    {"BY", scope->by},
                    {"ON_ACTOR", scope->on_actor},
                    {"CARRIED", scope->carried},
                    {"STATE", scope->state},
                    {"DOER", scope->doer},
                    {"DEFINITE", scope->definite},
                    {"FROM_IT", scope->from_it}};
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
        if (slice_is(id, built_in[i].id)) {
            return built_in[i].holds;
        }
    }
    return -1;
}

/** حذر طهران من العواقب │إذا│ …: whether a condition stands behind it in its sentence. */
static bool under_condition(const Sight *sight, uint32_t from) {
    for (uint32_t i = from; i < from + PROVISO && i < sight->tokens->count; i++) {
        if (head_of_class(sight, i, SLICE("CONDITIONS"))) {
            return true;
        }
        if (sight_stops(sight, i)) {
            break;
        }
    }
    return false;
}

/** Whether `scope` holds the condition named `id`. */
static bool scope_holds(const Sight *sight, const Scope *scope, Slice id) {
    if (slice_is(id, "IF")) {
        return under_condition(sight, scope->behind);
    }
    int built_in = scope_built_in(scope, id);
    if (built_in >= 0) {
        return built_in != 0;
    }
    char where = id.length > 0 ? id.at[0] : '\0'; /* <EXPRESS, >OFFER */
    const ClassSet *classes = where == '<'   ? &scope->before
                              : where == '>' ? &scope->themes
                                             : &scope->classes;
    id = slice_cut(id, where == '<' || where == '>', id.length);
    uint32_t rows = table_rows(sight->model, TABLE_EVENT_CLASSES);
    for (uint32_t row = 0; row < rows && row < CLASS_LIMIT; row++) {
        if (slice_equal(table_cell(sight->model, TABLE_EVENT_CLASSES, row, COLUMN_CLASS), id)) {
            return class_has(classes, row);
        }
    }
    return false;
}

/** Whether `scope` holds all that `ids` names: "VISITOR+PLACE" holds where both do. */
static bool scope_holds_all(const Sight *sight, const Scope *scope, Slice ids) {
    uint32_t begin = 0;
    for (uint32_t i = 0; i <= ids.length; i++) {
        if (i == ids.length || ids.at[i] == '+') {
            if (!scope_holds(sight, scope, slice_cut(ids, begin, i))) {
                return false;
            }
            begin = i + 1;
        }
    }
    return true;
}

/** -1: the condition of the row fails, 0: it has none, 1: it holds. "!BODY" holds without one. */
static int condition(const Sight *sight, const Scope *scope, uint32_t row) {
    Slice cell = table_cell(sight->model, TABLE_FRAMES, row, COLUMN_OBJECT);
    if (cell.length == 0) {
        return 0;
    }
    uint32_t begin = 0;
    bool asks = false;
    for (uint32_t i = 0; i <= cell.length; i++) {
        if (i < cell.length && cell.at[i] != ' ') {
            continue;
        }
        Slice id = slice_cut(cell, begin, i);
        begin = i + 1;
        if (id.length > 1 && id.at[0] == '!') {
            if (scope_holds_all(sight, scope, slice_cut(id, 1, id.length))) {
                return -1;
            }
        } else if (id.length > 0) {
            asks = true;
            if (scope_holds_all(sight, scope, id)) {
                return 1;
            }
        }
    }
    return asks ? -1 : 0;
}

uint32_t head_choose(const Sight *sight, const Clause *clause, const Senses *senses) {
    uint32_t best = NONE;
    int best_score = 0;
    Scope scope = scope_of(sight, clause);
    for (uint32_t i = 0; i < senses->count; i++) {
        int holds = condition(sight, &scope, senses->rows[i]);
        int weight = frame_at(sight->model, senses->rows[i]).weight;
        int shut = holds > 0 ? SHUT : 0;
        int score = weight == 0 ? shut : weight + (holds > 0 ? CONDITIONED : 0);
        if (holds >= 0 && score > best_score) {
            best = senses->rows[i];
            best_score = score;
        }
    }
    return best_score == SHUT ? NONE : best;
}

static uint32_t light_of_lemma(const Sight *sight, uint32_t lemma) {
    uint32_t count = 0;
    const uint32_t *rows = table_rows_of_lemma(sight->model, TABLE_EVENT_LIGHT, lemma, &count);
    return count > 0 ? rows[0] : NONE;
}

static uint32_t light_of_reading(const Sight *sight, const Reading *reading) {
    if (reading->lemma == NONE) {
        return NONE;
    }
    uint32_t row = light_of_lemma(sight, reading->lemma);
    uint32_t verb = lemma_at(sight->model, reading->lemma)->verb;
    return row == NONE && verb != NONE ? light_of_lemma(sight, verb) : row;
}

uint32_t head_light(const Sight *sight, uint32_t i) {
    const Readings *readings = sight->readings;
    const Reading *best = reading_best(readings, i);
    uint32_t row = light_of_reading(sight, best);
    bool verb = best->features.pos == POS_VERB;
    for (uint32_t k = readings->first[i] + 1; verb && row == NONE && k < readings->first[i + 1];
         k++) { /* يعقد: hold or complicate */
        const Reading *twin = &readings->all[k];
        if (twin->features.pos == POS_VERB && twin->proclitics == best->proclitics) {
            row = light_of_reading(sight, twin);
        }
    }
    return row;
}

static bool light_is(const Sight *sight, uint32_t row, uint32_t column, const char *value) {
    return row != NONE && slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, column), value);
}

bool head_light_is(const Sight *sight, uint32_t i, const char *role) {
    return light_is(sight, head_light(sight, i), COLUMN_ROLE, role);
}

bool head_light_makes(const Sight *sight, uint32_t i, const char *status) {
    return light_is(sight, head_light(sight, i), COLUMN_STATUS, status);
}

bool head_light_reading_is(const Sight *sight, const Reading *reading, const char *role) {
    return light_is(sight, light_of_reading(sight, reading), COLUMN_ROLE, role);
}

bool head_light_acts(const Sight *sight, uint32_t i) {
    const Readings *readings = sight->readings;
    for (uint32_t k = readings->first[i]; k < readings->first[i + 1]; k++) {
        uint32_t row = light_of_reading(sight, &readings->all[k]);
        if (row != NONE && readings->all[k].features.pos == POS_VERB &&
            slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, COLUMN_ROLE), "agent")) {
            return true;
        }
    }
    return false;
}
