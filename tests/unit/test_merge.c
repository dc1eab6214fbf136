/* SPDX-License-Identifier: Apache-2.0
 * Role:   what several articles say is one: names, events, statements, texts; whatever came first,
 *         and as if it had never been when its articles are gone.
 */
#include "dossier_case.h"

/* ---- Articles made by hand ---- */

/** An article that says nothing yet, of the outlet named like it. */
static mahdar_minutes *article(World *world, const char *id, const char *date) {
    mahdar_minutes *minutes = (mahdar_minutes *)fake_minutes(&world->arena, world->model, id, date);
    mahdar_minutes empty = {.stages = minutes->stages,
                            .arena = minutes->arena,
                            .article = minutes->article,
                            .dated = minutes->dated};
    *minutes = empty;
    minutes->article.source = minutes->article.id;
    world->articles[world->count++] = minutes;
    return minutes;
}

#define LIST(world, ...)                                                                           \
    list_copy(world, (const void *[]){__VA_ARGS__},                                                \
              sizeof((const void *[]){__VA_ARGS__}) / sizeof(void *))

static const void **list_copy(World *world, const void **items, size_t count) {
    const void **copy = ARENA_ARRAY(&world->arena, const void *, count);
    memcpy(copy, items, count * sizeof *items);
    return copy;
}

static mahdar_actor *person(World *world, const char *id, const char *name, const char *code) {
    mahdar_actor *actor = ARENA_NEW(&world->arena, mahdar_actor);
    *actor = (mahdar_actor){.id = id, .name = name, .kind = "person", .code = code};
    return actor;
}

static void people(World *world, const char *id, const char *name, const char *code) {
    mahdar_minutes *minutes = article(world, id, "2026-03-04");
    minutes->actors = (mahdar_actor_list){
        (const mahdar_actor *const *)LIST(world, person(world, "a1", name, code)), 1};
}

/** A meeting of Norway's and Portugal's: told on `date`, of the days first … last. */
typedef struct Told {
    const char *id, *date, *status, *first, *last, *norwegian;
} Told;

static void meeting(World *world, Told told) {
    mahdar_minutes *minutes = article(world, told.id, told.date);
    const mahdar_actor *norway = person(world, "a1", told.norwegian, "NOR");
    const mahdar_actor *portugal = person(world, "a2", "روزا مورايس", "PRT");
    mahdar_time *time = ARENA_NEW(&world->arena, mahdar_time);
    *time =
        (mahdar_time){.id = "t1", .type = "DATE", .first_day = told.first, .last_day = told.last};
    mahdar_event *event = ARENA_NEW(&world->arena, mahdar_event);
    *event = (mahdar_event){.id = "e1",
                            .type = "CONSULT",
                            .status = told.status,
                            .trigger = {40, 45},
                            .span = {40, 80},
                            .source = {(const mahdar_actor *const *)LIST(world, norway), 1},
                            .target = {(const mahdar_actor *const *)LIST(world, portugal), 1},
                            .time = told.first ? time : NULL,
                            .confidence = 0.5};
    minutes->actors =
        (mahdar_actor_list){(const mahdar_actor *const *)LIST(world, norway, portugal), 2};
    minutes->events = (mahdar_event_list){(const mahdar_event *const *)LIST(world, event), 1};
}

static void quote(World *world, const char *id, const char *date, mahdar_span span) {
    mahdar_minutes *minutes = article(world, id, date);
    const mahdar_actor *speaker = person(world, "a1", "أريك هولمدال", "NOR");
    mahdar_quote *said = ARENA_NEW(&world->arena, mahdar_quote);
    *said = (mahdar_quote){
        .id = "q1", .span = span, .kind = "direct", .speaker = speaker, .confidence = 0.5};
    minutes->actors = (mahdar_actor_list){(const mahdar_actor *const *)LIST(world, speaker), 1};
    minutes->quotes = (mahdar_quote_list){(const mahdar_quote *const *)LIST(world, said), 1};
}

