/* SPDX-License-Identifier: Apache-2.0
 * Role:   who did it to whom: the arguments of a clause become source and target.
 * Input:  Clause, its Frame's selectors.   Output: told->source, told->target.
 *
 *     CONSULT both        المحادثات الروسية الأمريكية         both in source
 *     CONSULT subj→obj    زار الوزير موسكو                     visitor → host
 *     REQUEST subj→obj,to دعت الأمم المتحدة الأطراف إلى …       who asks → who is asked
 */
#include "record/told.h"

enum {
    COORDINATED = 12, /* actors of one argument */
    OWNER = 4,        /* words from a masdar to whose act it is */
};

static const Mentions *mentions_of(const Records *records) {
    return records->clauses->mentions;
}

bool actors_have(const ActorSet *set, uint32_t actor) {
    for (uint32_t i = 0; i < set->count; i++) {
        if (set->at[i] == actor) {
            return true;
        }
    }
    return false;
}

void actors_add(ActorSet *set, uint32_t actor) {
    if (actor != NONE && set->count < ACTORS_LIMIT && !actors_have(set, actor)) {
        set->at[set->count++] = actor;
    }
}

bool actors_same(const Mentions *mentions, uint32_t a, uint32_t b) {
    const char *one = mentions->actors.at[a].code, *other = mentions->actors.at[b].code;
    return a == b || (one && other && strcmp(one, other) == 0);
}

/** First actor mention that begins at or behind token `first`. */
static uint32_t mention_from(const Mentions *mentions, uint32_t first) {
    uint32_t low = 0, high = mentions->actor_mentions.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->actor_mentions.at[middle].first < first) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/** Whether a phrase of that class of classes.tsv begins at the token. */
static bool of_class(const Mentions *m, uint32_t token, const char *id) {
    for (uint32_t i = m->hits->starting[token]; i < m->hits->starting[token + 1]; i++) {
        const Entry *entry = &m->hits->at[i].entry;
        if (entry->table == TABLE_EVENT_CLASSES &&
            slice_is(table_cell(m->model, TABLE_EVENT_CLASSES, entry->row, 0), id)) {
            return true;
        }
    }
    return false;
}

/** Whether an adjective tells where a place is: العاصمة النمساوية، الأراضي السورية. */
static bool of_place(const Mentions *m, const ActorMention *mention) {
    return mention->form == MENTION_DEMONYM && mention->first > 0 &&
           of_class(m, mention->first - 1, "TERRITORY");
}

/** الجانبان الروسي والتركي: the adjectives tell who the two are, not what was named before. */
static bool pair_named(const Mentions *m, uint32_t i) {
    const ActorMention *mention = &m->actor_mentions.at[i];
    const ActorMention *next = mention + 1;
    return i + 2 < m->actor_mentions.count && mention->form == MENTION_NOMINAL &&
           mention->also != NONE && next->form == MENTION_DEMONYM && next->first == mention->end &&
           next[1].form == MENTION_DEMONYM && next[1].first == next->end;
}

/** الميليشيات الحوثية │الإيرانية│: an adjective that only describes the actor right before it. */
static bool describes(const Mentions *m, const ActorMention *mention, uint32_t last) {
    return mention->form == MENTION_DEMONYM && last != NONE &&
           m->actor_mentions.at[last].form != MENTION_DEMONYM &&
           m->actor_mentions.at[last].end == mention->first &&
           (reading_best(m->readings, mention->first)->proclitics & PRO_WA) == 0;
}

/** حلفاء │واشنطن│، خصوم │إيران│: others than whom they are allies or foes of. */
static bool related(const Mentions *m, const ActorMention *mention) {
    return mention->first > 0 && of_class(m, mention->first - 1, "RELATION") &&
           reading_best(m->readings, mention->first)->proclitics == 0;
}

/** All actors named in tokens [first, end): the longest mentions; places only if `places`. */
static void actors_in(const Mentions *mentions, ActorSet *set, Span tokens, bool places) {
    uint32_t covered = tokens.begin, found = 0, last = NONE;
    for (uint32_t i = mention_from(mentions, tokens.begin);
         i < mentions->actor_mentions.count && found < COORDINATED; i++) {
        const ActorMention *mention = &mentions->actor_mentions.at[i];
        if (mention->first >= tokens.end) {
            break;
        }
        const Actor *actor = &mentions->actors.at[mention->actor];
        bool words = !actor->code && strcmp(mention->rule.name, "speaker-words") == 0;
        bool channel = actor->channel || words; /* وثيقة، مصادر: who tells, not who acts */
        bool place = mention->as_place || of_place(mentions, mention);
        if (mention->first < covered || channel || (place && !places) || pair_named(mentions, i) ||
            describes(mentions, mention, last) || related(mentions, mention)) {
            continue;
        }
        covered = mention->end;
        last = i;
        actors_add(set, mention->actor);
        actors_add(set, mention->also);
        found++;
    }
}

