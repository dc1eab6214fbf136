/* SPDX-License-Identifier: Apache-2.0
 * Role:   which actors stand in the arguments that a frame's selectors name.
 * Input:  Clause, its Frame's selectors.   Output: ActorSet.
 *
 *     زار الوزير المصري موسكو      subj: EGY   obj, place: RUS
 */
#include "record/event/event_roles.h"

#include "record/wording.h"

enum {
    COORDINATED = 12, /* actors of one argument */
    OWNER = 4,        /* words from a masdar to whose act it is */
};

bool event_visits(const char *modes) {
    return strcmp(modes, "visit") == 0;
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

bool actors_among(const Mentions *mentions, const uint32_t *actors, uint32_t count,
                  uint32_t actor) {
    for (uint32_t i = 0; i < count; i++) {
        if (actors_same(mentions, actors[i], actor)) {
            return true;
        }
    }
    return false;
}

void actors_remove_same(const Mentions *mentions, ActorSet *set, const ActorSet *others) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < set->count; i++) {
        if (!actors_among(mentions, others->at, others->count, set->at[i])) {
            set->at[kept++] = set->at[i];
        }
    }
    set->count = kept;
}

bool roles_class(const Mentions *m, uint32_t token, const char *id) {
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
           roles_class(m, mention->first - 1, "TERRITORY") &&
           !roles_class(m, mention->first - 1, "OUTPOSTS"); /* قاعدة أمريكية: hers */
}

/** الجانبان الروسي والتركي: the adjectives tell who the two are, not what was named before. */
static bool pair_named(const Mentions *m, uint32_t i) {
    const ActorMention *mention = &m->actor_mentions.at[i];
    const ActorMention *next = mention + 1;
    return i + 2 < m->actor_mentions.count && mention->form == MENTION_NOMINAL &&
           mention->also != NONE && next->form == MENTION_DEMONYM && next->first == mention->end &&
           next[1].form == MENTION_DEMONYM && next[1].first == next->end;
}

/** الميليشيات الحوثية │الإيرانية│، "حزب الله" │اللبناني│: an adjective that only describes the
 * actor right before it. */
static bool describes(const Mentions *m, const ActorMention *mention, uint32_t last) {
    if (mention->form != MENTION_DEMONYM || last == NONE ||
        m->actor_mentions.at[last].form == MENTION_DEMONYM) {
        return false;
    }
    uint32_t end = m->actor_mentions.at[last].end;
    end +=
        m->tokens->at[end].kind == TOKEN_CLOSE && actor_code(m, m->actor_mentions.at[last].actor);
    return end == mention->first &&
           (reading_best(m->readings, mention->first)->proclitics & PRO_WA) == 0;
}

/** قوات المعارضة المدعومة │من روسيا وإيران│: who stands behind an actor of the phrase, which begins
 * at token `begin`, and does not act itself; `backer` is the mention before, if it is one. */
static bool backs(const Mentions *m, const ActorMention *mention, const ActorMention *backer,
                  uint32_t begin) {
    uint32_t i = mention->first, proclitics = reading_best(m->readings, i)->proclitics;
    if (backer && backer->end == i) {
        return (proclitics & PRO_WA) != 0;
    }
    bool joined = (proclitics & (PRO_LI | PRO_BI)) != 0; /* الموالية │لإيران│ */
    if (joined) {
        return i > begin && roles_class(m, i - 1, "BACKED");
    }
    return i > begin + 1 && reading_best(m->readings, i - 1)->features.pos == POS_ADP &&
           roles_class(m, i - 2, "BACKED");
}

/** ثلاث دول │أوروبية│ هي فرنسا وألمانيا وإيطاليا: the adjective of a body of nations before those
 *  of its members who are meant. */
