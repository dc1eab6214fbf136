/* SPDX-License-Identifier: Apache-2.0
 * Role:   how much speaks for a mention telling of an event that was told before.
 * Input:  the event so far, a Told.   Output: points; negative where it cannot be.
 *
 *     زار الوزير دمشق أمس          the event so far
 *     وخلال │الزيارة│ …            + a definite noun, the same word, nobody else named
 *     سيزور دمشق │غدا│             -1: another day
 */
#include "record/event/event_link.h"
#include "record/event/event_roles.h"
#include "record/event/event_words.h"
#include "record/wording.h"

enum {
    LEAD = 2,    /* sentences of headline and lead */
    MAIN = 3,    /* mentions of what the article is about */
    NUMBERS = 2, /* words before the noun in its phrase: ثلاث جولات */
    BESIDE = 5,  /* tokens between two words for one act: توقيع الاتفاق */
};

/** How the parties that two mentions name stand to each other, from what speaks against to what
 *  speaks for. */
typedef enum Agreed {
    OTHERS = -1, /* each names some that the other does not */
    SILENT,      /* one names nobody */
    SOME,        /* those of one are among those of the other */
    ALL          /* both name the same ones */
} Agreed;

/* Classes of lang/events/classes.tsv. */
static const char TALKS[] = "TALKS"; /* words for negotiations: المحادثات، المفاوضات */
static const char DEATHS[] = "DEATHS";           /* what an attack leads to: مقتل */
static const char CONFERENCES[] = "CONFERENCES"; /* no talks of two: المنتدى */
static const char WARS[] = "WARS";               /* that attacks are part of: الحرب */
static const char TOUR[] = "TOUR";               /* of several states: جولته */
static const char CONTINUAL[] = "CONTINUAL";     /* that goes on anywhere: الحوار */

/* ---- Two mentions ---- */

static bool has_same(const Mentions *m, const ActorSet *set, uint32_t actor) {
    return actors_among(m, set->at, set->count, actor);
}

static uint32_t shared(const Mentions *m, const ActorSet *a, const ActorSet *b) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < a->count; i++) {
        count += has_same(m, b, a->at[i]);
    }
    return count;
}

static Agreed parties(const Mentions *m, const ActorSet *a, const ActorSet *b) {
    if (a->count == 0 || b->count == 0) {
        return SILENT;
    }
    uint32_t of_a = shared(m, a, b), of_b = shared(m, b, a);
    if (of_a == a->count && of_b == b->count) {
        return ALL;
    }
    return of_a == a->count || of_b == b->count ? SOME : OTHERS;
}

ActorSet link_sides(const ActorSet *source, const ActorSet *target) {
    ActorSet all = *source;
    for (uint32_t i = 0; i < target->count; i++) {
        actors_add(&all, target->at[i]);
    }
    return all;
}

static Agreed parties_agree(const Mentions *m, const Sum *sum, const Told *told) {
    if (event_symmetric(told->type)) {
        ActorSet a = link_sides(&sum->source, &sum->target),
                 b = link_sides(&told->source, &told->target);
        return parties(m, &a, &b);
    }
    Agreed source = parties(m, &sum->source, &told->source);
    Agreed target = parties(m, &sum->target, &told->target);
    if (source == OTHERS || target == OTHERS) {
        return OTHERS;
    }
    return source > target ? source : target;
}

static bool modes_clash(const Sum *sum, const Told *told) {
    bool same = strcmp(sum->modes, told->modes) == 0;
    bool phone = strcmp(sum->modes, "phone") == 0 || strcmp(told->modes, "phone") == 0;
    if (told->type == EVENT_CONSULT) {
        bool third =
            strcmp(sum->modes, "third-party") == 0 || strcmp(told->modes, "third-party") == 0;
        return (phone || third) && !same;
    }
    bool summons = strcmp(sum->modes, "meet") == 0 || strcmp(told->modes, "meet") == 0;
    if (told->type == EVENT_REQUEST && summons) {
        return !same; /* استدعت السفير │وطالبت│ بـ …: a summons or an invitation, and a demand */
    }
    bool apart = told->type == EVENT_SANCTION || told->type == EVENT_RETREAT ||
                 told->type == EVENT_COERCE || told->type == EVENT_MOBILIZE;
    return apart && !same;
}