typedef struct Roles {
    const Records *records;
    const Clause *clause;
} Roles;

static bool argument_is(const Clause *clause, const Argument *argument, const char *selector) {
    bool subject = strcmp(selector, "subj") == 0, object = strcmp(selector, "obj") == 0;
    if (argument->adjective) {
        return strcmp(selector, "adjective") == 0;
    }
    switch (argument->role) {
    case ROLE_SUBJECT:
        return clause->passive ? object : subject;
    case ROLE_OBJECT:
        return object;
    case ROLE_AGENT:
        return subject;
    case ROLE_PREPOSITION:
        return strcmp(selector, particle_name(argument->particle)) == 0;
    default:
        return false;
    }
}

/** Whether the argument begins with a masdar: what is asked for, not who is asked. */
static bool an_act(const Mentions *m, const Argument *argument) {
    const Reading *reading = reading_best(m->readings, argument->first);
    if (of_class(m, argument->first, "MEDIATION")) {
        return true;
    }
    return reading->features.deverbal == DEVERBAL_MASDAR &&
           !of_class(m, argument->first, "TROOPS") && /* قوة جوية روسية */
           mention_actor_in(m, argument->first, argument->first + 1) == NONE;
}

static const char *type_of(const Roles *roles) {
    uint32_t row = roles->clause->frame;
    return row == NONE ? "" : frame_at(roles->records->clauses->mentions->model, row).type;
}

/** عقوبات على │الاقتصاد الإيراني│: the words right behind the masdar tell whose it is. */
static bool owned(const Mentions *m, const Argument *argument) {
    for (uint32_t i = argument->first + 1; i < argument->end && i < argument->first + OWNER; i++) {
        if ((reading_best(m->readings, i)->proclitics & PRO_WA) != 0) {
            return false;
        }
        if (mention_actor_in(m, i, i + 1) != NONE) {
            return true;
        }
    }
    return false;
}

/** أشاد │بدعم مصر│، عقوبات على │استيراد النفط الإيراني│: what is judged or hit, with whose it is.
 */
static bool judges(const Roles *roles, const Argument *argument) {
    const char *type = type_of(roles);
    bool hit = roles->clause->kind != HEAD_VERB &&
               (strcmp(type, "SANCTION") == 0 || strcmp(type, "ASSAULT") == 0);
    bool judged = strcmp(type, "SUPPORT") == 0 || strcmp(type, "ACCUSE") == 0;
    return (judged && argument->particle == PARTICLE_BY) ||
           (hit && argument->particle == PARTICLE_ON &&
            owned(roles->records->clauses->mentions, argument));
}

/** Actors of all arguments that `selector` names; own arguments go before borrowed ones. */
static void select_pass(const Roles *roles, const char *selector, bool inferred, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        bool act = (argument->role == ROLE_PREPOSITION || argument->inferred) &&
                   an_act(clauses->mentions, argument) && !judges(roles, argument);
        bool possessor = argument->marker == roles->clause->head; /* its pronoun: مباحثاتها */
        if ((argument->inferred && !possessor) == inferred && !act &&
            argument_is(roles->clause, argument, selector)) {
            actors_in(clauses->mentions, set, (Span){argument->first, argument->end}, false);
        }
    }
}

static void select_actors(const Roles *roles, const char *selector, ActorSet *set) {
    select_pass(roles, selector, false, set);
    if (set->count == 0) {
        select_pass(roles, selector, true, set);
    }
}

/** The agent; where the words of the event tell none, the adjective of relation (عقوبات أمريكية),
 * and only then what a verb lends. */
static void select_agent(const Roles *roles, ActorSet *set) {
    const Clause *clause = roles->clause;
    if (clause->kind != HEAD_VERB && clause->head_end > clause->head + 1) {
        const Span own = {clause->head, clause->head_end}; /* إجراءات أميركية عقابية */
        actors_in(roles->records->clauses->mentions, set, own, false);
    }
    if (set->count == 0) {
        select_pass(roles, "subj", false, set);
    }
    if (set->count == 0) {
        select_actors(roles, "adjective", set);
    }
    if (set->count == 0) {
        select_pass(roles, "subj", true, set);
    }
}