static void text(World *world, const char *id, const char *date, const char *name,
                 const char *status) {
    static const char *const PARTIES[] = {"NOR", "PRT"};
    mahdar_minutes *minutes = article(world, id, date);
    mahdar_instrument *cited = ARENA_NEW(&world->arena, mahdar_instrument);
    *cited = (mahdar_instrument){.id = "i1",
                                 .span = {40, 50},
                                 .name = name,
                                 .kind = "agreement",
                                 .status = status,
                                 .party_codes = {PARTIES, 2}};
    minutes->instruments =
        (mahdar_instrument_list){(const mahdar_instrument *const *)LIST(world, cited), 1};
}

/* ---- Asking ---- */

static void add(World *world, int number) {
    assert_int_equal(
        mahdar_dossier_add(world->dossier, world->articles[number], NULL, &world->error),
        MAHDAR_OK);
}

/** The cells of some columns: "day status|articles\n…". */
static const char *ask(World *world, mahdar_query query, const char *columns) {
    mahdar_answer *answer;
    assert_int_equal(mahdar_dossier_ask(world->dossier, &query, &answer, &world->error), MAHDAR_OK);
    const char *all = "";
    while (mahdar_answer_next(answer)) {
        for (size_t i = 0; i < mahdar_answer_columns(answer); i++) {
            const char *cell = mahdar_answer_cell(answer, i), *name = mahdar_answer_name(answer, i);
            const char *found = strstr(columns, name);
            if (found && (found[strlen(name)] == ' ' || !found[strlen(name)]))
                all = arena_format(&world->arena, "%s%s|", all, cell ? cell : "");
        }
        all = arena_format(&world->arena, "%s\n", all);
    }
    assert_int_equal(mahdar_answer_status(answer, &world->error), MAHDAR_OK);
    mahdar_answer_close(answer);
    return all;
}

static void dossier_new(World *world) {
    mahdar_dossier_close(world->dossier);
    remove(world->path);
    assert_int_equal(
        mahdar_dossier_open(world->path, MAHDAR_DOSSIER_CREATE, &world->dossier, &world->error),
        MAHDAR_OK);
}

/** Add all in every order (count <= 4): always the same answer. */
static void assert_merged(World *world, mahdar_question question, const char *columns,
                          const char *want) {
    static const int ORDERS[][ARTICLES] = {{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}, {2, 0, 3, 1}};
    for (size_t order = 0; order < 4; order++) {
        dossier_new(world);
        for (int i = 0; i < ARTICLES; i++)
            if (ORDERS[order][i] < world->count)
                add(world, ORDERS[order][i]);
        assert_string_equal(ask(world, (mahdar_query){.question = question}, columns), want);
    }
}

/* ---- Names ---- */

static void test_short_names(void **state) {
    World *world = *state;
    people(world, "a", "أريك هولمدال", "NOR");
    people(world, "b", "هولمدال", "NOR");
    people(world, "c", "اريك هولمدال", NULL);
    people(world, "d", "أريك بن ستيفان هولمدال", "NOR");
    assert_merged(world, MAHDAR_PEOPLE, "key articles", "اريك بن ستيفان هولمدال NOR|4|\n");
}

static void test_names_of_two(void **state) {
    World *world = *state;
    people(world, "a", "أريك هولمدال", "NOR");
    people(world, "b", "سيغريد هولمدال", "NOR");
    people(world, "c", "هولمدال", "NOR");
    people(world, "d", "أريك هولمدال", "SWE");
    assert_merged(
        world, MAHDAR_PEOPLE, "key articles",
        "اريك هولمدال NOR|1|\nاريك هولمدال SWE|1|\nسيغريد هولمدال NOR|1|\nهولمدال NOR|1|\n");
}

static void test_transliterations(void **state) {
    World *world = *state;
    people(world, "a", "أنطونيو غوتيريش", "UN");
    people(world, "b", "انتونيو جوتيريس", "UN");
    people(world, "c", "أنطونيو غوتيريز", "PRT");
    assert_merged(world, MAHDAR_PEOPLE, "code articles", "UN|2|\nPRT|1|\n");
}