static const char *root_of(const Records *records, const Told *told) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[told->clause];
    uint32_t lemma = reading_best(m->readings, clause->head)->lemma;
    return lemma == NONE ? "" : model_string(m->model, lemma_at(m->model, lemma)->root);
}

/** Whether the mention is told with a word of this class of lang/events/classes.tsv. */
static bool of_class(const Records *records, const Told *told, const char *class) {
    return roles_class(record_mentions(records), records->clauses->list.at[told->clause].head,
                       class);
}

static bool same_word(const Records *records, const Told *a, const Told *b) {
    const char *x = root_of(records, a), *y = root_of(records, b);
    return a->row == b->row || (*x != '\0' && strcmp(x, y) == 0) ||
           (of_class(records, a, TALKS) && of_class(records, b, TALKS));
}

/** Whether both tell the same parties. */
static bool all_alike(const Records *records, const Told *a, const Told *b) {
    ActorSet of_a = link_sides(&a->source, &a->target), of_b = link_sides(&b->source, &b->target);
    return parties(record_mentions(records), &of_a, &of_b) == ALL;
}

/** Whether the verb takes the noun as its subject, its object or, where it tells what was talked
 *  of, as the talk itself: بحث الوزير في │اتصال│ مع نظيره …; or as the visit in which it meets, or
 *  once more: التقى نظيره في │اجتماع│ مغلق. */
static bool takes(const Records *records, const Told *verb, const Told *noun) {
    const Clause *clause = &records->clauses->list.at[verb->clause];
    Frame frame = frame_at(record_mentions(records)->model, verb->row);
    bool visit = event_visits(frame_at(record_mentions(records)->model, noun->row).modes);
    bool about = frame_selects(frame.source, "sides"); /* بحثا │زيارة│ الرئيس: what they talk of */
    bool again = !noun->definite && verb->nominal < noun->nominal && all_alike(records, verb, noun);
    bool talks = verb->type == EVENT_CONSULT && (about || visit || again);
    uint32_t head = records->clauses->list.at[noun->clause].head;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (!argument->inferred && argument->first <= head && head <= argument->first + NUMBERS &&
            head < argument->end &&
            (argument->role == ROLE_SUBJECT || (argument->role == ROLE_OBJECT && !about) ||
             (argument->particle == PARTICLE_FROM && verb->type == EVENT_CONSULT) ||
             (talks &&
              (argument->particle == PARTICLE_IN || argument->particle == PARTICLE_OTHER)))) {
            return true;
        }
    }
    return false;
}

/** التقى الوزير نظيره و│بحثا│ …: a dual without a subject of its own: those who have just met. */
static bool both_went_on(const Records *records, const Told *told) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[told->clause];
    const Reading *verb = reading_best(m->readings, clause->head);
    if (told->type != EVENT_CONSULT || clause->kind != HEAD_VERB ||
        verb->features.number != NUMBER_DUAL || !(verb->proclitics & PRO_WA)) {
        return false;
    }
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && !argument->inferred) {
            return false;
        }
    }
    return true;
}

/** Whether one is the subject or object of the other: فرضت │عقوبات│. */
static bool one_phrase(const Records *records, const Told *a, const Told *b) {
    return a->sentence == b->sentence &&
           (takes(records, a, b) || takes(records, b, a) || both_went_on(records, b));
}

/** التقى لافروف │كيري│ … والتقى │بوغدانوف│ …: both are told by name, and not by the same. */
static bool persons_clash(const Mentions *m, const ActorSet *a, const ActorSet *b) {
    for (uint32_t i = 0; i < b->count; i++) {
        const Actor *person = &m->actors.at[b->at[i]];
        bool other = false, office = false, known = actors_have(a, b->at[i]);
        for (uint32_t k = 0; k < a->count; k++) {
            uint8_t kind = m->actors.at[a->at[k]].kind;
            bool same = actors_same(m, a->at[k], b->at[i]);
            other |= kind == ACTOR_PERSON && same;
            office |= kind == ACTOR_OFFICE && same; /* the president, who may be he */
        }
        if (person->kind == ACTOR_PERSON && other && !office && !known) {
            return true;
        }
    }
    return false;
}

