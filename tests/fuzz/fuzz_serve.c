/* SPDX-License-Identifier: Apache-2.0
 * Role:   any request to the local page gets an answer that keeps the rules.
 * Input:  lines: target, method, Host, Origin, Sec-Fetch-Site, Cookie, If-None-Match; a line that
 *         is missing or empty did not come. "@" in a head stands for what the page itself sends,
 *         so that most requests get past the door.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "serve/answer.h"

enum { LINE_COUNT = 7, FUZZ_PORT = 8080 };

static void demand(bool holds) {
    if (!holds)
        abort();
}

/** An article of our own: "Norway's minister met Portugal's in Valletta and said: …" */
static void dossier_fill(const char *path) {
    static const char LINE[] =
        "{\"id\":\"n1\",\"date\":\"2026-03-02\",\"title\":\"لقاء\",\"text\":\"التقى وزير الخارجية "
        "النرويجي نظيره البرتغالي في فاليتا. وقال الوزير إن \\\"الاتفاق قريب\\\".\"}";
    mahdar_model *model;
    mahdar_reader *reader;
    mahdar_dossier *dossier;
    const mahdar_minutes *minutes;
    demand(mahdar_model_open(NULL, NULL, &model, NULL) == MAHDAR_OK);
    demand(mahdar_reader_new(model, NULL, 0, &reader) == MAHDAR_OK);
    demand(mahdar_dossier_open(path, MAHDAR_DOSSIER_CREATE, &dossier, NULL) == MAHDAR_OK);
    demand(mahdar_read_json(reader, mahdar_text_of(LINE), &minutes, NULL) == MAHDAR_OK);
    demand(mahdar_dossier_add(dossier, minutes, NULL, NULL) == MAHDAR_OK);
    mahdar_dossier_close(dossier);
    mahdar_reader_close(reader);
    mahdar_model_close(model);
}

/** One dossier for all inputs; it is never written. */
static Desk *desk_of(void) {
    static Desk *desk;
    char path[] = "/tmp/mahdar-fuzz-XXXXXX";
    if (desk)
        return desk;
    desk = calloc(1, sizeof *desk);
    int file = mkstemp(path);
    demand(desk && file >= 0 && close(file) == 0);
    dossier_fill(path);
    demand(pool_init(&desk->pool, path, 10000, NULL) == MAHDAR_OK);
    demand(guard_init(&desk->guard, "127.0.0.1", FUZZ_PORT));
    return desk;
}

static const char *line_or(const char *line, const char *own) {
    return !line || !*line ? NULL : strcmp(line, "@") == 0 ? own : line;
}

/** Cut the input at its line feeds. */
static void lines_cut(char *input, char *lines[LINE_COUNT]) {
    for (int i = 0; i < LINE_COUNT && input; i++) {
        lines[i] = input;
        input = strchr(input, '\n');
        if (input)
            *input++ = '\0';
    }
}

static bool is_in(const Buffer *buffer, const char *words) {
    size_t length = strlen(words);
    for (size_t i = 0; i + length <= buffer->length; i++)
        if (memcmp(buffer->at + i, words, length) == 0)
            return true;
    return false;
}

static void reply_check(const Desk *desk, const Reply *reply) {
    demand(reply->status >= 200 && reply->status < 600 && reply->type);
    demand(reply->live || reply->made.at || reply->body || reply->filed);
    demand(reply->made.length <= API_BYTES);
    demand(!*reply->cookie || reply->status == 303 || reply->status == 200);
    demand(!is_in(&reply->made, desk->guard.token));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Desk *desk = desk_of();
    char *lines[LINE_COUNT] = {0}, cookie[128];
    char *input = calloc(1, size + 1);
    Reply reply;
    memcpy(input, data, size);
    lines_cut(input, lines);
    snprintf(cookie, sizeof cookie, "%s=%s", desk->guard.cookie, desk->guard.token);
    const char *method = line_or(lines[1], "GET");
    Request request = {
        .method = method ? method : "GET",
        .target = lines[0],
        .host = line_or(lines[2], "127.0.0.1:8080"),
        .origin = line_or(lines[3], "http://127.0.0.1:8080"),
        .site = line_or(lines[4], "same-origin"),
        .cookie = line_or(lines[5], cookie),
        .if_none_match = line_or(lines[6], "\"\""),
    };
    answer_make(desk, &request, &reply);
    reply_check(desk, &reply);
    reply_release(&reply);
    free(input);
    return 0;
}