/* ---- Events ---- */

static void test_planned_then_held(void **state) {
    World *world = *state;
    meeting(world, (Told){"a", "2026-03-01", "planned", "2026-03-02", "2026-03-08", "هولمدال"});
    meeting(world, (Told){"b", "2026-03-03", "occurred", "2026-03-03", "2026-03-03", "هولمدال"});
    meeting(world, (Told){"c", "2026-03-04", "occurred", NULL, NULL, "أريك هولمدال"});
    assert_merged(world, MAHDAR_EVENTS, "day status articles outlets history contradicted",
                  "2026-03-03|occurred|3|3|planned 2026-03-01; occurred 2026-03-03|0|\n");
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_TELLINGS}, "article status"),
                        "a|planned|\nb|occurred|\nc|occurred|\n");
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_DIFF, .since = "2026-03-02"},
                            "change before after"),
                        "came-true|planned|occurred|\n");
    mahdar_dossier_remove(world->dossier, "b", NULL, NULL);
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_EVENTS}, "day status history"),
                        "2026-03-02|occurred|planned 2026-03-01; occurred 2026-03-04|\n");
    mahdar_dossier_remove(world->dossier, "c", NULL, NULL);
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_EVENTS}, "day status history"),
                        "2026-03-02|planned|planned 2026-03-01|\n");
}

static void test_contradicted(void **state) {
    World *world = *state;
    meeting(world, (Told){"a", "2026-03-03", "occurred", "2026-03-03", "2026-03-03", "هولمدال"});
    meeting(world, (Told){"b", "2026-03-04", "negated", "2026-03-03", "2026-03-03", "هولمدال"});
    assert_merged(world, MAHDAR_EVENTS, "status articles history contradicted",
                  "negated|2|occurred 2026-03-03; negated 2026-03-04|1|\n");
}

static void test_other_day_other_person(void **state) {
    World *world = *state;
    meeting(world, (Told){"a", "2026-03-03", "occurred", "2026-03-03", "2026-03-03", "هولمدال"});
    meeting(world, (Told){"b", "2026-03-03", "occurred", "2026-03-03", "2026-03-03", "أكسل برونن"});
    meeting(world, (Told){"c", "2026-03-20", "occurred", "2026-03-20", "2026-03-20", "هولمدال"});
    assert_merged(world, MAHDAR_EVENTS, "day articles",
                  "2026-03-03|1|\n2026-03-03|1|\n2026-03-20|1|\n");
}

/** Two of one day, whichever came first: each has its own key, and what is told of one later
 *  changes neither. */
static void test_keys(void **state) {
    World *world = *state;
    mahdar_query query = {.question = MAHDAR_EVENTS};
    meeting(world, (Told){"a", "2026-03-03", "planned", "2026-03-03", "2026-03-03", "هولمدال"});
    meeting(world, (Told){"b", "2026-03-03", "occurred", "2026-03-03", "2026-03-03", "أكسل برونن"});
    meeting(world, (Told){"c", "2026-03-04", "negated", "2026-03-03", "2026-03-03", "هولمدال"});
    dossier_new(world);
    add(world, 1);
    const char *alone = ask(world, query, "key");
    add(world, 0);
    const char *both = ask(world, query, "key");
    assert_non_null(strstr(both, alone));
    assert_memory_not_equal(both, both + strlen(alone), strlen(alone));
    add(world, 2);
    assert_string_equal(ask(world, query, "key"), both);
    assert_merged(world, MAHDAR_EVENTS, "key", both);
}

/* ---- Statements and texts ---- */

static void test_quotes(void **state) {
    World *world = *state;
    quote(world, "a", "2026-03-03", (mahdar_span){40, 100});
    quote(world, "b", "2026-03-04", (mahdar_span){46, 104});
    quote(world, "c", "2026-03-04", (mahdar_span){110, 160});
    quote(world, "d", "2026-03-30", (mahdar_span){40, 100});
    assert_merged(world, MAHDAR_QUOTES, "day articles",
                  "2026-03-03|2|\n2026-03-04|1|\n2026-03-30|1|\n");
}

