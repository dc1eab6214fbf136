/* SPDX-License-Identifier: Apache-2.0
 * Role:   see asset.h. The files come in by embedded.S.
 */
#include "serve/asset.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"

#define WEB_FILE(name) extern const char web_##name[], web_##name##_end[];
WEB_FILE(index)
WEB_FILE(refused)
WEB_FILE(script)
WEB_FILE(style)
WEB_FILE(world)
WEB_FILE(regular)
WEB_FILE(bold)
#undef WEB_FILE

static const Asset ASSETS[] = {
    {"/", "text/html; charset=utf-8", web_index, web_index_end},
    {"/page.js", "text/javascript; charset=utf-8", web_script, web_script_end},
    {"/page.css", "text/css; charset=utf-8", web_style, web_style_end},
    {"/world.json", "application/json", web_world, web_world_end},
    {"/font-regular.ttf", "font/ttf", web_regular, web_regular_end},
    {"/font-bold.ttf", "font/ttf", web_bold, web_bold_end},
};

static const Asset REFUSED = {NULL, "text/html; charset=utf-8", web_refused, web_refused_end};

const Asset *asset_find(const char *path) {
    for (size_t i = 0; i < sizeof ASSETS / sizeof *ASSETS; i++)
        if (strcmp(ASSETS[i].path, path) == 0)
            return ASSETS[i].begin < ASSETS[i].end ? &ASSETS[i] : NULL;
    return NULL;
}

const Asset *asset_refused(void) {
    return &REFUSED;
}

void asset_etag(const Asset *asset, char etag[ETAG_LENGTH + 1]) {
    uint64_t hash = hash_bytes(asset->begin, (size_t)(asset->end - asset->begin), 0);
    snprintf(etag, ETAG_LENGTH + 1, "\"%016llx\"", (unsigned long long)hash);
}
