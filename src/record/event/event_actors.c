/* SPDX-License-Identifier: Apache-2.0
 * Role:   who did it to whom: the arguments of a clause become source and target.
 * Input:  Clause, its Frame's selectors.   Output: told->source, told->target.
 *
 *     CONSULT both        المحادثات الروسية الأمريكية         both in source
 *     CONSULT subj→obj    زار الوزير موسكو                     visitor → host
 *     REQUEST subj→obj,to دعت الأمم المتحدة الأطراف إلى …       who asks → who is asked
 */
#include "record/event/event_attack.h"
#include "record/event/event_giver.h"
#include "record/event/event_nations.h"
#include "record/event/event_request.h"
#include "record/event/event_roles.h"
#include "record/event/event_speaker.h"
#include "record/event/event_visit.h"

static void remove_all(ActorSet *set, const ActorSet *other) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < set->count; i++) {
        if (!actors_have(other, set->at[i])) {
            set->at[kept++] = set->at[i];
        }
    }
    set->count = kept;
}

/** نقلت الوكالة عن الوزير │تنديده│ بالتهديدات: where nobody else acts, who was named last before
 * the noun in its sentence is whose words they are. */
static void owner_before(const Roles *roles, const Told *told, ActorSet *set) {
    enum { NEAR = 4 };
    const Mentions *m = record_mentions(roles->records);
    const Clause *clause = roles->clause;
    const Reading *reading = reading_best(m->readings, clause->head);
    bool whose = reading->enclitic.person == 3 && (reading->proclitics & (PRO_LI | PRO_WA)) == 0 &&
                 !(clause->head > 0 && roles_class(m, clause->head - 1, "AIM"));
    if (!told->nominal || !whose || !event_spoken(told->type) ||
        strcmp(told->modes, "investigate") == 0) {
        return; /* بهدف │إقناعها│، محاكمته: on whom it is done */
    }
    uint32_t first = m->tokens->sentences[clause->sentence].first;
    uint32_t begin = clause->head > first + NEAR ? clause->head - NEAR : first;
    ActorSet near = {.count = 0};
    roles_actors(m, &near, (Span){begin, clause->head}, false);
    if (near.count > 0) {
        actors_add(set, near.at[near.count - 1]);
    }
}

/** لقاء الوزير │بنظيره الروسي│: whom somebody meets, right behind the noun or who does. */
static void met_by(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    const Mentions *m = clauses->mentions;
    uint32_t behind = roles->clause->head_end;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        bool own = argument->marker == roles->clause->head && !argument->inferred;
        behind = own ? argument->end : behind;
        bool by = argument->particle == PARTICLE_BY && !argument->inferred;
        uint32_t mention = by && argument->first == behind
                               ? mention_actor_in(m, argument->first, argument->end)
                               : NONE;
        const ActorMention *met = mention == NONE ? NULL : &m->actor_mentions.at[mention];
        bool somebody = met && met->first <= argument->first + 1 &&
                        (met->form == MENTION_DEMONYM || /* بنظيره │الروسي│ */
                         m->actors.at[met->actor].kind == ACTOR_PERSON ||
                         m->actors.at[met->actor].kind == ACTOR_OFFICE);
        bool act = reading_best(m->readings, argument->first)->features.deverbal ==
                   DEVERBAL_MASDAR; /* اجتماع │بوساطة روسية│ */
        if (somebody && !act && roles->clause->kind != HEAD_VERB) {
            roles_actors(m, set, (Span){argument->first, argument->end}, false);
        }
    }
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
            roles_each(&over, matter ? subject : acting, set);
            return;
        }
    }
}

/** اجتماع │برئاسة الوزير المصري│ وحضور …: who leads the meeting takes part in it. */
static void chaired(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (argument->marker != NONE && argument->particle == PARTICLE_OTHER &&
            roles_class(clauses->mentions, argument->marker, "CHAIR")) {
            roles_actors(clauses->mentions, set, (Span){argument->first, argument->end}, false);
        }
    }
}

/** قال الوزير بعد اجتماع │مع نظرائه│: the noun tells with whom, not who. */
static bool only_partners(const Clause *clause, const Records *records) {
    bool with = false, who = false;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        with |= argument->particle == PARTICLE_WITH && !argument->inferred;
        who |= argument->role == ROLE_SUBJECT || argument->particle == PARTICLE_BETWEEN;
    }
    return with && !who;
}