static bool narrowed(const Mentions *m, uint32_t i, uint32_t end) {
    enum { BETWEEN = 3 };
    const ActorMention *mention = &m->actor_mentions.at[i], *next = mention + 1;
    bool adjective = mention->form == MENTION_DEMONYM &&
                     actor_of_nations(&m->actors.at[mention->actor]) &&
                     i + 1 < m->actor_mentions.count && next->first < end &&
                     next->first <= mention->end + BETWEEN;
    for (uint32_t k = mention->end; adjective && k < next->first; k++) {
        if (roles_class(m, k, "AMONG") || m->tokens->at[k].kind == TOKEN_OPEN) {
            return true;
        }
    }
    return false;
}

static bool has_code(const Mentions *m, const ActorSet *set) {
    for (uint32_t i = 0; i < set->count; i++) {
        if (actor_code(m, set->at[i])) {
            return true;
        }
    }
    return false;
}

/** حلفاء │واشنطن│، خصوم │إيران│: others than whom they are allies or foes of. */
static bool related(const Mentions *m, const ActorMention *mention) {
    if (mention->first == 0 || !roles_class(m, mention->first - 1, "RELATION")) {
        return false;
    }
    const Reading *ally = reading_best(m->readings, mention->first - 1);
    bool apposed = ally->enclitic.person != 0 || (ally->proclitics & PRO_AL) != 0;
    return !apposed && /* حليفته روسيا، الجارة مصر: the very one */
           reading_best(m->readings, mention->first)->proclitics == 0;
}

/** وزراء الري │بمصر والسودان│: states right behind the office of several, `open` once the first of
 * them has come. */
static bool of_several(const Mentions *m, uint32_t i, bool open) {
    const ActorMention *mention = &m->actor_mentions.at[i], *before = mention - 1;
    if (i == 0 || mention->form != MENTION_NAME ||
        m->actors.at[mention->actor].kind != ACTOR_COUNTRY) {
        return false;
    }
    bool listed = i + 1 < m->actor_mentions.count && mention[1].first == mention->end &&
                  mention[1].form == MENTION_NAME && /* وزراء الري │في مصر والسودان│ */
                  m->actors.at[mention[1].actor].kind == ACTOR_COUNTRY;
    uint32_t gap = mention->first - before->end;
    if (gap > 1 || (gap == 1 && !listed)) {
        return false;
    }
    return (open && gap == 0) ||
           (m->actors.at[before->actor].kind == ACTOR_OFFICE &&
            reading_best(m->readings, before->head)->features.number == NUMBER_PLURAL);
}

/** الأطراف │في السودان│: a state right behind في whose parties the phrase, which begins at `begin`,
 *  names. */
static bool of_parties(const Mentions *m, const ActorMention *mention, uint32_t begin) {
    enum { WORDS = 4 };
    uint32_t in = mention->first - 1;
    return mention->first > begin + 1 && in < begin + WORDS && mention->form == MENTION_NAME &&
           m->actors.at[mention->actor].kind == ACTOR_COUNTRY && roles_class(m, begin, "PARTIES") &&
           wording_particle(m, in, "in");
}

