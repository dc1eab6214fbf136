/* SPDX-License-Identifier: Apache-2.0
 * Role:   an article as it is kept: its text, its words, its minutes.
 * Input:  an id or number.   Output: bytes; one JSON object through a sink.
 */
#include "base/utf8.h"
#include "dossier/pack.h"
#include "dossier/row.h"

static const char *const DAMAGED = "a damaged article";

/** Unpack into `arena`, the text alone where no minutes are wanted; false: none, or damaged. */
static bool article_unpack(mahdar_dossier *dossier, Arena *arena, int64_t number, mahdar_text *text,
                           mahdar_text *minutes) {
    Row row = row_begin(dossier, ARTICLE_PACKED);
    row_integer(&row, number);
    bool good = row_step(&row);
    if (good) {
        Packed packed = {(unsigned char *)sqlite3_column_blob(row.statement, 0),
                         (size_t)sqlite3_column_bytes(row.statement, 0)};
        good = minutes ? unpack(&dossier->packer, arena, packed, text, minutes)
                       : unpack_text(&dossier->packer, arena, packed, text);
    }
    row_leave(&row);
    return good;
}

mahdar_text kept_text(mahdar_dossier *dossier, int64_t article) {
    mahdar_text text = {"", 0};
    if (dossier->kept_article == article)
        return dossier->kept_text;
    arena_reset(&dossier->kept);
    dossier->kept_article = 0;
    dossier->kept_text = text;
    if (setjmp(dossier->kept.escape)) {
        dossier->kept.armed = false;
        return dossier->kept_text;
    }
    dossier->kept.armed = true;
    if (article_unpack(dossier, &dossier->kept, article, &text, NULL)) {
        dossier->kept_text = text;
        dossier->kept_article = article;
    }
    dossier->kept.armed = false;
    return dossier->kept_text;
}

static size_t point_byte(mahdar_text text, size_t at, int64_t points) {
    for (; at < text.length && points > 0; points--)
        for (at++; at < text.length && utf8_continues(text.at[at]);)
            at++;
    return at;
}

mahdar_text kept_words(mahdar_dossier *dossier, int64_t article, int64_t begin, int64_t end) {
    mahdar_text text = kept_text(dossier, article);
    size_t first = point_byte(text, 0, begin);
    size_t last = point_byte(text, first, end - begin);
    return (mahdar_text){text.at + first, last - first};
}

/* ---- The whole article ---- */

static bool put(mahdar_sink sink, const char *string) {
    return sink.write(sink.context, string, strlen(string));
}

static bool field_put(mahdar_sink sink, const char *name, mahdar_text value) {
    return put(sink, name) && mahdar_json_string(value, sink) == MAHDAR_OK && put(sink, ",");
}

/** The minutes are an object that is never empty: the fields before take the place of its '{'. */
static bool article_put(mahdar_sink sink, mahdar_text title, mahdar_text text,
                        mahdar_text minutes) {
    return put(sink, "{") && (!title.length || field_put(sink, "\"title\":", title)) &&
           field_put(sink, "\"text\":", text) &&
           sink.write(sink.context, minutes.at + 1, minutes.length - 1);
}

static mahdar_status article_write(mahdar_dossier *dossier, const char *id, mahdar_sink sink,
                                   mahdar_error *error) {
    Row row = row_begin(dossier, ARTICLE_FIND);
    row_string(&row, id);
    bool found = row_step(&row);
    int64_t number = found ? cell_integer(&row, 0) : 0;
    size_t title = found ? (size_t)sqlite3_column_bytes(row.statement, 1) : 0;
    row_leave(&row);
    if (dossier->fault != SQLITE_OK)
        return dossier_fail(dossier, dossier->fault, error);
    if (!found)
        return dossier_refuse(MAHDAR_ERROR_ARGUMENT, "no such article", error);
    mahdar_text text, minutes;
    if (!article_unpack(dossier, &dossier->arena, number, &text, &minutes) || !minutes.length ||
        text.length < title)
        return dossier_refuse(MAHDAR_ERROR_DATABASE, DAMAGED, error);
    mahdar_text head = {text.at, title};
    size_t begin = title ? title + 1 : 0;
    mahdar_text body = {text.at + begin, text.length - begin};
    if (!article_put(sink, head, body, minutes))
        return dossier_refuse(MAHDAR_ERROR_IO, "the sink said stop", error);
    return MAHDAR_OK;
}

mahdar_status mahdar_dossier_article(mahdar_dossier *dossier, const char *id, mahdar_sink sink,
                                     mahdar_error *error) {
    arena_reset(&dossier->arena);
    dossier->fault = SQLITE_OK;
    if (setjmp(dossier->arena.escape)) {
        dossier->arena.armed = false;
        return dossier_fail(dossier, SQLITE_NOMEM, error);
    }
    dossier->arena.armed = true;
    mahdar_status status = article_write(dossier, id, sink, error);
    dossier->arena.armed = false;
    return status;
}
