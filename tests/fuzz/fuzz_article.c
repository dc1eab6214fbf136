/* SPDX-License-Identifier: Apache-2.0
 * Role:   any article goes the whole way, and its minutes are sound.
 * Input:  title, line feed, body; without a line feed the body alone.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../hostile/sound.h"

static mahdar_reader *open_reader(void) {
    mahdar_model *model = NULL;
    mahdar_reader *reader = NULL;
    if (mahdar_model_open(NULL, NULL, &model, NULL) != MAHDAR_OK ||
        mahdar_reader_new(model, NULL, 0, &reader) != MAHDAR_OK)
        abort();
    return reader;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static mahdar_reader *reader; /* of this program, which has one thread */
    if (!reader)
        reader = open_reader();
    const char *bytes = (const char *)data;
    const char *end = size ? memchr(bytes, '\n', size) : NULL;
    size_t head = end ? (size_t)(end - bytes) : 0, skip = end ? head + 1 : 0;
    mahdar_article article = {.title = {bytes, head}, .text = {bytes + skip, size - skip}};
    if (size % 2)
        article.date = mahdar_text_of("2022-03-14");
    const mahdar_minutes *minutes;
    mahdar_error error;
    if (mahdar_read_article(reader, &article, &minutes, &error) != MAHDAR_OK)
        return 0;
    const char *fault = minutes_fault(minutes);
    if (fault) {
        fprintf(stderr, "not sound: %s\n", fault);
        abort();
    }
    return 0;
}