/** All actors named in tokens [first, end): the longest mentions; places only if `places`. */
void roles_actors(const Mentions *mentions, ActorSet *set, Span tokens, bool places) {
    uint32_t covered = tokens.begin, found = 0, last = NONE;
    const ActorMention *backer = NULL;
    bool several = false;
    for (uint32_t i = mention_actor_in(mentions, tokens.begin, tokens.end);
         i < mentions->actor_mentions.count && found < COORDINATED; i++) {
        const ActorMention *mention = &mentions->actor_mentions.at[i];
        if (mention->first >= tokens.end) {
            break;
        }
        const Actor *actor = &mentions->actors.at[mention->actor];
        bool words = !actor->code && strcmp(mention->rule.name, "speaker-words") == 0;
        bool channel = actor->channel || words; /* وثيقة، مصادر: who tells, not who acts */
        several = of_several(mentions, i, several);
        bool place =
            (mention->as_place && !several && !of_parties(mentions, mention, tokens.begin)) ||
            of_place(mentions, mention);
        if (mention->first < covered || channel || (place && !places) || pair_named(mentions, i) ||
            describes(mentions, mention, last) || related(mentions, mention) ||
            narrowed(mentions, i, tokens.end)) {
            continue;
        }
        covered = mention->end;
        last = i;
        backer = backs(mentions, mention, backer, tokens.begin) ? mention : NULL;
        if (backer && has_code(mentions, set)) {
            continue; /* القوات الموالية │للرئيس│ alone are his */
        }
        actors_add(set, mention->actor);
        actors_add(set, mention->also);
        found++;
    }
}

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
    if (roles_class(m, argument->first, "MEDIATION")) {
        return true;
    }
    return reading->features.deverbal == DEVERBAL_MASDAR &&
           !roles_class(m, argument->first, "TROOPS") && /* قوة جوية روسية */
           !roles_class(m, argument->first, "MEMBERS") &&
           !roles_class(m, argument->first, "ORGANS") && /* دعا │إدارة ترامب│ إلى … */
           mention_actor_in(m, argument->first, argument->first + 1) == NONE;
}

const char *roles_type(const Roles *roles) {
    uint32_t row = roles->clause->frame;
    return row == NONE ? "" : frame_type(record_mentions(roles->records)->model, row);
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

/** أشاد │بدعم مصر│، أثنى │على تعاون الحكومة│، عقوبات على │استيراد النفط الإيراني│: what is judged
 * or hit, with whose it is. */
static bool judges(const Roles *roles, const Argument *argument) {
    const Mentions *m = record_mentions(roles->records);
    const char *type = roles_type(roles);
    bool hit = roles->clause->kind != HEAD_VERB &&
               (strcmp(type, "SANCTION") == 0 || strcmp(type, "ASSAULT") == 0);
    bool judged = strcmp(type, "SUPPORT") == 0 || strcmp(type, "ACCUSE") == 0;
    bool purpose = (reading_best(m->readings, argument->first)->proclitics & PRO_AL) == 0 &&
                   !roles_class(m, argument->first, "OFFER") && /* دعمها │لمبادرة الجزائر│ */
                   !roles_class(m, argument->first, "TEXT");
    bool at = argument->particle == PARTICLE_ON || /* تأييده للقرار, but not جهوده لإنقاذ الاتفاق */
              (argument->particle == PARTICLE_TO && !purpose);
    return (judged && (argument->particle == PARTICLE_BY || (at && owned(m, argument)))) ||
           (hit && argument->particle == PARTICLE_ON && owned(m, argument));
}

/** حررها الجيش │بإسناد من التحالف│: what the noun before it takes. */
static bool of_noun(const Mentions *m, const Argument *argument) {
    if (argument->particle != PARTICLE_FROM || argument->marker == 0 || argument->marker == NONE) {
        return false;
    }
    const Reading *before = reading_best(m->readings, argument->marker - 1);
    return (before->proclitics & PRO_BI) != 0 && before->features.deverbal == DEVERBAL_MASDAR;
}

uint32_t roles_behind_adjectives(const Roles *roles) {
    const Readings *readings = record_mentions(roles->records)->readings;
    uint32_t behind = roles->clause->head_end;
    while (behind < record_mentions(roles->records)->tokens->count &&
           reading_best(readings, behind)->features.pos == POS_ADJ) {
        behind++;
    }
    return behind;
}

bool roles_of_participle(const Mentions *m, const Argument *argument) {
    return argument->role == ROLE_AGENT && argument->marker != NONE && argument->marker > 0 &&
           reading_best(m->readings, argument->marker - 1)->features.deverbal == DEVERBAL_PASSIVE;
}

/** القتال │إلى جانب│ القوات: with whom one fights as an ally, and not whom. */
static bool beside(const Roles *roles, const Argument *argument) {
    return argument->particle == PARTICLE_WITH && argument->marker != NONE &&
           strcmp(roles_type(roles), "ASSAULT") == 0 &&
           roles_class(record_mentions(roles->records), argument->marker, "BESIDE");
}

/** The clause that the first word of the argument heads; NULL. */
static const Clause *headed_by(const Roles *roles, const Argument *argument) {
    const Clauses *clauses = roles->records->clauses;
    const Clause *end = clauses->list.at + clauses->list.count;
    for (const Clause *c = roles->clause; c < end && c->head <= argument->first; c++) {
        if (c->head == argument->first) {
            return c;
        }
    }
    return NULL;
}

static bool of_types(const Records *records, const Clause *clause, const char *const *types) {
    const Roles roles = {records, clause};
    for (; clause && *types; types++) {
        if (strcmp(roles_type(&roles), *types) == 0) {
            return true;
        }
    }
    return false;
}

/** سيزور موسكو للبحث في تحالف │لمواجهة تنظيم …│: another act, on whom nobody calls. */
static bool hostile(const Roles *roles, const Argument *argument) {
    static const char *const types[] = {"ASSAULT",  "SANCTION", "ACCUSE",
                                        "THREATEN", "COERCE",   NULL};
    return of_types(roles->records, headed_by(roles, argument), types);
}

/** رفض أي اعتداء │على سيادة السودان│: whom an act that is judged hits, and not who is judged. */
static bool of_hostile_act(const Roles *roles, const Argument *argument) {
    static const char *const judging[] = {"REJECT", "ACCUSE", "SUPPORT", "REQUEST", NULL};
    bool judges = of_types(roles->records, roles->clause, judging);
    bool on = argument->particle == PARTICLE_ON || argument->particle == PARTICLE_AGAINST;
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first;
         judges && on && i < roles->clause->argument_end; i++) {
        const Argument *before = &clauses->arguments.at[i];
        if (before->end == argument->marker && hostile(roles, before)) {
            return true;
        }
    }
    return false;
}

