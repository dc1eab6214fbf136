/* SPDX-License-Identifier: Apache-2.0
 * Role:   see article.h.
 */
#include "export/article.h"

#include <json-c/json_tokener.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "dossier/dossier.h"

enum { KEPT_STEP = 64, KEPT_FIRST = 1 << 16, DEPTH = 32 };

static bool bytes_add(void *context, const char *bytes, size_t length) {
    Kept *kept = context;
    if (kept->capacity - kept->length < length) {
        size_t capacity = kept->capacity ? kept->capacity : KEPT_FIRST;
        while (capacity - kept->length < length)
            capacity *= 2;
        char *grown = realloc(kept->bytes, capacity);
        if (!grown)
            return false;
        kept->bytes = grown;
        kept->capacity = capacity;
    }
    if (length)
        memcpy(kept->bytes + kept->length, bytes, length);
    kept->length += length;
    return true;
}

static json_object *tree_of(const Kept *kept) {
    struct json_tokener *tokener = json_tokener_new_ex(DEPTH);
    if (!tokener || kept->length > INT32_MAX)
        return NULL;
    json_object *root = json_tokener_parse_ex(tokener, kept->bytes, (int)kept->length);
    json_tokener_free(tokener);
    return root;
}

static Slice member_text(json_object *root, const char *name) {
    json_object *value;
    if (!json_object_object_get_ex(root, name, &value) ||
        !json_object_is_type(value, json_type_string))
        return (Slice){"", 0};
    return (Slice){json_object_get_string(value), (uint32_t)json_object_get_string_len(value)};
}

/** Title, line feed, text: what spans count in. */
static void text_join(Export *export) {
    Kept *kept = &export->article;
    Slice title = member_text(kept->root, "title"), text = member_text(kept->root, "text");
    size_t gap = title.length ? 1 : 0;
    char *joined = arena_alloc(&export->arena, (size_t)title.length + gap + text.length + 1);
    memcpy(joined, title.at, title.length);
    memcpy(joined + title.length, "\n", gap);
    memcpy(joined + title.length + gap, text.at, text.length);
    kept->text = (mahdar_text){joined, title.length + gap + text.length};
}

static void marks_make(Export *export) {
    Kept *kept = &export->article;
    uint32_t *marks = ARENA_ARRAY(&export->arena, uint32_t, kept->text.length / KEPT_STEP + 1);
    kept->points = 0;
    for (size_t at = 0; at < kept->text.length; at++)
        if (!utf8_continues(kept->text.at[at])) {
            if (kept->points % KEPT_STEP == 0)
                marks[kept->points / KEPT_STEP] = (uint32_t)at;
            kept->points++;
        }
    kept->marks = marks;
}

bool article_load(Export *export, const char *id) {
    Kept *kept = &export->article;
    json_object_put(kept->root);
    kept->root = NULL;
    kept->length = 0;
    if (export->status != MAHDAR_OK)
        return false;
    export->status =
        mahdar_dossier_article(export->dossier, id, (mahdar_sink){bytes_add, kept}, export->error);
    if (export->status != MAHDAR_OK)
        return false;
    kept->root = tree_of(kept);
    if (!kept->root || !json_object_is_type(kept->root, json_type_object)) {
        export->status = dossier_refuse(MAHDAR_ERROR_DATABASE, "a damaged article", export->error);
        return false;
    }
    text_join(export);
    marks_make(export);
    return true;
}

static size_t point_byte(const Kept *kept, uint32_t point) {
    if (point >= kept->points)
        return kept->text.length;
    size_t at = kept->marks[point / KEPT_STEP];
    for (uint32_t left = point % KEPT_STEP; left; left--)
        for (at++; at < kept->text.length && utf8_continues(kept->text.at[at]);)
            at++;
    return at;
}

Slice article_words(const Export *export, Points points) {
    size_t begin = point_byte(&export->article, points.begin);
    size_t end = point_byte(&export->article, points.end);
    return (Slice){export->article.text.at + begin, (uint32_t)(end > begin ? end - begin : 0)};
}

static bool point_read(json_object *pair, size_t at, uint32_t *point) {
    json_object *value = json_object_array_get_idx(pair, at);
    if (!json_object_is_type(value, json_type_int))
        return false;
    int64_t number = json_object_get_int64(value);
    *point = (uint32_t)number;
    return number >= 0 && number <= UINT32_MAX;
}

bool points_read(json_object *value, Points *points) {
    return json_object_is_type(value, json_type_array) && json_object_array_length(value) == 2 &&
           point_read(value, 0, &points->begin) && point_read(value, 1, &points->end) &&
           points->begin < points->end;
}

void article_release(Export *export) {
    json_object_put(export->article.root);
    free(export->article.bytes);
}