/** What a status says against: planned here and done there; an agreement only hoped for. */
static bool status_apart(const Sum *sum, const Told *told) {
    bool same_time = sum->time != NONE && told->time != NONE;
    bool apart = !same_time && sum->any_planned != sum->any_occurred &&
                 ((told->status == STATUS_PLANNED && sum->any_occurred) ||
                  (told->status == STATUS_OCCURRED && sum->any_planned));
    bool hoped = told->type == EVENT_AGREE && told->nominal && !told->definite &&
                 told->status == STATUS_POSSIBLE && sum->any_occurred;
    return link_firm(told) && (apart || hoped);
}

static bool bygone(const Mentions *m, uint32_t time) {
    return time != NONE && m->published != DAY_NONE && m->times.at[time].to != DAY_NONE &&
           m->times.at[time].to < m->published;
}

/** زيارته المقبلة … نتائج زيارته في ديسمبر الماضي: what is to come and what is long past. */
static bool times_apart(const Mentions *m, const Sum *sum, const Told *told) {
    bool planned = link_firm(told) && told->status == STATUS_PLANNED;
    return (planned && !sum->any_planned && bygone(m, sum->time)) ||
           (!planned && sum->any_planned && !sum->any_occurred && bygone(m, told->time));
}

static bool two_sided(const Records *records, const Told *told) {
    return frame_selects(frame_at(record_mentions(records)->model, told->row).source, "both");
}

/** جولة تشمل مصر والأردن: more than the visit or the talks at one of its stops. */
static bool of_tour(const Records *records, const Told *told) {
    return told->target.count > 1 && of_class(records, told, TOUR);
}

/** Words that never name the same act: a war and an attack (الحرب, غارة), talks and a forum
 *  (لقاء, المنتدى), praise and backing (أشاد, دعم), an agreement of both and the promise of one
 *  (اتفاق, موافقته). */
static bool words_apart(const Records *records, const Told *first, const Told *last,
                        const Told *told) {
    bool word = same_word(records, told, first) || same_word(records, told, last);
    switch (told->type) {
    case EVENT_ASSAULT:
        return of_class(records, told, WARS) != of_class(records, last, WARS);
    case EVENT_CONSULT:
        return (!word && of_class(records, told, CONFERENCES) &&
                !of_class(records, first, CONFERENCES)) ||
               of_tour(records, told) != of_tour(records, last);
    case EVENT_SUPPORT:
        return !word;
    case EVENT_AGREE:
        return !word && two_sided(records, told) != two_sided(records, last);
    default:
        return false;
    }
}

/** بعد │لقائه│, منذ │وصوله│: another event than the one it is told with. */
static bool told_apart(const Records *records, const Told *told) {
    return wording_ends(record_mentions(records), TABLE_EVENT_CLASSES,
                        records->clauses->list.at[told->clause].head, "APART");
}

/** رفض الرد و│رفض│ الحضور: the same verb again in one sentence is another act. */
static bool one_more(const Records *records, const Told *last, const Told *told) {
    const Clause *clause = &records->clauses->list.at[told->clause];
    const Reading *verb = reading_best(record_mentions(records)->readings, clause->head);
    return last->sentence == told->sentence && clause->kind == HEAD_VERB &&
           (verb->proclitics & PRO_WA) != 0;
}

/** Acts that an article tells again and again as if they were new: لهجوم, وقوع هجوم. */
static bool forceful(uint8_t type) {
    return type == EVENT_ASSAULT || type == EVENT_PROTEST || type == EVENT_COERCE;
}

/** بحث الوزير مع نظيره │المفاوضات الروسية الأوكرانية│: of both it is told who meets, and it is not
 * the same ones. */
static bool others_meet(const Mentions *m, const Told *a, const Told *b) {
    ActorSet of_a = link_sides(&a->source, &a->target), of_b = link_sides(&b->source, &b->target);
    return event_symmetric(b->type) && of_a.count > 1 && of_b.count > 1 &&
           parties(m, &of_a, &of_b) == OTHERS;
}

/* ---- A mention and an event ---- */