/** Whether other arguments than `but` tell two who meet: two subjects, or one and a partner. */
static bool partners_told(const Roles *roles, const Argument *but) {
    const Clauses *clauses = roles->records->clauses;
    ActorSet told = {.count = 0};
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        bool side = argument->role == ROLE_SUBJECT || argument->particle == PARTICLE_WITH ||
                    argument->particle == PARTICLE_BETWEEN;
        if (side && argument != but && argument->first < but->first) {
            roles_actors(clauses->mentions, &told, (Span){argument->first, argument->end}, false);
        }
    }
    uint32_t codes = 0;
    for (uint32_t i = 0; i < told.count; i++) {
        codes += actor_code(clauses->mentions, told.at[i]) != NULL &&
                 !actors_among(clauses->mentions, told.at, i, told.at[i]);
    }
    return codes > 1;
}

/** بحث الوزيران الاتفاق │مع إيران│، مباحثات مع نظيره حول الأزمة │بين الهند وباكستان│: sides of what
 * is talked of, where it has been told who talks. */
static bool of_matter(const Roles *roles, const Argument *argument) {
    bool side = argument->particle == PARTICLE_WITH || argument->particle == PARTICLE_BETWEEN;
    if (!side || argument->inferred || strcmp(roles_type(roles), "CONSULT") != 0) {
        return false;
    }
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *before = &clauses->arguments.at[i];
        bool matter = (before->role == ROLE_OBJECT && before->marker != roles->clause->head) ||
                      before->particle == PARTICLE_TOPIC || before->particle == PARTICLE_ABOUT;
        if (matter && !before->inferred && before->end == argument->marker &&
            mention_actor_in(clauses->mentions, before->first, before->first + 1) == NONE) {
            return partners_told(roles, argument);
        }
    }
    return false;
}