static void merge(ActorSet *into, const ActorSet *from) {
    for (uint32_t i = 0; i < from->count; i++) {
        actors_add(into, from->at[i]);
    }
}

static void select_each(const Roles *roles, const char *const *selectors, ActorSet *set) {
    for (; *selectors; selectors++) {
        ActorSet found = {.count = 0};
        select_actors(roles, *selectors, &found);
        merge(set, &found);
    }
}

/** The state that is visited: زار موسكو, وصل إلى لبنان; or from which somebody is called back. */
static void host(const Roles *roles, const char *target, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        bool destination = argument->role == ROLE_OBJECT || argument->particle == PARTICLE_TO ||
                           (argument->particle == PARTICLE_FROM && frame_selects(target, "from"));
        if (destination && !argument->inferred) {
            actors_in(clauses->mentions, set, (Span){argument->first, argument->end}, true);
        }
    }
}

/** دعا │شركاء كييف│ إلى …: who is asked stands as the object, whether we know him or not. */
static bool asks_somebody(const Roles *roles) {
    const Clauses *clauses = roles->records->clauses;
    const Readings *readings = clauses->mentions->readings;
    bool asks = roles->clause->kind == HEAD_VERB && strcmp(type_of(roles), "REQUEST") == 0;
    for (uint32_t i = roles->clause->argument_first; asks && i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        const Features *f = &reading_best(readings, argument->first)->features;
        if (argument->role == ROLE_OBJECT && !argument->inferred &&
            argument->first >= roles->clause->head_end && f->deverbal != DEVERBAL_MASDAR) {
            return true;
        }
    }
    return false;
}

static void select_target(const Roles *roles, const char *target, ActorSet *set) {
    static const char *const selectors[] = {"obj",   "to",      "on",      "with", "by",  "from",
                                            "about", "against", "between", "in",   "subj"};
    for (size_t i = 0; i < sizeof selectors / sizeof selectors[0]; i++) {
        if (frame_selects(target, selectors[i]) && set->count == 0) {
            select_actors(roles, selectors[i], set);
        }
        if (i == 0 && strncmp(target, "obj", 3) == 0 && asks_somebody(roles)) {
            return;
        }
    }
    if (set->count == 0 && frame_selects(target, "place")) {
        host(roles, target, set);
    }
    if (set->count == 0 && roles->clause->kind != HEAD_VERB) {
        select_actors(roles, "adjective", set); /* جولته الخليجية */
    }
}

/** نحن، مطالبنا: who speaks in the quote around the clause. */
static void speaker(const Roles *roles, const Told *told, ActorSet *set) {
    const Records *records = roles->records;
    const Mentions *mentions = records->clauses->mentions;
    if (told->quote == NONE) {
        return;
    }
    const Reading *reading = reading_best(mentions->readings, roles->clause->head);
    uint8_t person =
        roles->clause->kind == HEAD_VERB ? reading->features.person : reading->enclitic.person;
    bool we = roles->clause->kind == HEAD_PARTICIPLE && roles->clause->head > 0 &&
              reading_best(mentions->readings, roles->clause->head - 1)->features.person == 1;
    if (person == 1 || we) { /* نحن مستعدون */
        actors_add(set, records->quotes.at[told->quote].speaker);
    }
}

static void remove_all(ActorSet *set, const ActorSet *other) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < set->count; i++) {
        if (!actors_have(other, set->at[i])) {
            set->at[kept++] = set->at[i];
        }
    }
    set->count = kept;
}

/** نقل الأمير دعوة إلى بوتين │لزيارة السعودية│: who is of the state that is visited does not go
 * there. */
static void remove_hosts(const Mentions *m, Told *told) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < told->source.count; i++) {
        bool host = false;
        for (uint32_t k = 0; k < told->target.count; k++) {
            host |= actors_same(m, told->source.at[i], told->target.at[k]);
        }
        if (!host) {
            told->source.at[kept++] = told->source.at[i];
        }
    }
    told->source.count = kept;
}

/** لقاء مع قناة …: a medium among the parties. */
static bool meets_media(const Roles *roles) {
    const Clauses *clauses = roles->records->clauses;
    const Mentions *m = clauses->mentions;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (argument->particle != PARTICLE_WITH || argument->inferred) {
            continue;
        }
        uint32_t mention = mention_actor_in(m, argument->first, argument->end);
        if (mention != NONE && m->actors.at[m->actor_mentions.at[mention].actor].channel) {
            return true;
        }
    }
    return false;
}

