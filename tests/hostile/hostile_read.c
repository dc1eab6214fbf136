/* SPDX-License-Identifier: Apache-2.0
 * The whole way from bytes to JSON over hostile inputs: nothing hangs, nothing crashes, what is
 * refused is refused with its reason, and the reader reads on. Then an ordinary article in the
 * ways in which memory and bytes may come: each allocation failing, each byte by itself.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inputs.h"
#include "mahdar.h"
#include "sanitized.h"

enum {
#ifdef SANITIZED
    INPUT_BYTES = 1 << 16,
    LARGE_BYTES = 1 << 20,
#else
    INPUT_BYTES = 1 << 19,
    LARGE_BYTES = 10 << 20,
#endif
    SECONDS_LIMIT = 20,       /* of one input */
    SECONDS_LIMIT_LARGE = 60, /* of ten megabytes on one line */
    ALLOCATIONS_MAX = 4000,   /* of an ordinary article */
};

static const char TITLE[] = "الوفدان يتفقان على موعد الجولة الثالثة";
static const char BODY[] =
    "أوسلو - نوتر: اتفق وزيرا خارجية النرويج ومالطا أمس الأحد على عقد جولة ثالثة من المحادثات.\n"
    "موعد الجولة\n"
    "وقال الوزير النرويجي أولاف ستينسن، لقناة \"ألف.تي.في\": \"سنلتقي في فاليتا بعد غد إذا توقف "
    "القصف\". وأضاف أن بلاده تأمل في توقيع الاتفاق يوم 17 مارس.\n"
    "ولم يعلق الجانب المالطي، لكن متحدثا باسمه نفى أن يكون الموعد قد تأجل.";

static int faults;

static void complain(const char *name, const char *what) {
    printf("%s: %s\n", name, what);
    faults++;
}

/* ---- Output that is only counted or compared ---- */

typedef struct Printed {
    char *bytes;
    size_t length;
} Printed;

static bool printed_write(void *context, const char *bytes, size_t length) {
    Printed *printed = context;
    printed->bytes = realloc(printed->bytes, printed->length + length);
    memcpy(printed->bytes + printed->length, bytes, length);
    printed->length += length;
    return true;
}

static bool count_write(void *context, const char *bytes, size_t length) {
    (void)bytes;
    *(size_t *)context += length;
    return true;
}

static Printed print_json(const mahdar_minutes *minutes) {
    Printed printed = {NULL, 0};
    mahdar_minutes_write_json(minutes, (mahdar_sink){printed_write, &printed});
    return printed;
}

static bool printed_equal(Printed a, Printed b) {
    return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

static void print_all(const mahdar_minutes *minutes) {
    size_t count = 0;
    mahdar_sink sink = {count_write, &count};
    mahdar_page page = {.why = true};
    mahdar_minutes_write_json(minutes, sink);
    mahdar_minutes_print(minutes, &page, sink);
    for (size_t i = 0; i < mahdar_stage_count(); i++)
        mahdar_minutes_print_stage(minutes, mahdar_stage_name(i), sink);
}

/* ---- Hostile texts ---- */

static bool is_refusal(mahdar_status status) {
    return status == MAHDAR_ERROR_ENCODING || status == MAHDAR_ERROR_MEMORY ||
           status == MAHDAR_ERROR_LIMIT || status == MAHDAR_ERROR_JSON;
}

static void read_input(mahdar_reader *reader, const HostileInput *input, size_t size,
                       double seconds) {
    size_t length;
    char *bytes = hostile_make(input, size, &length);
    double begin = hostile_seconds();
    mahdar_article article = {.title = mahdar_text_of(TITLE), .text = {bytes, length}};
    const mahdar_minutes *minutes;
    mahdar_error error;
    mahdar_status status = mahdar_read_article(reader, &article, &minutes, &error);
    if (status == MAHDAR_OK)
        print_all(minutes);
    else if (!is_refusal(status) || !error.message[0])
        complain(input->name, "is refused without a reason");
    if (hostile_seconds() - begin > seconds)
        complain(input->name, "takes too long");
    free(bytes);
}

static void read_inputs(mahdar_reader *reader) {
    for (size_t i = 0; i < HOSTILE_INPUT_COUNT; i++)
        read_input(reader, &HOSTILE_INPUTS[i], INPUT_BYTES, SECONDS_LIMIT);
    read_input(reader, &HOSTILE_INPUTS[0], LARGE_BYTES, SECONDS_LIMIT_LARGE);
}

/* ---- Hostile JSON ---- */

static void read_line(mahdar_reader *reader, const char *line, size_t length, bool good) {
    const mahdar_minutes *minutes;
    mahdar_error error;
    mahdar_status status = mahdar_read_json(reader, (mahdar_text){line, length}, &minutes, &error);
    if ((status == MAHDAR_OK) != good)
        complain(line, good ? "is refused" : "is read");
    if (status != MAHDAR_OK && (!is_refusal(status) || error.byte > length || !error.message[0]))
        complain(line, "is refused without a reason");
}

static void read_json(mahdar_reader *reader) {
    static const char *const GOOD[] = {
        "{\"text\":\"\"}",
        "{\"text\":\"\\ud83d\\ude42 \\ud800 \\udc00\\ud800 \\u0000\"}",
        " {\"id\":7,\"date\":null,\"more\":[{\"text\":[1]}],\"text\":\"نعم\"} ",
        "{\"text\":\"نعم\",\"date\":\"2022-01-10T23:59:00+03:00\"}",
    };
    static const char *const BAD[] = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "\"text\"",
        "{\"text\":7}",
        "{\"text\":{}}",
        "{\"id\":\"1\"}",
        "{\"text\":\"نعم\",\"date\":\"2022-02-30\"}",
        "{\"text\":\"نعم\",\"date\":\"أمس\"}",
        "{\"text\":\"نعم\"} {}",
        "{\"text\":\"\\x\"}",
        "{\"text\":\"\\u12\"}",
        "{'text':'نعم'}",
        "{\"text\":\"\xFF\"}",
        "{\"text\":\"\xED\xA0\x80\"}",
    };
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++)
        read_line(reader, GOOD[i], strlen(GOOD[i]), true);
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        read_line(reader, BAD[i], strlen(BAD[i]), false);
    for (size_t end = 0; end < strlen(GOOD[3]); end++)
        read_line(reader, GOOD[3], end, false);
}

