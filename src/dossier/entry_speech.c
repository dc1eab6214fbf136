/* SPDX-License-Identifier: Apache-2.0
 * Role:   what an article says was said, waits for or is told through whom, as rows.
 */
#include "dossier/entry_row.h"
#include "dossier/key.h"

enum { SEED_QUOTE = 21 };

static void row_edges(Row *row, mahdar_span span) {
    row_integer(row, span.begin);
    row_integer(row, span.end);
}

/** Whoever speaks for a state is looked for together: an office here is a name there. */
static int64_t quote_bucket(const Adding *adding, const mahdar_quote *quote) {
    if (!quote->speaker)
        return bucket_of((Slice){"", 0}, SEED_QUOTE);
    if (quote->speaker->code)
        return bucket_of(slice_of(quote->speaker->code), SEED_QUOTE);
    Slice fold = entry_fold(adding, mahdar_text_of(quote->speaker->name));
    return bucket_of(word_bare(word_last(fold)), SEED_QUOTE + 1);
}

static void quote_add(const Adding *adding, const mahdar_quote *quote) {
    unsigned char packed[SKETCH_BYTES];
    Sketch sketch = {0};
    int64_t bucket = quote_bucket(adding, quote);
    if (quote->speaker && strcmp(quote->speaker->kind, "person") == 0)
        sketch_person(&adding->dossier->arena, &sketch, quote->speaker->code,
                      entry_fold(adding, mahdar_text_of(quote->speaker->name)));
    sketch_words(&sketch, entry_fold(adding, mahdar_minutes_words(adding->minutes, quote->span)));
    Row row = entry_begin(adding, SAYING_INSERT);
    row_integer(&row, id_number(quote->id));
    row_integer(&row, bucket);
    row_number_or_null(&row, ID(quote->speaker));
    row_number_or_null(&row, ID(quote->channel));
    row_number_or_null(&row, ID(quote->addressee));
    row_string(&row, quote->kind);
    row_string(&row, quote->time ? quote->time->first_day : NULL);
    row_edges(&row, quote->span);
    row_integer(&row, in_hundredths(quote->confidence));
    row_blob(&row, packed, sketch_pack(&sketch, packed));
    row_end(&row);
    touch(adding->dossier, MERGED_QUOTE, bucket);
}

static void condition_add(const Adding *adding, const mahdar_condition *condition) {
    Row row = entry_begin(adding, CONDITION_INSERT);
    row_integer(&row, id_number(condition->id));
    entry_actor(adding, &row, condition->by);
    row_number_or_null(&row, ID(condition->event));
    row_edges(&row, condition->antecedent);
    row_edges(&row, condition->consequent);
    row_end(&row);
}

/** The first event whose trigger lies in what is expected. */
static int64_t event_within(const Adding *adding, mahdar_span span) {
    const mahdar_event_list events = mahdar_minutes_events(adding->minutes);
    for (size_t i = 0; i < events.count; i++)
        if (events.at[i]->trigger.begin >= span.begin && events.at[i]->trigger.end <= span.end)
            return id_number(events.at[i]->id);
    return 0;
}

static void expectation_add(const Adding *adding, const mahdar_expectation *expectation) {
    Row row = entry_begin(adding, EXPECTATION_INSERT);
    row_integer(&row, id_number(expectation->id));
    row_string(&row, expectation->kind);
    row_integer(&row, expectation->negated);
    entry_actor(adding, &row, expectation->holder);
    row_number_or_null(&row, event_within(adding, expectation->span));
    row_edges(&row, expectation->span);
    row_end(&row);
}

static void source_add(const Adding *adding, const mahdar_source *source, size_t number) {
    Row row = entry_begin(adding, SOURCE_INSERT);
    row_integer(&row, (int64_t)number + 1);
    row_string(&row, source->teller);
    row_string(&row, source->channel);
    row_number_or_null(&row, ID(source->teller_actor));
    row_end(&row);
}

void entry_speech(const Adding *adding) {
    const mahdar_quote_list quotes = mahdar_minutes_quotes(adding->minutes);
    const mahdar_condition_list conditions = mahdar_minutes_conditions(adding->minutes);
    const mahdar_expectation_list hopes = mahdar_minutes_expectations(adding->minutes);
    const mahdar_source_list sources = mahdar_minutes_sources(adding->minutes);
    for (size_t i = 0; i < quotes.count; i++)
        quote_add(adding, quotes.at[i]);
    for (size_t i = 0; i < conditions.count; i++)
        condition_add(adding, conditions.at[i]);
    for (size_t i = 0; i < hopes.count; i++)
        expectation_add(adding, hopes.at[i]);
    for (size_t i = 0; i < sources.count; i++)
        source_add(adding, sources.at[i], i);
}