/** A mention and the event before it that it may tell of. */
typedef struct Link {
    const Records *records;
    const Tolds *tolds;
    const Sum *sum;
    const Told *told;
    Standing standing;
    Agreed agreed;              /* on who takes part */
    ActorSet sides, told_sides; /* of the event so far, and of the mention */
    bool same;    /* one is a part of what is told by the other: أجرى │محادثات│ */
    bool word;    /* the same word as before */
    bool silent;  /* it names nobody */
    bool points;  /* a definite noun */
    bool opening; /* both in headline and lead, which tell the same twice */
    uint32_t distance; /* sentences since the last mention */
} Link;

static const Told *last_of(const Link *link) {
    return &link->tolds->at[link->sum->last];
}

static const Told *first_of(const Link *link) {
    return &link->tolds->at[link->sum->first];
}

static Link link_of(const Records *records, const Tolds *tolds, const Sum *sum, const Told *told,
                    Standing standing) {
    const Mentions *m = record_mentions(records);
    const Told *first = &tolds->at[sum->first], *last = &tolds->at[sum->last];
    return (Link){.records = records,
                  .tolds = tolds,
                  .sum = sum,
                  .told = told,
                  .standing = standing,
                  .agreed = parties_agree(m, sum, told),
                  .sides = link_sides(&sum->source, &sum->target),
                  .told_sides = link_sides(&told->source, &told->target),
                  .same = one_phrase(records, last, told) && !others_meet(m, last, told),
                  .word = same_word(records, told, last) || same_word(records, told, first),
                  .silent = told->source.count + told->target.count == 0,
                  .points = told->nominal && told->definite,
                  .opening = told->sentence <= LEAD && first->sentence == 0,
                  .distance = told->sentence - last->sentence};
}

/** What the words say: the same one as before, and more so where the article opened with it or has
 *  told of nothing else of its type. */
static int words_agree(const Link *link) {
    const Told *told = link->told, *first = first_of(link);
    bool lead = first->sentence < LEAD;
    bool near = lead && told->sentence - first->sentence <= LEAD;
    bool alone = link->standing.alone && (lead || link->distance <= LEAD);
    bool main = lead && link->sum->mentions >= MAIN && forceful(told->type);
    bool back = link->word && (alone || (link->standing.latest && lead) || main) &&
                !one_more(link->records, last_of(link), told);
    return link->word + (near || (lead && link->word)) + back;
}

/** Whether the two can be no one event, whatever speaks for it. */
static bool contradict(const Link *link) {
    const Mentions *m = record_mentions(link->records);
    const Sum *sum = link->sum;
    const Told *told = link->told;
    bool back = told->type == EVENT_CONSULT && link->word && link->points;
    return (!link->same && !back && modes_clash(sum, told)) || (told->again && !sum->again) ||
           told_days_clash(m, sum->time, told->time) || times_apart(m, sum, told) ||
           told_places_clash(m, sum->place, told->place) || (!link->same && link->agreed == OTHERS);
}

/** Whether what stands beside them tells that they are two. */
static bool told_as_two(const Link *link) {
    const Told *told = link->told, *last = last_of(link);
    bool goes_on = /* غادر صنعاء بعد │زيارة│ استغرقت …: it is the visit that ends */
        event_visits(link->sum->modes) && event_visits(told->modes) && told->target.count == 0;
    bool later = told->type == EVENT_CONSULT && link->distance == 0 &&
                 told_apart(link->records, told) && !goes_on;
    bool once_more = one_more(link->records, last, told) && same_word(link->records, told, last);
    return later || once_more || words_apart(link->records, first_of(link), last, told);
}

/** Words that tell the matter of both, of the mention that shares most. */
static uint32_t matter(const Link *link) {
    uint32_t most = 0;
    for (uint32_t i = 0; i < link->sum->mentions && i < SUM_MEMBERS; i++) {
        const Told *member = &link->tolds->at[link->sum->member[i]];
        uint32_t count = words_shared(link->records, member, link->told);
        most = count > most ? count : most;
    }
    return most;
}

/** Whether one of the mentions is by the very word. */
static bool by_word(const Link *link) {
    for (uint32_t i = 0; i < link->sum->mentions && i < SUM_MEMBERS; i++) {
        if (words_equal(link->records, &link->tolds->at[link->sum->member[i]], link->told)) {
            return true;
        }
    }
    return false;
}

