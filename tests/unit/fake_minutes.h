/* SPDX-License-Identifier: Apache-2.0
 * Role:   minutes with one record of every kind, set by hand: the edges are tested without the
 *         rooms that would have to find them.
 * Input:  an arena.   Output: mahdar_minutes over a text of our own.
 */
#ifndef MAHDAR_TESTS_FAKE_MINUTES_H
#define MAHDAR_TESTS_FAKE_MINUTES_H

#include "base/day.h"
#include "minutes/view.h"

static const char FAKE_TITLE[] = "محادثات بين النرويج والبرتغال في فاليتا";
static const char FAKE_BODY[] =
    "التقى وزير الصيد النرويجي أريك هولمدال نظيرته روزا مورايس في فاليتا أمس.\n"
    "وقال هولمدال لوكالة المرفأ إن \"الاتفاق قريب جدا\"، وإذا وافقت لشبونة فستوقع المسودة.\n"
    "ويأمل البلدان في إنهاء الخلاف حول حصص الصيد.";

typedef struct Fake {
    Arena *arena;
    Minutes *minutes;
    Mentions *mentions;
    Records *records;
} Fake;

/** Bytes of the first occurrence of `words`. */
static inline Span fake_span(const Fake *fake, const char *words) {
    Slice text = fake->minutes->text->bytes;
    Slice want = slice_of(words);
    for (uint32_t at = 0; at + want.length <= text.length; at++)
        if (slice_equal(slice_cut(text, at, at + want.length), want))
            return (Span){at, at + want.length};
    return (Span){0, 0};
}

static inline Rule fake_rule(const char *name) {
    return (Rule){name, TABLE_COUNT, 0};
}

static inline uint32_t fake_actor(const Fake *fake, Actor actor, const char *words) {
    actor.rule = fake_rule("name");
    *VECTOR_PUSH(fake->arena, &fake->mentions->actors) = actor;
    uint32_t index = fake->mentions->actors.count - 1;
    *VECTOR_PUSH(fake->arena, &fake->mentions->actor_mentions) = (ActorMention){
        .span = fake_span(fake, words), .actor = index, .also = NONE, .rule = fake_rule("name")};
    return index;
}

static inline void fake_index(const Fake *fake, Indexes *list, uint32_t index) {
    *VECTOR_PUSH(fake->arena, list) = index;
}

enum { NORWAY, PORTUGAL, HOLMDAL, MORAIS, AGENCY, UNUSED_PLACE };

static inline void fake_named(Fake *fake) {
    fake_actor(fake, (Actor){.name = "النرويج", .code = "NOR", .kind = ACTOR_COUNTRY}, "النرويج");
    fake_actor(fake, (Actor){.name = "البرتغال", .code = "PRT", .kind = ACTOR_COUNTRY}, "البرتغال");
    fake_actor(fake,
               (Actor){.name = "أريك هولمدال",
                       .code = "NOR",
                       .sector = "GOV",
                       .office = "وزير الصيد",
                       .office_span = fake_span(fake, "وزير الصيد"),
                       .kind = ACTOR_PERSON},
               "أريك هولمدال");
    fake_actor(fake, (Actor){.name = "روزا مورايس", .code = "PRT", .kind = ACTOR_PERSON},
               "روزا مورايس");
    fake_actor(fake, (Actor){.name = "المرفأ", .kind = ACTOR_ORGANIZATION, .channel = true},
               "المرفأ");
    fake_actor(fake, (Actor){.name = "مالطا", .code = "MLT", .kind = ACTOR_COUNTRY}, "فاليتا");
    fake->mentions->actor_mentions.at[UNUSED_PLACE].as_place = true;
    *VECTOR_PUSH(fake->arena, &fake->mentions->places) =
        (Place){"فاليتا", "MLT", 35.8997, 14.5147, true};
    *VECTOR_PUSH(fake->arena, &fake->mentions->place_mentions) = (PlaceMention){
        .span = fake_span(fake, "فاليتا"), .preposition = NONE, .rule = fake_rule("place-name")};
    bool dated = fake->mentions->published != DAY_NONE;
    int32_t day = dated ? fake->mentions->published - 1 : DAY_NONE;
    *VECTOR_PUSH(fake->arena, &fake->mentions->times) = (Time){.span = fake_span(fake, "أمس"),
                                                               .value = dated ? "2026-03-03" : NULL,
                                                               .relative = "D-1",
                                                               .from = day,
                                                               .to = day,
                                                               .type = TIME_DATE,
                                                               .rule = fake_rule("deictic-day")};
    if (!dated)
        *VECTOR_PUSH(fake->arena, &fake->mentions->constraints) = "weekday(D)=Wed";
}