/** أدانت كينيا │قصف أوغندا مواقع مالطية│: of an act of force that is judged, who does it and not
 *  whom it hits; false where it is none, or tells no sides. */
static bool judged_force(const Roles *roles, const Argument *argument, ActorSet *set) {
    static const char *const judging[] = {"REJECT", "ACCUSE", NULL};
    static const char *const force[] = {"ASSAULT", "COERCE", NULL};
    const Records *records = roles->records;
    bool own = !argument->inferred && of_types(records, roles->clause, judging);
    const Argument *first = &records->clauses->arguments.at[roles->clause->argument_first];
    if (own && argument > first && argument->role == ROLE_OBJECT &&
        argument[-1].role == ROLE_OBJECT && argument[-1].end == argument->first &&
        of_types(records, headed_by(roles, &argument[-1]), force)) {
        return true; /* whom أوغندا shells */
    }
    const Clause *act = own ? headed_by(roles, argument) : NULL;
    if (!act || act == roles->clause || act->kind != HEAD_MASDAR ||
        !of_types(records, act, force)) {
        return false;
    }
    bool sides = false;
    for (uint32_t i = act->argument_first; i < act->argument_end; i++) {
        const Argument *side = &records->clauses->arguments.at[i];
        bool named = !side->inferred &&
                     mention_actor_in(record_mentions(records), side->first, side->end) != NONE;
        if (named && (side->role == ROLE_SUBJECT || side->role == ROLE_AGENT)) {
            roles_actors(record_mentions(records), set, (Span){side->first, side->end}, false);
        }
        sides |= named && (side->role == ROLE_SUBJECT || side->role == ROLE_OBJECT);
    }
    return sides;
}

/** Actors of all arguments that `selector` names; own arguments go before borrowed ones. */
void roles_pass(const Roles *roles, const char *selector, bool inferred, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        bool request = argument->role == ROLE_OBJECT && strcmp(roles_type(roles), "REQUEST") == 0;
        bool act = (argument->role == ROLE_PREPOSITION || argument->inferred || request) &&
                   an_act(clauses->mentions, argument) && !judges(roles, argument);
        bool possessor = argument->marker == roles->clause->head; /* its pronoun: مباحثاتها */
        bool other =
            (of_noun(clauses->mentions, argument) && argument->marker != roles->clause->head_end) ||
            (roles_of_participle(clauses->mentions, argument) &&
             argument->marker > roles->clause->head_end);
        if ((argument->inferred && !possessor) == inferred && !act && !other &&
            !beside(roles, argument) && !of_hostile_act(roles, argument) &&
            !of_matter(roles, argument) && argument_is(roles->clause, argument, selector) &&
            !judged_force(roles, argument, set)) {
            roles_actors(clauses->mentions, set, (Span){argument->first, argument->end}, false);
        }
    }
}

void roles_select(const Roles *roles, const char *selector, ActorSet *set) {
    roles_pass(roles, selector, false, set);
    if (set->count == 0) {
        roles_pass(roles, selector, true, set);
    }
}

/** The agent; where the words of the event tell none, the adjective of relation (عقوبات أمريكية),
 * and only then what a verb lends. */
void roles_agent(const Roles *roles, ActorSet *set) {
    const Clause *clause = roles->clause;
    if (clause->kind != HEAD_VERB && clause->head_end > clause->head + 1) {
        const Span own = {clause->head, clause->head_end}; /* إجراءات أميركية عقابية */
        roles_actors(record_mentions(roles->records), set, own, false);
    }
    if (set->count == 0) {
        roles_pass(roles, "subj", false, set);
    }
    if (set->count == 0) {
        roles_select(roles, "adjective", set);
    }
    if (set->count == 0) {
        roles_pass(roles, "subj", true, set);
    }
}

static void merge(ActorSet *into, const ActorSet *from) {
    for (uint32_t i = 0; i < from->count; i++) {
        actors_add(into, from->at[i]);
    }
}