/** Whether one person is named in both. */
static bool person_shared(const Link *link) {
    const Mentions *m = record_mentions(link->records);
    for (uint32_t i = 0; i < link->sides.count; i++) {
        uint32_t actor = link->sides.at[i];
        if (m->actors.at[actor].kind == ACTOR_PERSON && actors_have(&link->told_sides, actor)) {
            return true;
        }
    }
    return false;
}

/** The place after which the meeting is called, right behind its noun: قمة │سنغافورة│; or NONE. */
static uint32_t namesake(const Records *records, const Told *told) {
    const Mentions *m = record_mentions(records);
    uint32_t next = records->clauses->list.at[told->clause].head_end;
    uint32_t index = told->nominal && next < m->tokens->count ? mention_place_at(m, next) : NONE;
    const PlaceMention *place = index == NONE ? NULL : &m->place_mentions.at[index];
    return place && place->first == next && place->preposition == NONE ? place->place : NONE;
}

/** قمة │سنغافورة│: a meeting that is called after the place of the one before. */
static bool called_after(const Link *link) {
    const Mentions *m = record_mentions(link->records);
    uint32_t place = namesake(link->records, link->told), held = link->sum->place;
    return place != NONE && held != NONE &&
           (place == held || strcmp(m->places.at[place].name, m->places.at[held].name) == 0);
}

/** أجرى │محادثات│ بعد │لقاء│ …: two of one sentence that share nobody by name; but not هذا
 * │الاجتماع│ and not what a journey is made for or who is met on it (توجه إلى فاليتا │لإجراء
 * محادثات│, قام بزيارة │والتقى│ …). */
static bool side_by_side(const Link *link) {
    const Clause *list = link->records->clauses->list.at;
    const Told *told = link->told, *last = last_of(link);
    bool meets = event_visits(last->modes) && !event_visits(told->modes);
    bool verb = list[last->clause].kind == HEAD_VERB || list[told->clause].kind == HEAD_VERB;
    bool back = link->points && link->silent && link->word;
    return link->distance == 0 && !back && !(meets && verb) && !person_shared(link);
}

/** اللقاء │الثلاثي│: the word that tells of how many sides it is, or NONE. */
static uint32_t sided(const Records *records, const Told *told) {
    const Mentions *m = record_mentions(records);
    uint32_t end = records->clauses->list.at[told->clause].head_end;
    bool counts = told->nominal && end < m->tokens->count && roles_class(m, end, "SIDED");
    return counts ? reading_best(m->readings, end)->lemma : NONE;
}

/** What the count of sides says: اللقاء │الثلاثي│ … │لقاء ثلاثيا│ is one; التقى الوزير نظيره is
 * none of three. */
static int sided_points(const Link *link) {
    uint32_t before = sided(link->records, first_of(link)), now = sided(link->records, link->told);
    bool two = now == NONE && !link->silent && !link->told->nominal && link->told_sides.count == 2;
    return before == NONE ? 0 : before == now ? 2 : now != NONE || two ? -2 : 0;
}

/** Meetings are many in an article: another word for one that tells who meets (زيارة الوزير behind
 *  اجتماع وزيرين) or that stands beside it (مشاورات لعقد │اجتماع│) is more often another one; a
 * bare المحادثات in the next sentence is the one just told, whatever began since. */
static int meeting_points(const Link *link) {
    const Told *told = link->told;
    bool visit = event_visits(link->sum->modes);
    bool apart = visit != event_visits(told->modes) && link->distance >= LEAD;
    bool named = link->points && !link->silent && !link->word;
    bool beside = told->nominal && !told->definite && !link->word && link->distance == 0 &&
                  link->agreed == ALL;
    bool at_large = !link->word && told->status == STATUS_POSSIBLE && /* أهمية │الحوار│ */
                    of_class(link->records, told, CONTINUAL);
    bool just =
        link->points && link->silent && link->word && link->distance <= 1 && !link->standing.latest;
    return (int)just - (int)apart - (int)named - (int)beside - (side_by_side(link) ? 2 : 0) -
           (at_large ? 2 : 0) + (called_after(link) ? 2 : 0) + sided_points(link);
}