/** تعهد │كينيا│ بدعم مالطا: whether the one stands right before the noun whose will it is. */
static bool willed_before(const Roles *roles) {
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && argument->inferred &&
            argument->end == roles->clause->head && argument->first > 0 &&
            roles_class(clauses->mentions, argument->first - 1, "WILL")) {
            return true;
        }
    }
    return false;
}

/** … تشن القوات │بدعم│ من تركيا هجوما: who acts with the help is who is helped. */
static bool helps_subject(const Roles *roles, const Told *told) {
    const Mentions *m = record_mentions(roles->records);
    bool help = told->type == EVENT_SUPPORT || told->type == EVENT_AID;
    uint32_t parent = roles->clause->parent;
    Roles over = {roles->records,
                  parent == NONE ? roles->clause : &roles->records->clauses->list.at[parent]};
    return help && told->nominal && parent != NONE && !willed_before(roles) &&
           over.clause->head < roles->clause->head && /* الدعم الذي │تقدمه كينيا│ */
           roles_class(m, roles->clause->head, "HELP") && /* unlike قام بتقديم مساعدات */
           strcmp(roles_type(&over), "ACCUSE") != 0 && /* اتهم إيران بدعم … */
           strcmp(roles_type(&over), "AGREE") != 0 &&  /* تعهد بدعم … */
           (reading_best(m->readings, roles->clause->head)->proclitics & PRO_BI) != 0;
}

static void helper_and_helped(const Roles *roles, Told *told) {
    roles_pass(roles, "adjective", false, &told->source);
    if (told->source.count == 0) {
        roles_pass(roles, "from", false, &told->source);
    }
    if (told->source.count == 0) {
        roles_pass(roles, "subj", false, &told->source);
    }
    if (told->source.count == 0) {
        roles_pass(roles, "obj", false, &told->source); /* بمساندة │الإمارات│ */
    }
    roles_pass(roles, "subj", true, &told->target);
}

/** تعهدت واشنطن │بدعم أوكرانيا│: whether the noun inside is help that one side promises. */
static bool promised(const Roles *roles, const Told *told, const Roles *inner) {
    Frame frame = frame_at(record_mentions(roles->records)->model, told->row);
    const char *type = roles_type(inner);
    return !frame_mutual(&frame) && told->source.count > 0 &&
           inner->clause->head < roles->clause->end &&
           (strcmp(type, "SUPPORT") == 0 || strcmp(type, "AID") == 0);
}

/** Whom the help is meant for, if that is not who promises it. */
static void beneficiary(const Roles *inner, const Told *told, ActorSet *set) {
    const Mentions *m = record_mentions(inner->records);
    ActorSet found = {.count = 0};
    roles_target(inner, frame_at(m->model, inner->clause->frame).target, &found);
    actors_remove_same(m, &found, &told->source);
    for (uint32_t i = 0; i < found.count; i++) {
        actors_add(set, found.at[i]);
    }
}

/** أبلغت كينيا │مالطا│ استعدادها …, أكد │لنظيره│ التزامه …: who is told of the promise, before it.
 */
static void told_to(const Roles *roles, const Told *told, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    const Clause *says =
        roles->clause->parent == NONE ? NULL : &clauses->list.at[roles->clause->parent];
    Frame frame = frame_at(clauses->mentions->model, told->row);
    if (!told->nominal || frame_mutual(&frame) || told->source.count == 0 || !says ||
        says->kind != HEAD_VERB || says->frame != NONE) {
        return;
    }
    for (uint32_t i = says->argument_first; i < says->argument_end && set->count == 0; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        bool whom =
            argument->particle == PARTICLE_TO ||
            (argument->role == ROLE_OBJECT && roles_class(clauses->mentions, says->head, "TELLS"));
        if (whom && !argument->inferred && argument->first >= says->head_end &&
            argument->end <= roles->clause->head) {
            roles_actors(clauses->mentions, set, (Span){argument->first, argument->end}, false);
        }
    }
    actors_remove_same(clauses->mentions, set, &told->source);
}

