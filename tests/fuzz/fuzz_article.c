/* SPDX-License-Identifier: Apache-2.0
 * Role:   any article goes the whole way, and every span of its minutes lies in the text.
 * Input:  title, line feed, body; without a line feed the body alone.
 */
#include <stdlib.h>

#include "mahdar.h"

static bool swallow(void *context, const char *bytes, size_t length) {
    (void)bytes;
    *(size_t *)context += length;
    return true;
}

static void check_span(const mahdar_minutes *minutes, mahdar_span span) {
    if (span.begin > span.end)
        abort();
    if (span.end > span.begin && mahdar_minutes_words(minutes, span).length == 0)
        abort();
}

static void check_times(const mahdar_minutes *minutes) {
    mahdar_time_list times = mahdar_minutes_times(minutes);
    for (size_t i = 0; i < times.count; i++)
        check_span(minutes, times.at[i]->span);
}

static void check_actors(const mahdar_minutes *minutes) {
    mahdar_actor_list actors = mahdar_minutes_actors(minutes);
    for (size_t i = 0; i < actors.count; i++)
        for (size_t k = 0; k < actors.at[i]->mentions.count; k++)
            check_span(minutes, actors.at[i]->mentions.at[k]);
}

static void check_records(const mahdar_minutes *minutes) {
    mahdar_event_list events = mahdar_minutes_events(minutes);
    for (size_t i = 0; i < events.count; i++) {
        check_span(minutes, events.at[i]->trigger);
        check_span(minutes, events.at[i]->span);
    }
    mahdar_quote_list quotes = mahdar_minutes_quotes(minutes);
    for (size_t i = 0; i < quotes.count; i++) {
        check_span(minutes, quotes.at[i]->span);
        check_span(minutes, quotes.at[i]->cue);
    }
    mahdar_condition_list conditions = mahdar_minutes_conditions(minutes);
    for (size_t i = 0; i < conditions.count; i++) {
        check_span(minutes, conditions.at[i]->antecedent);
        check_span(minutes, conditions.at[i]->consequent);
    }
    mahdar_instrument_list instruments = mahdar_minutes_instruments(minutes);
    for (size_t i = 0; i < instruments.count; i++)
        check_span(minutes, instruments.at[i]->span);
}

static void print_all(const mahdar_minutes *minutes) {
    size_t count = 0;
    mahdar_sink sink = {swallow, &count};
    mahdar_page page = {.language = MAHDAR_ARABIC, .why = true};
    mahdar_minutes_write_json(minutes, sink);
    mahdar_minutes_print(minutes, &page, sink);
    for (size_t i = 0; i < mahdar_stage_count(); i++)
        mahdar_minutes_print_stage(minutes, mahdar_stage_name(i), sink);
}

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
    check_times(minutes);
    check_actors(minutes);
    check_records(minutes);
    print_all(minutes);
    return 0;
}