/** Whether من behind the noun leads to who acts: بطلب من الرئيس، مدعوم من روسيا; not انسحاب من. */
static bool gives(const Told *told, const Clause *clause, const Mentions *m) {
    bool passive = reading_best(m->readings, clause->head)->features.deverbal == DEVERBAL_PASSIVE;
    return told->nominal &&
           (passive || told->type == EVENT_REQUEST || told->type == EVENT_SUPPORT ||
            told->type == EVENT_AID || told->type == EVENT_ACCUSE || told->type == EVENT_THREATEN);
}

/** أبلغ الرئيس نظيره خلال مكالمة …: who acts on whom during a talk takes part in it. */
static void met_meanwhile(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    if (roles->clause->parent == NONE) {
        return;
    }
    Roles over = {roles->records, &clauses->list.at[roles->clause->parent]};
    for (uint32_t i = over.clause->argument_first; i < over.clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        bool meanwhile = argument->particle == PARTICLE_OTHER || argument->particle == PARTICLE_IN;
        if (meanwhile && argument->first == roles->clause->head) {
            static const char *const acting[] = {"subj", "obj", NULL};
            static const char *const subject[] = {"subj", NULL};
            bool matter =
                over.clause->frame != NONE && /* ناقش خلال مكالمة الأزمة الليبية */
                frame_selects(frame_at(clauses->mentions->model, over.clause->frame).source,
                              "sides");
            select_each(&over, matter ? subject : acting, set);
            return;
        }
    }
}

/** … تشن القوات │بدعم│ من تركيا هجوما: who acts with the help is who is helped. */
static bool helps_subject(const Roles *roles, const Told *told) {
    const Mentions *m = roles->records->clauses->mentions;
    bool help = told->type == EVENT_SUPPORT || told->type == EVENT_AID;
    return help && told->nominal && roles->clause->parent != NONE &&
           (reading_best(m->readings, roles->clause->head)->proclitics & PRO_BI) != 0;
}

static void helper_and_helped(const Roles *roles, Told *told) {
    select_pass(roles, "adjective", false, &told->source);
    if (told->source.count == 0) {
        select_pass(roles, "from", false, &told->source);
    }
    if (told->source.count == 0) {
        select_pass(roles, "subj", false, &told->source);
    }
    select_pass(roles, "subj", true, &told->target);
}

/** مستعد │لتعزيز التعاون│ مع …: with whom, be it told of the noun inside. */
static void partner(const Roles *roles, const Told *told, ActorSet *set) {
    enum { INSIDE = 3 };
    const Clauses *clauses = roles->records->clauses;
    select_pass(roles, "with", false, set);
    uint32_t index = (uint32_t)(roles->clause - clauses->list.at);
    for (uint32_t i = index + 1; i <= index + INSIDE && i < clauses->list.count; i++) {
        const Roles inner = {roles->records, &clauses->list.at[i]};
        bool inside =
            inner.clause->sentence == roles->clause->sentence && inner.clause->kind != HEAD_VERB;
        if (!inside || set->count > 0) {
            return;
        }
        select_pass(&inner, "with", false, set);
        if (inner.clause->frame != NONE && told->nominal &&
            inner.clause->head == roles->clause->head_end && /* تلبية لدعوة من …: who asked */
            strcmp(frame_at(clauses->mentions->model, inner.clause->frame).type, "REQUEST") == 0) {
            select_pass(&inner, "subj", false, set);
            select_pass(&inner, "from", false, set);
        }
    }
}

/** سيزور روسيا تلبية │لدعوة│ من رئيسها: who is invited is who goes there. */
static void invited(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    uint32_t index = (uint32_t)(roles->clause - clauses->list.at);
    for (uint32_t i = index; i > 0; i--) {
        const Roles over = {roles->records, &clauses->list.at[i - 1]};
        if (over.clause->sentence != roles->clause->sentence) {
            return;
        }
        if (over.clause->kind != HEAD_VERB) {
            continue;
        }
        if (over.clause->frame != NONE &&
            frame_selects(frame_at(clauses->mentions->model, over.clause->frame).modes, "visit")) {
            select_actors(&over, "subj", set);
        }
        return;
    }
}