/** مستعد │لتعزيز التعاون│ مع …: with whom, be it told of the noun inside. */
static void partner(const Roles *roles, const Told *told, ActorSet *set) {
    enum { INSIDE = 3, NEAR = 5 };
    const Clauses *clauses = roles->records->clauses;
    roles_pass(roles, "with", false, set);
    uint32_t index = (uint32_t)(roles->clause - clauses->list.at);
    for (uint32_t i = index + 1; i <= index + INSIDE && i < clauses->list.count; i++) {
        const Roles inner = {roles->records, &clauses->list.at[i]};
        bool inside =
            inner.clause->sentence == roles->clause->sentence && inner.clause->kind != HEAD_VERB;
        if (!inside || set->count > 0) {
            return;
        }
        roles_pass(&inner, "with", false, set);
        if (set->count == 0 && promised(roles, told, &inner)) {
            beneficiary(&inner, told, set);
        }
        if (set->count == 0 && inner.clause->head < roles->clause->head_end + NEAR &&
            strcmp(roles_type(&inner), "REQUEST") == 0) {
            /* تلبية لدعوة من …، استعداد للموافقة على مقترح …: who asked */
            roles_pass(&inner, "subj", false, set);
            roles_pass(&inner, "adjective", false, set);
            roles_pass(&inner, "from", false, set);
            actors_remove_same(clauses->mentions, set, &told->source);
        }
    }
}

/** سيزور روسيا تلبية │لدعوة│ من رئيسها: who is invited is who goes there. */
static void invited(const Roles *roles, ActorSet *set) {
    enum { BEFORE = 16 };
    const Clauses *clauses = roles->records->clauses;
    uint32_t index = (uint32_t)(roles->clause - clauses->list.at);
    for (uint32_t i = index; i > 0 && i + BEFORE > index; i--) {
        const Roles over = {roles->records, &clauses->list.at[i - 1]};
        if (over.clause->sentence != roles->clause->sentence) {
            return;
        }
        bool visit =
            over.clause->frame != NONE &&
            frame_selects(frame_at(clauses->mentions->model, over.clause->frame).modes, "visit");
        if (visit) {
            roles_select(&over, "subj", set);
        }
        if (visit || (over.clause->kind == HEAD_VERB && over.clause->frame != NONE)) {
            return;
        }
    }
}

/** هدد المجلس كوريا الشمالية │بعقوبات│: what is threatened is meant for who is threatened. */
static void threatened(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    uint32_t index = (uint32_t)(roles->clause - clauses->list.at);
    for (uint32_t k = index; k > 0 && k + 3 > index; k--) {
        const Roles over = {roles->records, &clauses->list.at[k - 1]};
        if (over.clause->sentence != roles->clause->sentence || over.clause->frame == NONE ||
            strcmp(frame_type(clauses->mentions->model, over.clause->frame), "THREATEN") != 0) {
            continue;
        }
        for (uint32_t i = over.clause->argument_first; i < over.clause->argument_end; i++) {
            const Argument *argument = &clauses->arguments.at[i];
            if (argument->particle == PARTICLE_BY && argument->first <= roles->clause->head &&
                roles->clause->head < argument->end) {
                roles_pass(&over, "obj", false, set);
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
                                   argument->first == roles_behind_adjectives(roles)
                               ? mention_actor_in(m, argument->first, argument->end)
                               : NONE;
        if (mention != NONE && m->actor_mentions.at[mention].first == argument->first) {
            return actor_of_nations(&m->actors.at[m->actor_mentions.at[mention].actor]);
        }
    }
    return false;
}

/** اعتقال تركيا │لقس أميركي│: ل leads to the object of a masdar whose genitive is its agent. */
static void governed_by_lam(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    const Argument *genitive = NULL;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && argument->marker == roles->clause->head &&
            !argument->inferred && !argument->adjective) {
            genitive = argument;
        }
        if (genitive && argument->particle == PARTICLE_TO && !argument->inferred &&
            argument->marker == argument->first && argument->first == genitive->end) {
            roles_actors(clauses->mentions, set, (Span){argument->first, argument->end}, false);
        }
    }
}

