/* SPDX-License-Identifier: Apache-2.0
 * Role:   an article as it is kept: its minutes as a tree, its words by code points.
 */
#ifndef MAHDAR_EXPORT_ARTICLE_H
#define MAHDAR_EXPORT_ARTICLE_H

#include "export/export.h"

/** Code points [begin, end). */
typedef struct Points {
    uint32_t begin, end;
} Points;

/** Make an article the one at hand. False: the export has failed. */
bool article_load(Export *export, const char *id);

/** Its words; cut where they reach past the text. */
Slice article_words(const Export *export, Points points);

/** Whether a value of its minutes is a span. */
bool points_read(json_object *value, Points *points);

void article_release(Export *export);

#endif
