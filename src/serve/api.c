/* SPDX-License-Identifier: Apache-2.0
 * Role:   /api/QUESTION: the rows that answer a question to the dossier; /api/about, /api/article.
 * Input:  a target's path and parameters.   Output: JSON (docs/formats/api.md).
 */
#include <stdlib.h>
#include <string.h>

#include "dossier/dossier.h"
#include "minutes/json.h"
#include "serve/api.h"
#include "serve/download.h"

static void reply_end(Json *json, Reply *reply) {
    out_char(&json->out, '\n');
    if (out_end(&json->out) != MAHDAR_OK)
        reply_error(reply, 503, "size", "the answer is too large; ask for less");
}

/* ---- Rows ---- */

static void columns_print(Json *json, const mahdar_answer *answer) {
    json_name(json, "columns");
    json_begin(json, '[');
    for (size_t i = 0; i < mahdar_answer_columns(answer); i++)
        json_string(json, mahdar_answer_name(answer, i));
    json_end(json, ']');
}

static void row_print(Json *json, const mahdar_answer *answer) {
    json_begin(json, '[');
    for (size_t i = 0; i < mahdar_answer_columns(answer); i++) {
        const char *cell = mahdar_answer_cell(answer, i);
        if (cell)
            json_string(json, cell);
        else
            json_null(json);
    }
    json_end(json, ']');
}

/** The first `limit` rows; the one behind them tells that there are more. */
static void rows_print(Json *json, mahdar_answer *answer, uint32_t limit) {
    bool more = true;
    json_begin(json, '{');
    columns_print(json, answer);
    json_name(json, "rows");
    json_begin(json, '[');
    for (uint32_t i = 0; !json->out.stopped; i++) {
        more = mahdar_answer_next(answer);
        if (!more || i == limit)
            break;
        row_print(json, answer);
    }
    json_end(json, ']');
    json_name(json, "more");
    json_flag(json, more);
    json_end(json, '}');
}

static void question_answer(Seat *seat, mahdar_query *query, Reply *reply) {
    Json json = {0};
    mahdar_answer *answer;
    mahdar_error error;
    uint32_t limit = query->limit++;
    if (mahdar_dossier_ask(seat->dossier, query, &answer, &error) != MAHDAR_OK) {
        reply_failure(reply, seat, &error);
        return;
    }
    reply_json_begin(reply);
    out_init(&json.out, buffer_sink(&reply->made));
    rows_print(&json, answer, limit);
    reply_end(&json, reply);
    if (mahdar_answer_status(answer, &error) != MAHDAR_OK)
        reply_failure(reply, seat, &error);
    mahdar_answer_close(answer);
}

static void question_ask(Pool *pool, mahdar_question question, const Target *target, Reply *reply) {
    mahdar_query query = {.question = question, .limit = API_ROWS};
    Seat *seat;
    for (size_t i = 0; i < target->count; i++) {
        const char *fault = parameter_set(&target->parameters[i], &query);
        if (fault) {
            reply_error(reply, 400, "parameter", fault);
            return;
        }
    }
    if (!seat_take(pool, &seat, reply))
        return;
    question_answer(seat, &query, reply);
    pool_give(pool, seat);
}

/* ---- One article ---- */

static void article_print(Seat *seat, const char *id, Reply *reply) {
    mahdar_error error;
    reply_json_begin(reply);
    mahdar_status status =
        mahdar_dossier_article(seat->dossier, id, buffer_sink(&reply->made), &error);
    if (reply->made.full)
        reply_error(reply, 503, "size", "the article is too large");
    else if (status == MAHDAR_ERROR_ARGUMENT)
        reply_error(reply, 404, "article", error.message);
    else if (status != MAHDAR_OK)
        reply_failure(reply, seat, &error);
}

static void article_answer(Pool *pool, const Target *target, Reply *reply) {
    const char *id = target_value(target, "id");
    Seat *seat;
    if (target->count != 1 || !id) {
        reply_error(reply, 400, "parameter", "this address takes the parameter id");
        return;
    }
    if (!seat_take(pool, &seat, reply))
        return;
    article_print(seat, id, reply);
    pool_give(pool, seat);
}

/* ---- About the dossier ---- */

static void count_print(Json *json, Seat *seat, const char *name, const char *sql) {
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(seat->dossier->database, sql, -1, &statement, NULL);
    if (statement && sqlite3_step(statement) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        if (text && sqlite3_column_type(statement, 0) == SQLITE_INTEGER)
            json_name(json, name),
                json_unsigned(json, (uint64_t)sqlite3_column_int64(statement, 0));
        else
            json_field(json, name, text);
    }
    sqlite3_finalize(statement);
}

static const char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void exports_print(Json *json) {
    const char *name;
    json_name(json, "exports");
    json_begin(json, '[');
    for (size_t i = 0; (name = mahdar_export_name(i)); i++)
        json_string(json, name);
    json_end(json, ']');
}

static void about_answer(Pool *pool, const Target *target, Reply *reply) {
    Json json = {0};
    Seat *seat;
    if (target->count) {
        reply_error(reply, 400, "parameter", "this address takes no parameters");
        return;
    }
    if (!seat_take(pool, &seat, reply))
        return;
    reply_json_begin(reply);
    out_init(&json.out, buffer_sink(&reply->made));
    json_begin(&json, '{');
    json_field(&json, "version", mahdar_version());
    json_field(&json, "file", name_of(pool->path));
    count_print(&json, seat, "articles", "SELECT count(*) FROM article");
    count_print(&json, seat, "events", "SELECT count(*) FROM event");
    count_print(&json, seat, "last_day", "SELECT max(day) FROM article");
    exports_print(&json);
    json_end(&json, '}');
    reply_end(&json, reply);
    pool_give(pool, seat);
}

/* ---- Which one ---- */

static bool question_of(const char *name, mahdar_question *question) {
    const char *known;
    for (*question = MAHDAR_TALKS; (known = mahdar_question_name(*question)); ++*question)
        if (strcmp(known, name) == 0)
            return true;
    return false;
}

void api_answer(Pool *pool, const Target *target, Reply *reply) {
    const char *name = target->path + strlen("/api/");
    mahdar_question question;
    if (strcmp(name, "about") == 0)
        about_answer(pool, target, reply);
    else if (strcmp(name, "article") == 0)
        article_answer(pool, target, reply);
    else if (strcmp(name, "export") == 0)
        download_answer(pool, target, reply);
    else if (question_of(name, &question))
        question_ask(pool, question, target, reply);
    else
        reply_error(reply, 404, "question", "no such question");
}
