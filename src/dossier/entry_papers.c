/* SPDX-License-Identifier: Apache-2.0
 * Role:   the texts and talks of an article, as rows.
 */
#include <stdlib.h>

#include "dossier/entry_row.h"
#include "dossier/key.h"

enum { SEED_TEXT = 31, SEED_TALKS };

static int code_order(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/** Codes in order, each once: "NOR PRT". NULL for none. */
static const char *codes_join(const Adding *adding, mahdar_strings parties) {
    Arena *arena = &adding->dossier->arena;
    const char **codes = ARENA_ARRAY(arena, const char *, parties.count);
    for (size_t i = 0; i < parties.count; i++)
        codes[i] = parties.at[i];
    qsort(codes, parties.count, sizeof *codes, code_order);
    const char *key = NULL;
    for (size_t i = 0; i < parties.count; i++)
        if (i == 0 || strcmp(codes[i], codes[i - 1]) != 0)
            key = key ? arena_format(arena, "%s %s", key, codes[i]) : codes[i];
    return key;
}

/* ---- Texts ---- */

/** The name's first two words tell texts apart; a name of one ("الاتفاق", the agreement) needs the
 *  parties as well. */
static int64_t text_bucket(const Adding *adding, const mahdar_instrument *text, Slice fold,
                           const char *parties) {
    Arena *arena = &adding->dossier->arena;
    Slice first = {"", 0}, second = {"", 0};
    uint32_t at = 0;
    word_next(fold, &at, &first);
    word_next(fold, &at, &second);
    first = word_bare(first);
    const char *tail = second.length ? arena_copy(arena, word_bare(second))
                                     : arena_format(arena, "/%s", parties ? parties : "");
    const char *whole =
        arena_format(arena, "%s %.*s %s", text->kind, (int)first.length, first.at, tail);
    return bucket_of(slice_of(whole), SEED_TEXT);
}

static void clause_add(const Adding *adding, const mahdar_instrument *text, size_t number) {
    const mahdar_provision *provision = &text->provisions[number];
    Row row = entry_begin(adding, CLAUSE_INSERT);
    row_integer(&row, id_number(text->id));
    row_integer(&row, (int64_t)number);
    row_integer(&row, text->clauses.at[number].begin);
    row_integer(&row, text->clauses.at[number].end);
    row_string(&row, text->provisions ? provision->force : NULL);
    row_string(&row, text->provisions ? provision->binds : NULL);
    row_end(&row);
}

static void text_add(const Adding *adding, const mahdar_instrument *text) {
    const char *parties = codes_join(adding, text->party_codes);
    Slice fold = entry_fold(adding, mahdar_text_of(text->name));
    int64_t bucket = text_bucket(adding, text, fold, parties);
    Row row = entry_begin(adding, CITING_INSERT);
    row_integer(&row, id_number(text->id));
    row_integer(&row, bucket);
    row_string(&row, text->name);
    row_text(&row, (mahdar_text){fold.at, fold.length});
    row_string(&row, text->kind);
    row_string(&row, text->status);
    row_string(&row, text->time ? text->time->first_day : NULL);
    row_string(&row, parties);
    row_integer(&row, (int64_t)text->clauses.count);
    row_integer(&row, text->span.begin);
    row_integer(&row, text->span.end);
    row_end(&row);
    for (size_t i = 0; i < text->clauses.count; i++)
        clause_add(adding, text, i);
    touch(adding->dossier, MERGED_INSTRUMENT, bucket);
}

/* ---- Talks ---- */

/** The delegates of one negotiation, numbered as they come. */
typedef struct Seats {
    const Adding *adding;
    const mahdar_talks *talks;
    int64_t number;
} Seats;

static void delegate_add(Seats *seats, const char *party, const mahdar_actor *actor,
                         const char *role) {
    Row row = entry_begin(seats->adding, DELEGATE_INSERT);
    row_integer(&row, id_number(seats->talks->id));
    row_integer(&row, seats->number++);
    row_string(&row, party);
    row_integer(&row, id_number(actor->id));
    row_string(&row, role);
    row_end(&row);
}

static void delegations_add(const Adding *adding, const mahdar_talks *talks) {
    Seats seats = {adding, talks, 0};
    for (size_t i = 0; i < talks->delegations.count; i++) {
        const mahdar_delegation *delegation = talks->delegations.at[i];
        if (delegation->head)
            delegate_add(&seats, delegation->party, delegation->head, "head");
        for (size_t k = 0; k < delegation->members.count; k++)
            delegate_add(&seats, delegation->party, delegation->members.at[k], "member");
    }
}

static void held_add(const Adding *adding, const mahdar_talks *talks, mahdar_event_list events,
                     bool coming) {
    for (size_t i = 0; i < events.count; i++) {
        Row row = entry_begin(adding, HELD_INSERT);
        row_integer(&row, id_number(talks->id));
        row_integer(&row, id_number(events.at[i]->id));
        row_integer(&row, coming);
        row_end(&row);
    }
}

/** Talks whose parties are not known are merged with none. */
static int64_t talks_bucket(const Adding *adding, const mahdar_talks *talks, const char *parties) {
    Arena *arena = &adding->dossier->arena;
    mahdar_text id = adding->id;
    if (!parties)
        parties = arena_format(arena, "%.*s %s", (int)id.length, id.at, talks->id);
    return bucket_of(slice_of(parties), SEED_TALKS);
}

static void talks_add(const Adding *adding, const mahdar_talks *talks) {
    const char *parties = codes_join(adding, talks->parties);
    const mahdar_time *last = talks->end ? talks->end : talks->begin;
    int64_t bucket = talks_bucket(adding, talks, parties);
    mahdar_span agenda = talks->agenda.count ? talks->agenda.at[0] : (mahdar_span){0, 0};
    Row row = entry_begin(adding, SITTING_INSERT);
    row_integer(&row, id_number(talks->id));
    row_integer(&row, bucket);
    row_string(&row, parties);
    row_string(&row, codes_join(adding, talks->mediators));
    row_number_or_null(&row, ID(talks->place));
    row_string(&row, talks->begin ? talks->begin->first_day : NULL);
    row_string(&row, last ? last->last_day : NULL);
    row_string(&row, talks->status);
    row_integer(&row, talks->closed_doors);
    row_string(&row, entry_join(adding, talks->format));
    row_string(&row, talks->outcome);
    row_number_or_null(&row, talks->round);
    entry_span(&row, agenda);
    row_end(&row);
    held_add(adding, talks, talks->meetings, false);
    held_add(adding, talks, talks->next, true);
    delegations_add(adding, talks);
    touch(adding->dossier, MERGED_TALKS, bucket);
}

void entry_papers(const Adding *adding) {
    const mahdar_instrument_list texts = mahdar_minutes_instruments(adding->minutes);
    const mahdar_talks_list talks = mahdar_minutes_talks(adding->minutes);
    for (size_t i = 0; i < texts.count; i++)
        text_add(adding, texts.at[i]);
    for (size_t i = 0; i < talks.count; i++)
        talks_add(adding, talks.at[i]);
}
