/* SPDX-License-Identifier: Apache-2.0
 * Role:   see article.h. json-c reads, strictly; this checks and copies.
 * json-c takes memory of its own, so nothing may leave through the arena's escape while its
 * object lives: the block for all strings is taken before.
 */
#include "minutes/article.h"

#include <json-c/json.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/day.h"
#include "text/intake.h"

enum {
    DEPTH_LIMIT = 32,                  /* of fields that are skipped */
    LINE_LIMIT = 3 * TEXT_LIMIT + 4096 /* \u0627 takes three times the bytes of ا */
};

typedef struct JsonLine {
    Slice bytes;
    struct json_object *object;
    char *next; /* where the next string is copied to */
    mahdar_error *error;
} JsonLine;

static mahdar_status refuse(const JsonLine *line, mahdar_status status, size_t byte,
                            const char *format, ...) __attribute__((format(printf, 4, 5)));

static mahdar_status refuse(const JsonLine *line, mahdar_status status, size_t byte,
                            const char *format, ...) {
    mahdar_error *error = line->error;
    if (!error)
        return status;
    *error = (mahdar_error){.status = status, .byte = byte};
    va_list list;
    va_start(list, format);
    vsnprintf(error->message, sizeof error->message, format, list);
    va_end(list);
    return status;
}

/* ---- Where a field stands ---- */

/* The quotation mark that ends the string beginning at `at`. The line is valid JSON. */
static uint32_t string_end(Slice bytes, uint32_t at) {
    for (at++; at < bytes.length && bytes.at[at] != '"'; at++)
        if (bytes.at[at] == '\\')
            at++;
    return at;
}

static uint32_t skip_blanks(Slice bytes, uint32_t at) {
    while (at < bytes.length && strchr(" \t\r\n", bytes.at[at]) && bytes.at[at])
        at++;
    return at;
}

/* Byte at which the value of a field of the outer object begins; 0 where it is not found. */
static uint32_t field_byte(Slice bytes, const char *name) {
    Slice wanted = slice_of(name);
    int depth = 0;
    for (uint32_t at = 0; at < bytes.length; at++) {
        char c = bytes.at[at];
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        if (c != '"')
            continue;
        uint32_t end = string_end(bytes, at);
        uint32_t colon = skip_blanks(bytes, end + 1);
        bool key = depth == 1 && colon < bytes.length && bytes.at[colon] == ':';
        if (key && slice_equal(slice_cut(bytes, at + 1, end), wanted))
            return skip_blanks(bytes, colon + 1);
        at = end;
    }
    return 0;
}

/* The first byte that json-c lets pass and JSON does not: a name in single quotes, a control
 * character in a string. The line's length where there is none. */
static uint32_t lenient_byte(Slice bytes) {
    bool inside = false;
    for (uint32_t at = 0; at < bytes.length; at++) {
        unsigned char c = (unsigned char)bytes.at[at];
        if (inside ? c < ' ' : c == '\'')
            return at;
        if (c == '"')
            inside = !inside;
        else if (c == '\\' && inside)
            at++;
    }
    return bytes.length;
}

/* ---- Fields ---- */

/* A string field; an absent or null one stays empty. */
static mahdar_status take_field(JsonLine *line, const char *name, Slice *field) {
    struct json_object *value = NULL;
    *field = (Slice){"", 0};
    if (!json_object_object_get_ex(line->object, name, &value) || !value)
        return MAHDAR_OK;
    bool number = json_object_is_type(value, json_type_int) && strcmp(name, "id") == 0;
    if (!number && !json_object_is_type(value, json_type_string))
        return refuse(line, MAHDAR_ERROR_JSON, field_byte(line->bytes, name), "\"%s\" is no string",
                      name);
    const char *string = json_object_get_string(value);
    size_t length = number ? strlen(string) : (size_t)json_object_get_string_len(value);
    memcpy(line->next, string, length);
    *field = (Slice){line->next, (uint32_t)length};
    line->next += length + 1;
    return MAHDAR_OK;
}

static mahdar_status check_fields(const JsonLine *line, const Article *article) {
    int32_t day;
    if (!json_object_object_get(line->object, "text"))
        return refuse(line, MAHDAR_ERROR_JSON, 0, "no \"text\"");
    if (article->date.length && !day_parse(article->date, &day))
        return refuse(line, MAHDAR_ERROR_JSON, field_byte(line->bytes, "date"),
                      "\"date\" is no day of the calendar (want YYYY-MM-DD or RFC 3339)");
    if ((size_t)article->title.length + article->text.length >= TEXT_LIMIT)
        return refuse(line, MAHDAR_ERROR_LIMIT, field_byte(line->bytes, "text"),
                      "an article of more than %d bytes", TEXT_LIMIT);
    return MAHDAR_OK;
}

static mahdar_status take_fields(JsonLine *line, Article *article) {
    const struct {
        const char *name;
        Slice *field;
    } FIELDS[] = {{"id", &article->id},         {"date", &article->date},
                  {"title", &article->title},   {"text", &article->text},
                  {"source", &article->source}, {"url", &article->url}};
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        mahdar_status status = take_field(line, FIELDS[i].name, FIELDS[i].field);
        if (status != MAHDAR_OK)
            return status;
    }
    return check_fields(line, article);
}

/* ---- The line ---- */

static mahdar_status parse(JsonLine *line) {
    struct json_tokener *tokener = json_tokener_new_ex(DEPTH_LIMIT);
    if (!tokener)
        return refuse(line, MAHDAR_ERROR_MEMORY, 0, "out of memory");
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
    line->object = json_tokener_parse_ex(tokener, line->bytes.at, (int)line->bytes.length);
    enum json_tokener_error fault = json_tokener_get_error(tokener);
    size_t end = json_tokener_get_parse_end(tokener);
    json_tokener_free(tokener);
    if (fault == json_tokener_continue)
        return refuse(line, MAHDAR_ERROR_JSON, line->bytes.length, "the line ends too early");
    if (fault != json_tokener_success)
        return refuse(line, MAHDAR_ERROR_JSON, end, "%s", json_tokener_error_desc(fault));
    if (!json_object_is_type(line->object, json_type_object))
        return refuse(line, MAHDAR_ERROR_JSON, 0, "no JSON object");
    if (skip_blanks(line->bytes, (uint32_t)end) < line->bytes.length)
        return refuse(line, MAHDAR_ERROR_JSON, end, "something follows the object");
    uint32_t lenient = lenient_byte(line->bytes);
    if (lenient < line->bytes.length)
        return refuse(line, MAHDAR_ERROR_JSON, lenient, "unexpected character");
    return MAHDAR_OK;
}

mahdar_status article_from_json(Arena *arena, mahdar_text line, Article *article,
                                mahdar_error *error) {
    static const Article NOTHING;
    *article = NOTHING;
    JsonLine json = {.error = error};
    if (line.length > LINE_LIMIT)
        return refuse(&json, MAHDAR_ERROR_LIMIT, LINE_LIMIT, "a line of more than %d bytes",
                      LINE_LIMIT);
    json.bytes = (Slice){line.at, (uint32_t)line.length};
    uint32_t fault = intake_utf8_fault(json.bytes);
    if (fault != NONE)
        return refuse(&json, MAHDAR_ERROR_ENCODING, fault, "this byte begins no character");
    enum { FIELD_COUNT = 6 };
    json.next = arena_alloc(arena, line.length + FIELD_COUNT);
    mahdar_status status = parse(&json);
    if (status == MAHDAR_OK)
        status = take_fields(&json, article);
    json_object_put(json.object);
    return status;
}
