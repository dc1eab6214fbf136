/* SPDX-License-Identifier: Apache-2.0
 * Role:   a line of the batch contract becomes an article.
 * Input:  one JSON object: {"text", "id"?, "date"?, "title"?, "source"?, "url"?}.
 * Output: Article in the arena, or why not, with the byte of the line.
 */
#ifndef MAHDAR_MINUTES_ARTICLE_H
#define MAHDAR_MINUTES_ARTICLE_H

#include "minutes/minutes.h"

/** Read strict JSON. Other fields are skipped, null is a field left out, a number will do as id.
 *  Fails with MAHDAR_ERROR_ENCODING (no UTF-8), _JSON (no object, a field of another type, no
 *  text, a date that is none) or _LIMIT; error->line is left to who counts lines. */
mahdar_status article_from_json(Arena *arena, mahdar_text line, Article *article,
                                mahdar_error *error);

#endif