/** هدد المجلس كوريا الشمالية │بعقوبات│: what is threatened is meant for who is threatened. */
static void threatened(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    uint32_t index = (uint32_t)(roles->clause - clauses->list.at);
    for (uint32_t k = index; k > 0 && k + 3 > index; k--) {
        const Roles over = {roles->records, &clauses->list.at[k - 1]};
        if (over.clause->sentence != roles->clause->sentence || over.clause->frame == NONE ||
            strcmp(frame_at(clauses->mentions->model, over.clause->frame).type, "THREATEN") != 0) {
            continue;
        }
        for (uint32_t i = over.clause->argument_first; i < over.clause->argument_end; i++) {
            const Argument *argument = &clauses->arguments.at[i];
            if (argument->particle == PARTICLE_BY && argument->first <= roles->clause->head &&
                roles->clause->head < argument->end) {
                select_pass(&over, "obj", false, set);
                return;
            }
        }
    }
}

/** اجتماع │لرابطة│ …: a meeting of the body that stands right behind it. */
static bool of_body(const Roles *roles) {
    const Clauses *clauses = roles->records->clauses;
    const Mentions *m = clauses->mentions;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        uint32_t mention = argument->particle == PARTICLE_TO && !argument->inferred &&
                                   argument->first == roles->clause->head_end
                               ? mention_actor_in(m, argument->first, argument->end)
                               : NONE;
        if (mention != NONE && m->actor_mentions.at[mention].first == argument->first) {
            const char *sector = m->actors.at[m->actor_mentions.at[mention].actor].sector;
            return sector && strcmp(sector, "IGO") == 0;
        }
    }
    return false;
}

void told_actors(const Records *records, Told *told) {
    static const char *const both[] = {"subj",    "obj",      "adjective", "with",
                                       "between", "mediator", NULL};
    static const char *const sides[] = {"subj", "with", "between", NULL};
    static const char *const third[] = {"mediator", NULL};
    Roles roles = {records, &records->clauses->list.at[told->clause]};
    Frame frame = frame_at(mentions_of(records)->model, told->row);
    if (helps_subject(&roles, told)) {
        helper_and_helped(&roles, told);
    } else if (frame_selects(frame.source, "speaker")) {
        if (told->quote != NONE) {
            actors_add(&told->source, records->quotes.at[told->quote].speaker);
        }
    } else if (frame_selects(frame.source, "sides")) {
        select_each(&roles, sides, &told->source);
    } else if (frame_selects(frame.source, "both")) {
        select_each(&roles, both, &told->source);
        if (roles.clause->kind == HEAD_VERB || strcmp(frame.modes, "phone") == 0) {
            select_actors(&roles, "by", &told->source); /* التقى بـ، اتصل بـ */
        } else if (told->source.count == 0 || of_body(&roles)) {
            select_actors(&roles, "to", &told->source); /* اجتماع لمجلس الأمن */
        }
        if (strcmp(frame.modes, "phone") == 0) {
            select_actors(&roles, "from", &told->source); /* تلقى اتصالا من */
        }
    } else if (frame_selects(frame.source, "obj")) {
        select_actors(&roles, "obj", &told->source);
    } else {
        select_agent(&roles, &told->source);
    }
    if (told->type == EVENT_ASSAULT && told->nominal) { /* هجوم لحزب …; وجهت … ضربة لمواقع … */
        bool done = told->source.count > 0;
        select_actors(&roles, "to", done ? &told->target : &told->source);
    }
    if (told->source.count == 0 && gives(told, roles.clause, mentions_of(records))) {
        select_actors(&roles, "from", &told->source);
    }
    speaker(&roles, told, &told->source);
    select_target(&roles, frame.target, &told->target);
    if (told->nominal && told->target.count == 0) {
        threatened(&roles, &told->target);
    }
    if (told->nominal && told->target.count == 0 && strcmp(frame.modes, "meet") == 0) {
        invited(&roles, &told->target);
    }
    if (told->type == EVENT_AGREE && told->target.count == 0) {
        partner(&roles, told, &told->target);
    }
    if (told->type == EVENT_CONSULT && *frame.modes != '\0') {
        select_each(&roles, third, &told->source);
    }
    bool alike = frame_selects(frame.source, "both") || frame_selects(frame.source, "sides") ||
                 frame_selects(frame.source, "obj");
    if (told->type == EVENT_CONSULT && told->nominal && told->source.count < (alike ? 2u : 1u)) {
        met_meanwhile(&roles, &told->source);
    }
    remove_all(&told->target, &told->source);
    if (told->nominal && strcmp(frame.modes, "visit") == 0) {
        remove_hosts(mentions_of(records), told);
    }
    told->media = meets_media(&roles);
}