static void read_deep_json(mahdar_reader *reader) {
    enum { DEPTH = 100000 };
    char *line = malloc(2 * DEPTH + 32);
    int length = sprintf(line, "{\"text\":\"\",\"x\":");
    memset(line + length, '[', DEPTH);
    memset(line + length + DEPTH, ']', DEPTH);
    line[length + 2 * DEPTH] = '}';
    line[length + 2 * DEPTH + 1] = '\0';
    read_line(reader, line, strlen(line), false);
    free(line);
}

/* ---- An ordinary article, in every way ---- */

static mahdar_article ordinary(void) {
    return (mahdar_article){.id = mahdar_text_of("a1"),
                            .date = mahdar_text_of("2022-03-14"),
                            .title = mahdar_text_of(TITLE),
                            .text = mahdar_text_of(BODY)};
}

/* Counts calls; refuses one of them. */
typedef struct Ledger {
    size_t calls, refuse_at, held;
} Ledger;

static void *ledger_alloc(void *context, size_t size) {
    Ledger *ledger = context;
    if (++ledger->calls == ledger->refuse_at)
        return NULL;
    ledger->held += size;
    return malloc(size);
}

static void ledger_free(void *context, void *block, size_t size) {
    ((Ledger *)context)->held -= size;
    free(block);
}

/* With the n-th allocation refused: MEMORY, then the same article is read as ever. True when n is
 * past the last allocation. */
static bool refuse_one(const mahdar_model *model, size_t n, Printed wanted) {
    Ledger ledger = {.refuse_at = n};
    mahdar_allocator allocator = {ledger_alloc, ledger_free, &ledger};
    mahdar_article article = ordinary();
    mahdar_reader *reader;
    const mahdar_minutes *minutes;
    mahdar_error error;
    if (mahdar_reader_new(model, &allocator, 0, &reader) != MAHDAR_OK)
        return false;
    mahdar_status status = mahdar_read_article(reader, &article, &minutes, &error);
    bool refused = status == MAHDAR_ERROR_MEMORY;
    if (refused)
        status = mahdar_read_article(reader, &article, &minutes, &error);
    Printed printed = {NULL, 0};
    if (status == MAHDAR_OK)
        printed = print_json(minutes);
    if (!printed_equal(printed, wanted))
        complain("a refused allocation", "changes the minutes or stays");
    free(printed.bytes);
    mahdar_reader_close(reader);
    if (ledger.held)
        complain("a refused allocation", "loses memory");
    return !refused;
}

static void refuse_each(const mahdar_model *model, Printed wanted) {
    for (size_t n = 1; n < ALLOCATIONS_MAX; n++)
        if (refuse_one(model, n, wanted) && n > 1)
            return;
    complain("allocations", "are too many");
}

/* As a file: title, line feed, body, in pieces of `size` bytes. */
static void feed_in_pieces(mahdar_reader *reader, size_t size, Printed wanted) {
    char file[sizeof TITLE + sizeof BODY];
    size_t length = (size_t)snprintf(file, sizeof file, "%s\n%s", TITLE, BODY);
    mahdar_plain known = {.about = ordinary()};
    known.about.title = (mahdar_text){NULL, 0};
    const mahdar_minutes *minutes;
    mahdar_error error;
    mahdar_status status = MAHDAR_OK;
    for (size_t at = 0; at < length && status == MAHDAR_OK; at += size) {
        size_t piece = length - at < size ? length - at : size;
        status = mahdar_feed(reader, (mahdar_text){file + at, piece}, &error);
    }
    if (status == MAHDAR_OK)
        status = mahdar_feed_end(reader, &known, &minutes, &error);
    Printed printed = {NULL, 0};
    if (status == MAHDAR_OK)
        printed = print_json(minutes);
    if (!printed_equal(printed, wanted))
        complain("an article in pieces", "is not the article");
    free(printed.bytes);
}

int main(void) {
    mahdar_model *model;
    mahdar_reader *reader;
    const mahdar_minutes *minutes;
    mahdar_error error;
    mahdar_article article = ordinary();
    if (mahdar_model_open(NULL, NULL, &model, &error) != MAHDAR_OK ||
        mahdar_reader_new(model, NULL, 0, &reader) != MAHDAR_OK ||
        mahdar_read_article(reader, &article, &minutes, &error) != MAHDAR_OK) {
        printf("cannot begin: %s\n", error.message);
        return 1;
    }
    Printed wanted = print_json(minutes);
    read_inputs(reader);
    read_json(reader);
    read_deep_json(reader);
    refuse_each(model, wanted);
    for (size_t size = 1; size < 40; size += 7)
        feed_in_pieces(reader, size, wanted);
    free(wanted.bytes);
    mahdar_reader_close(reader);
    mahdar_model_close(model);
    printf("%d faults, %.1f s\n", faults, hostile_seconds());
    return faults != 0;
}