static inline void fake_speech(Fake *fake) {
    Records *records = fake->records;
    *VECTOR_PUSH(fake->arena, &records->quotes) =
        (Quote){.span = fake_span(fake, "الاتفاق قريب جدا"),
                .cue = fake_span(fake, "وقال"),
                .kind = QUOTE_DIRECT,
                .speaker = HOLMDAL,
                .channel = AGENCY,
                .addressee = NONE,
                .time = NONE,
                .inside = NONE,
                .confidence = 0.9F,
                .rule = fake_rule("marks")};
    *VECTOR_PUSH(fake->arena, &records->sources) =
        (SourceLink){.teller = "أريك هولمدال",
                     .channel = "المرفأ",
                     .span = fake_span(fake, "لوكالة المرفأ"),
                     .teller_actor = HOLMDAL,
                     .channel_actor = AGENCY,
                     .rule = fake_rule("told-to")};
    *VECTOR_PUSH(fake->arena, &records->conditions) =
        (Condition){.antecedent = fake_span(fake, "وافقت لشبونة"),
                    .consequent = fake_span(fake, "فستوقع المسودة"),
                    .by = NORWAY,
                    .event = 0,
                    .rule = fake_rule("idha")};
    *VECTOR_PUSH(fake->arena, &records->expectations) =
        (Expectation){.span = fake_span(fake, "إنهاء الخلاف حول حصص الصيد"),
                      .cue = fake_span(fake, "ويأمل"),
                      .kind = HOPES,
                      .holder = NONE,
                      .rule = fake_rule("verb")};
}

static inline void fake_events(Fake *fake) {
    Records *records = fake->records;
    Event event = {.type = EVENT_CONSULT,
                   .status = STATUS_OCCURRED,
                   .mode = "visit multilateral",
                   .trigger = fake_span(fake, "التقى"),
                   .span = fake_span(fake, "التقى وزير الصيد النرويجي أريك هولمدال نظيرته"),
                   .clause = NONE,
                   .place = 0,
                   .time = 0,
                   .quote = NONE,
                   .confidence = 0.755F,
                   .rule = fake_rule("frame")};
    fake_index(fake, &event.source, HOLMDAL);
    fake_index(fake, &event.target, MORAIS);
    *VECTOR_PUSH(fake->arena, &event.agenda) = fake_span(fake, "حصص الصيد");
    *VECTOR_PUSH(fake->arena, &records->events) = event;
    Instrument draft = {.name = "المسودة",
                        .kind = "draft",
                        .span = fake_span(fake, "المسودة"),
                        .time = NONE,
                        .rule = fake_rule("noun")};
    *VECTOR_PUSH(fake->arena, &draft.parties) = "PRT";
    *VECTOR_PUSH(fake->arena, &draft.parties) = "ESP"; /* no actor of the article has it */
    *VECTOR_PUSH(fake->arena, &draft.clauses) = fake_span(fake, "إنهاء الخلاف");
    *VECTOR_PUSH(fake->arena, &draft.provisions) =
        (Provision){draft.clauses.at[0], FORCE_REQUIRES, NULL};
    *VECTOR_PUSH(fake->arena, &records->instruments) = draft;
}

static inline void fake_talks(Fake *fake) {
    Talks talks = {.place = 0,
                   .begin = 0,
                   .stop = NONE,
                   .status = TALKS_ONGOING,
                   .closed_doors = true,
                   .rule = fake_rule("talks-noun")};
    *VECTOR_PUSH(fake->arena, &talks.parties) = "PRT";
    *VECTOR_PUSH(fake->arena, &talks.parties) = "NOR";
    *VECTOR_PUSH(fake->arena, &talks.agenda) = fake_span(fake, "حصص الصيد");
    Delegation delegation = {.party = "NOR",
                             .head = HOLMDAL,
                             .span = fake_span(fake, "هولمدال"),
                             .rule = fake_rule("head")};
    fake_index(fake, &delegation.members, MORAIS);
    *VECTOR_PUSH(fake->arena, &talks.delegations) = delegation;
    fake_index(fake, &talks.meetings, 0);
    *VECTOR_PUSH(fake->arena, &fake->records->talks) = talks;
}

/** `date` "" or YYYY-MM-DD. */
static inline const mahdar_minutes *fake_minutes(Arena *arena, const Model *model, const char *id,
                                                 const char *date) {
    int32_t published = DAY_NONE;
    if (*date)
        day_parse(slice_of(date), &published);
    Minutes *minutes = ARENA_NEW(arena, Minutes);
    minutes->article = (Article){slice_of(id),
                                 slice_of(date),
                                 slice_of(FAKE_TITLE),
                                 slice_of(FAKE_BODY),
                                 slice_of("صحيفة \"الرصيف\""),
                                 SLICE("")};
    minutes->text = text_new(arena, minutes->article.title, minutes->article.text);
    minutes->tokens = token_run(arena, minutes->text);
    Fake fake = {arena, minutes, ARENA_NEW(arena, Mentions), ARENA_NEW(arena, Records)};
    fake.mentions->text = minutes->text;
    fake.mentions->tokens = minutes->tokens;
    fake.mentions->model = model;
    fake.mentions->published = published;
    minutes->mentions = fake.mentions;
    minutes->clauses = ARENA_NEW(arena, Clauses);
    minutes->records = fake.records;
    fake_named(&fake);
    fake_speech(&fake);
    fake_events(&fake);
    fake_talks(&fake);
    return view_run(arena, minutes, 0);
}

#endif