/** What is asked, refused, praised or blamed: the same matter, or nothing in common: دعا إلى │وقف
 *  القتال│ … دعا إلى │انتخابات│. */
static int matter_points(const Link *link) {
    uint32_t words = matter(link);
    bool verb_and_noun = link->word && link->told->nominal != last_of(link)->nominal;
    bool other = words == 0 && !link->opening && !verb_and_noun && !by_word(link);
    return (int)(words > 1) - (other ? 2 : 0);
}

/** Deeds are told once: by two words side by side (توقيع الاتفاق), and of the same sides in the
 * next sentence. */
static int deed_points(const Link *link) {
    const Mentions *m = record_mentions(link->records);
    const Clause *list = link->records->clauses->list.at;
    uint32_t tokens = list[link->told->clause].head - list[last_of(link)->clause].head;
    bool near = link->distance <= 1 && parties(m, &link->sides, &link->told_sides) == ALL;
    bool beside =
        link->distance == 0 && tokens <= BESIDE && strcmp(link->sum->modes, link->told->modes) == 0;
    return (int)near + (int)beside;
}

/** What speaks for or against from one type to the other, as counted on annotated articles. */
static int type_points(const Link *link) {
    const Told *told = link->told;
    bool near = link->points || (told->nominal && link->distance <= 1);
    switch (told->type) {
    case EVENT_CONSULT:
        return meeting_points(link);
    case EVENT_ASSAULT: /* الهجوم behind غارات is the same, غارات تركيا behind هجوم is not */
        return link->silent ? (int)near : -(int)(!link->word && !link->opening);
    case EVENT_ACCUSE: /* each time it is said it is said of something else */
    case EVENT_REJECT:
    case EVENT_THREATEN:
        return matter_points(link) -
               (int)!(link->opening || (told->nominal && link->agreed == ALL));
    case EVENT_REQUEST:
    case EVENT_SUPPORT:
        return matter_points(link);
    case EVENT_PROTEST:
    case EVENT_COERCE:
    case EVENT_MOBILIZE:
        return 0;
    default:
        return deed_points(link);
    }
}

/** لقائه في يونيو الماضي: a day gone by, where the event has none. */
static int past_points(const Link *link) {
    const Mentions *m = record_mentions(link->records);
    bool past = link->distance > 0 && !link->opening && bygone(m, link->told->time) &&
                link->sum->time == NONE;
    return -(int)past;
}

/** A visit and the meeting in it: يزور الوزير … ويلتقي …. */
static bool visit_and_meeting(const Link *link) {
    bool near =
        link->agreed == ALL ? link->distance <= LEAD : link->agreed == SOME && link->distance == 0;
    return link->told->type == EVENT_CONSULT && near &&
           event_visits(link->sum->modes) != event_visits(link->told->modes);
}

/** What the sides say, and that one is a visit, those killed or a part of the other. */
static int part_points(const Link *link) {
    const Mentions *m = record_mentions(link->records);
    const Told *told = link->told, *last = last_of(link);
    bool meeting = visit_and_meeting(link);
    bool dead = of_class(link->records, told, DEATHS) != of_class(link->records, last, DEATHS);
    bool killed = dead && told->type == EVENT_ASSAULT && link->distance == 0;
    return (link->agreed == OTHERS ? 0 : (int)link->agreed) + (link->same ? LINK_ENOUGH : 0) +
           (int)(meeting && !told_apart(link->records, told)) + (killed ? 2 : 0) -
           (persons_clash(m, &link->sides, &link->told_sides) ? LINK_ENOUGH : 0);
}

int link_points(const Records *records, const Tolds *tolds, const Sum *sum, const Told *told,
                Standing standing) {
    const Link link = link_of(records, tolds, sum, told, standing);
    if (contradict(&link) || (!link.same && told_as_two(&link))) {
        return -1;
    }
    int score = part_points(&link) + words_agree(&link);
    score += link.points ? (link.silent ? 2 : 1) : 0;
    score += sum->time != NONE && told->time != NONE; /* they do not clash */
    score += link.same ? 0 : type_points(&link) + past_points(&link);
    return score - status_apart(sum, told) - (sum->again && !told->again);
}