void roles_each(const Roles *roles, const char *const *selectors, ActorSet *set) {
    for (; *selectors; selectors++) {
        ActorSet found = {.count = 0};
        roles_select(roles, *selectors, &found);
        merge(set, &found);
    }
}

/** Whether an actor stands in the genitive right behind the noun. */
static bool has_genitive(const Roles *roles) {
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &roles->records->clauses->arguments.at[i];
        if (argument->marker == roles->clause->head && !argument->adjective) {
            return true;
        }
    }
    return false;
}

bool roles_visitor(const Roles *roles, const Argument *argument) {
    const Mentions *m = record_mentions(roles->records);
    bool lam = argument->particle == PARTICLE_TO && !argument->inferred &&
               argument->marker == argument->first && !has_genitive(roles);
    uint32_t mention = lam && roles->clause->kind != HEAD_VERB
                           ? mention_actor_in(m, argument->first, argument->end)
                           : NONE;
    if (mention == NONE || m->actor_mentions.at[mention].first > argument->first + 1) {
        return false;
    }
    uint8_t kind = m->actors.at[m->actor_mentions.at[mention].actor].kind;
    return kind == ACTOR_PERSON || kind == ACTOR_OFFICE;
}

/** The state that is visited: زار موسكو, وصل إلى لبنان; or from which somebody is called back. */
static void host(const Roles *roles, const char *target, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        bool left = frame_selects(target, "to"); /* غادر │صنعاء│ إلى مسقط */
        bool destination = (argument->role == ROLE_OBJECT && !left) ||
                           argument->particle == PARTICLE_TO ||
                           (argument->particle == PARTICLE_FROM && frame_selects(target, "from"));
        if (destination && !argument->inferred && !hostile(roles, argument) &&
            !roles_visitor(roles, argument)) {
            roles_actors(clauses->mentions, set, (Span){argument->first, argument->end}, true);
        }
    }
}

/** دعا │شركاء كييف│ إلى …: who is asked stands as the object, whether we know him or not. */
static bool asks_somebody(const Roles *roles) {
    const Clauses *clauses = roles->records->clauses;
    const Readings *readings = clauses->mentions->readings;
    bool asks = (roles->clause->kind == HEAD_VERB || roles->clause->circumstance) &&
                strcmp(roles_type(roles), "REQUEST") == 0;
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

/** Whether the frame takes its target from there; ضد leads to whom على would; one fights مع, and
 * gathers troops على الحدود │مع│ somebody. */
static bool aims_at(const Roles *roles, const char *target, const char *selector) {
    bool against = strcmp(selector, "against") == 0 && frame_selects(target, "on");
    const char *type = roles_type(roles);
    bool fights = strcmp(selector, "with") == 0 &&
                  (strcmp(type, "ASSAULT") == 0 || strcmp(type, "MOBILIZE") == 0);
    return against || fights || frame_selects(target, selector);
}

void roles_target(const Roles *roles, const char *target, ActorSet *set) {
    static const char *const selectors[] = {"obj",   "to",      "on",      "with", "by",  "from",
                                            "about", "against", "between", "in",   "subj"};
    bool visited = frame_selects(target, "place");
    for (size_t i = 0; i < sizeof selectors / sizeof selectors[0]; i++) {
        if (aims_at(roles, target, selectors[i]) && set->count == 0) {
            roles_pass(roles, selectors[i], false, set);
            if (set->count == 0 && visited) {
                host(roles, target, set); /* زيارة │إلى الكويت│ before what a verb lends */
            }
            if (set->count == 0) {
                roles_pass(roles, selectors[i], true, set);
            }
        }
        if (i == 0 && strncmp(target, "obj", 3) == 0 && asks_somebody(roles)) {
            return;
        }
    }
    if (set->count == 0 && roles->clause->kind != HEAD_VERB) {
        roles_select(roles, "adjective", set); /* جولته الخليجية */
    }
}
