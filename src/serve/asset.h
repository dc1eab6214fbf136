/* SPDX-License-Identifier: Apache-2.0
 * Role:   the files of the page, which the build has put into the library.
 */
#ifndef MAHDAR_SERVE_ASSET_H
#define MAHDAR_SERVE_ASSET_H

#include <stddef.h>

enum { ETAG_LENGTH = 18 /* sixteen digits in quotes */ };

typedef struct Asset {
    const char *path; /* NULL: the page for those who have no token */
    const char *type;
    const char *begin, *end;
} Asset;

/** The file that is asked for by `path`; NULL: there is none, or the build did without. */
const Asset *asset_find(const char *path);

const Asset *asset_refused(void);

/** What tells one version of the file from another. */
void asset_etag(const Asset *asset, char etag[ETAG_LENGTH + 1]);

#endif