/** مقتل جندي │بقصف إسرائيلي│، │في غارة أميركية│: who kills is who acts in the attack beside it. */
static void killed_in(const Roles *roles, ActorSet *set) {
    enum { BESIDE = 3 };
    const Clauses *clauses = roles->records->clauses;
    uint32_t index = (uint32_t)(roles->clause - clauses->list.at);
    for (uint32_t k = index + 1; k <= index + BESIDE && k < clauses->list.count; k++) {
        const Roles inner = {roles->records, &clauses->list.at[k]};
        for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
            const Argument *argument = &clauses->arguments.at[i];
            bool means = argument->particle == PARTICLE_BY || argument->particle == PARTICLE_IN;
            if (means && !argument->inferred && inner.clause->head >= argument->first &&
                inner.clause->head < argument->end && set->count == 0 &&
                strcmp(roles_type(&inner), "ASSAULT") == 0) {
                roles_agent(&inner, set);
                roles_pass(&inner, "to", false, set);
            }
        }
    }
}

/** Who watches and counts attacks makes none; who is killed did not do it. */
static void remove_bystanders(const Mentions *m, Told *told, bool patient) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < told->source.count; i++) {
        const char *sector = m->actors.at[told->source.at[i]].sector;
        bool watches =
            sector && (strcmp(sector, "NGO") == 0 || (patient && strcmp(sector, "IGO") == 0));
        watches |=
            patient && actors_among(m, told->target.at, told->target.count, told->source.at[i]);
        if (!watches) {
            told->source.at[kept++] = told->source.at[i];
        }
    }
    told->source.count = kept;
}

/** اشتباكات │بين الجيش السوري وتنظيم داعش│: each against the other. */
static void fought_between(const Roles *roles, Told *told) {
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        if (clauses->arguments.at[i].particle == PARTICLE_AGAINST) {
            return; /* حربه ضد الإرهاب وتعميق العلاقات │بين البلدين│ */
        }
    }
    ActorSet all = {.count = 0};
    roles_select(roles, "between", &all);
    if (all.count > 1) {
        told->source = told->target = all;
    }
}

/** مالطا والنرويج │يتبادلان│ الاتهامات: what some exchange each does to the other. */
static void exchanged(const Roles *roles, Told *told) {
    enum { BACK = 14 }; /* tokens, with the names between */
    const Mentions *m = record_mentions(roles->records);
    uint32_t head = roles->clause->head, first = head > BACK ? head - BACK : 0;
    bool hostile =
        told->type == EVENT_ASSAULT || told->type == EVENT_ACCUSE || told->type == EVENT_THREATEN;
    if (!hostile || !told->nominal || told->source.count < 2) {
        return;
    }
    for (uint32_t i = head; i-- > first;) {
        if (m->tokens->at[i].sentence != m->tokens->at[head].sentence ||
            m->tokens->at[i].kind == TOKEN_PUNCT) {
            return;
        }
        if (roles_class(m, i, "EXCHANGE")) {
            told->target = told->source;
            return;
        }
    }
}

/** The source by the selector of the frame. */
static void select_source(const Roles *roles, Told *told, const Frame *frame) {
    static const char *const both[] = {"subj",    "obj",      "adjective", "with",
                                       "between", "mediator", NULL};
    static const char *const parties[] = {"subj", "obj", "adjective", "with", "between", NULL};
    static const char *const sides[] = {"subj", "with", "between", NULL};
    bool phone = strcmp(frame->modes, "phone") == 0;
    if (frame_selects(frame->source, "speaker")) {
        if (told->quote != NONE) {
            actors_add(&told->source, roles->records->quotes.at[told->quote].speaker);
        }
    } else if (frame_selects(frame->source, "sides")) {
        roles_each(roles, sides, &told->source);
    } else if (frame_selects(frame->source, "both")) {
        bool meets = told->type == EVENT_CONSULT; /* who sponsors a treaty does not sign it */
        roles_each(roles, meets ? both : parties, &told->source);
        if (meets) {
            met_by(roles, &told->source);
            chaired(roles, &told->source);
        }
        if (roles->clause->kind == HEAD_VERB || phone) {
            roles_select(roles, "by", &told->source); /* التقى بـ، اتصل بـ */
        } else if (told->source.count == 0 || of_body(roles)) {
            roles_select(roles, "to", &told->source); /* اجتماع لمجلس الأمن */
        }
        if (phone) {
            roles_select(roles, "from", &told->source); /* تلقى اتصالا من */
        }
    } else if (frame_selects(frame->source, "obj")) {
        roles_select(roles, "obj", &told->source);
        if (told->source.count == 0) {
            governed_by_lam(roles, &told->source); /* استضافة الرئيس │لوفد│ من … */
        }
    } else {
        roles_agent(roles, &told->source);
    }
}