static void test_texts(void **state) {
    World *world = *state;
    text(world, "a", "2026-03-03", "اتفاق الصيد البحري", "proposed");
    text(world, "b", "2026-03-20", "الاتفاق الصيد", "signed");
    text(world, "c", "2026-03-20", "اتفاق النقل", "proposed");
    assert_merged(world, MAHDAR_INSTRUMENTS, "name status articles history",
                  "اتفاق الصيد البحري|signed|2|proposed 2026-03-03; signed 2026-03-20|\n"
                  "اتفاق النقل|proposed|1|proposed 2026-03-20|\n");
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_OPEN}, "state words"),
                        "came-true|التقى وزير|\nopen|التقى وزير|\n");
    assert_string_equal(
        ask(world, (mahdar_query){.question = MAHDAR_OPEN, .status = "open"}, "kind state"),
        "draft|open|\n");
}

/* ---- Batches, articles ---- */

static void test_batch(void **state) {
    World *world = *state;
    people(world, "a", "أريك هولمدال", "NOR");
    people(world, "b", "هولمدال", "NOR");
    dossier_new(world);
    mahdar_dossier *dossier = world->dossier;
    assert_int_equal(mahdar_dossier_commit(dossier, NULL), MAHDAR_ERROR_ARGUMENT);
    assert_int_equal(mahdar_dossier_begin(dossier, NULL), MAHDAR_OK);
    assert_int_equal(mahdar_dossier_begin(dossier, NULL), MAHDAR_ERROR_ARGUMENT);
    add(world, 0);
    mahdar_dossier_close(dossier);
    mahdar_dossier_open(world->path, MAHDAR_DOSSIER_WRITE, &world->dossier, NULL);
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_ARTICLES}, "id"), "");
    mahdar_dossier_begin(world->dossier, NULL);
    add(world, 0);
    add(world, 1);
    assert_int_equal(mahdar_dossier_commit(world->dossier, NULL), MAHDAR_OK);
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_PEOPLE}, "articles"), "2|\n");
}

typedef struct Written {
    char bytes[8192];
    size_t length;
} Written;

static bool keep(void *context, const char *bytes, size_t length) {
    Written *written = context;
    if (written->length + length >= sizeof written->bytes)
        return false;
    memcpy(written->bytes + written->length, bytes, length);
    written->length += length;
    return true;
}

static bool refuse(void *context, const char *bytes, size_t length) {
    (void)context, (void)bytes, (void)length;
    return false;
}

static void test_article(void **state) {
    World *world = *state;
    Written written = {.length = 0};
    people(world, "a", "أريك هولمدال", "NOR");
    dossier_new(world);
    add(world, 0);
    assert_int_equal(
        mahdar_dossier_article(world->dossier, "a", (mahdar_sink){keep, &written}, NULL),
        MAHDAR_OK);
    assert_non_null(strstr(written.bytes, "{\"title\":\"محادثات بين النرويج"));
    assert_non_null(strstr(written.bytes, "\"text\":\"التقى وزير الصيد"));
    assert_non_null(strstr(written.bytes, "\"name\":\"أريك هولمدال\""));
    assert_int_equal(mahdar_dossier_article(world->dossier, "a", (mahdar_sink){refuse, NULL}, NULL),
                     MAHDAR_ERROR_IO);
    assert_int_equal(
        mahdar_dossier_article(world->dossier, "b", (mahdar_sink){keep, &written}, &world->error),
        MAHDAR_ERROR_ARGUMENT);
    assert_string_equal(world->error.message, "no such article");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_make, world_end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_short_names),
        TEST(test_names_of_two),
        TEST(test_transliterations),
        TEST(test_planned_then_held),
        TEST(test_contradicted),
        TEST(test_other_day_other_person),
        TEST(test_keys),
        TEST(test_quotes),
        TEST(test_texts),
        TEST(test_batch),
        TEST(test_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