/** Who acts, by the frame and by what the type of the event knows besides. */
static void find_source(const Roles *roles, Told *told, const Frame *frame) {
    if (helps_subject(roles, told)) {
        helper_and_helped(roles, told);
    } else {
        select_source(roles, told, frame);
        giver_behind(roles, told, frame);
    }
    if (told->type == EVENT_ASSAULT && told->source.count == 0) {
        killed_in(roles, &told->source);
    }
    if (told->type == EVENT_ASSAULT && told->nominal) {
        attack_maker(roles, told);
    }
    if (told->source.count == 0 && giver_told(roles, told)) {
        roles_select(roles, "from", &told->source);
    }
    if (told->source.count == 0) {
        owner_before(roles, told, &told->source);
    }
    visit_sides(roles, told);
    speaker_acts(roles, told, &told->source);
}

/** On whom, by the frame and by what the type of the event knows besides. */
static void find_target(const Roles *roles, Told *told, const Frame *frame) {
    roles_target(roles, frame->target, &told->target);
    if (frame_selects(frame->target, "obj")) {
        speaker_acted_on(roles, told);
    }
    if (told->target.count == 0) {
        speaker_meant(roles, told);
    }
    if (told->type == EVENT_ASSAULT && told->nominal) { /* │صواريخ كينية│ على … */
        remove_all(&told->target, &told->source);
    }
    if ((told->type == EVENT_ASSAULT || told->type == EVENT_COERCE) && told->target.count == 0) {
        attack_struck(roles, told);
    }
    if (told->nominal && told->target.count == 0) {
        threatened(roles, &told->target);
    }
    if (told->nominal && told->target.count == 0 && frame_selects(frame->target, "obj")) {
        governed_by_lam(roles, &told->target);
    }
    if (told->nominal && told->target.count == 0 && strcmp(frame->modes, "meet") == 0) {
        invited(roles, &told->target);
        /* nobody of the state that invites is invited */
        actors_remove_same(record_mentions(roles->records), &told->target, &told->source);
    }
    bool meant =
        told->type == EVENT_REQUEST || told->type == EVENT_SUPPORT || told->type == EVENT_AID;
    if (meant && told->target.count == 0) {
        request_granter(roles, told, &told->target);
    }
    if (told->type == EVENT_AGREE && told->target.count == 0) {
        partner(roles, told, &told->target);
    }
    if (told->type == EVENT_AGREE && told->target.count == 0) {
        told_to(roles, told, &told->target);
    }
}

/** هدد بإلغاء القمة │بينه وبين نظيره│: one's own state is no target where another is told. */
static void remove_own(const Mentions *m, Told *told) {
    ActorSet others = told->target;
    actors_remove_same(m, &others, &told->source);
    for (uint32_t i = 0; i < others.count; i++) {
        if (actor_code(m, others.at[i])) {
            told->target = others;
            return;
        }
    }
}

void told_actors(const Records *records, Told *told) {
    static const char *const third[] = {"mediator", NULL};
    Roles roles = {records, &records->clauses->list.at[told->clause]};
    Frame frame = frame_at(record_mentions(records)->model, told->row);
    find_source(&roles, told, &frame);
    find_target(&roles, told, &frame);
    if (told->type == EVENT_CONSULT && *frame.modes != '\0') {
        roles_each(&roles, third, &told->source);
    }
    bool alike = frame_mutual(&frame) || frame_selects(frame.source, "obj");
    bool lacks = told->source.count < (alike ? 2u : 1u) ||
                 (alike && told->source.count > 0 && only_partners(roles.clause, records));
    if (told->type == EVENT_CONSULT && told->nominal && lacks) {
        met_meanwhile(&roles, &told->source);
    }
    if (event_symmetric(told->type)) {
        nations_listed(&roles, &told->source);
    }
    remove_all(&told->target, &told->source);
    if (told->type != EVENT_ASSAULT) {
        remove_own(record_mentions(records), told);
    }
    if (told->type == EVENT_ASSAULT) {
        remove_bystanders(record_mentions(records), told,
                          told->nominal && frame.genitive == FRAME_PATIENT);
        fought_between(&roles, told);
    }
    exchanged(&roles, told);
    visit_settle(&roles, told);
    told->media = meets_media(&roles);
}
