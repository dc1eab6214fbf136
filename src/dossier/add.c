/* SPDX-License-Identifier: Apache-2.0
 * Role:   an article and its minutes become rows, in one transaction.
 * Input:  mahdar_minutes.   Output: rows of schema.h.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/day.h"
#include "dossier/row.h"
#include "text/text.h"

typedef struct Adding {
    mahdar_dossier *dossier;
    const mahdar_minutes *minutes;
    int64_t article; /* its row */
} Adding;

static Row begin(const Adding *adding, InsertId table) {
    return row_begin(adding->dossier, table, adding->article);
}

static const char *rule_of(mahdar_rule rule) {
    return rule.line ? rule.line : rule.name;
}

/* ---- Evidence and references ---- */

static void span_add(const Adding *adding, const char *record, const char *role, size_t number,
                     mahdar_span span) {
    if (span.begin >= span.end)
        return;
    Row row = begin(adding, INSERT_SPAN);
    row_string(&row, record);
    row_string(&row, role);
    row_integer(&row, (int64_t)number);
    row_integer(&row, span.begin);
    row_integer(&row, span.end);
    row_end(&row);
}

static void spans_add(const Adding *adding, const char *record, const char *role,
                      mahdar_spans spans) {
    for (size_t i = 0; i < spans.count; i++)
        span_add(adding, record, role, i, spans.at[i]);
}

static void link_add(const Adding *adding, const char *record, const char *role, size_t number,
                     const char *target) {
    Row row = begin(adding, INSERT_LINK);
    row_string(&row, record);
    row_string(&row, role);
    row_integer(&row, (int64_t)number);
    row_string(&row, target);
    row_end(&row);
}

static void actors_add(const Adding *adding, const char *record, const char *role,
                       mahdar_actor_list actors) {
    for (size_t i = 0; i < actors.count; i++)
        link_add(adding, record, role, i, actors.at[i]->id);
}

static void events_link(const Adding *adding, const char *record, const char *role,
                        mahdar_event_list events) {
    for (size_t i = 0; i < events.count; i++)
        link_add(adding, record, role, i, events.at[i]->id);
}

static void codes_add(const Adding *adding, const char *record, const char *role,
                      mahdar_strings codes) {
    for (size_t i = 0; i < codes.count; i++)
        link_add(adding, record, role, i, codes.at[i]);
}

#define ID(record) ((record) ? (record)->id : NULL)

/* ---- The kinds of record ---- */

static mahdar_text name_fold(const Adding *adding, const char *name) {
    Slice fold = text_fold(&adding->dossier->arena, slice_of(name), NULL);
    return (mahdar_text){fold.at, fold.length};
}

static void actor_add(const Adding *adding, const mahdar_actor *actor) {
    Row row = begin(adding, INSERT_ACTOR);
    row_string(&row, actor->id);
    row_string(&row, actor->name);
    row_text(&row, name_fold(adding, actor->name));
    row_string(&row, actor->kind);
    row_string(&row, actor->code);
    row_string(&row, actor->sector);
    row_string(&row, actor->office);
    row_integer(&row, actor->former);
    row_string(&row, rule_of(actor->rule));
    row_end(&row);
    spans_add(adding, actor->id, "mention", actor->mentions);
    span_add(adding, actor->id, "office", 0, actor->office_span);
}

static void place_add(const Adding *adding, const mahdar_place *place) {
    Row row = begin(adding, INSERT_PLACE);
    row_string(&row, place->id);
    row_string(&row, place->name);
    row_string(&row, place->country);
    if (place->located) {
        row_real(&row, place->latitude);
        row_real(&row, place->longitude);
    } else {
        row_null(&row);
        row_null(&row);
    }
    row_string(&row, rule_of(place->rule));
    row_end(&row);
    spans_add(adding, place->id, "mention", place->mentions);
}

static void time_add(const Adding *adding, const mahdar_time *time) {
    Row row = begin(adding, INSERT_TIME);
    row_string(&row, time->id);
    row_string(&row, time->type);
    row_string(&row, time->value);
    row_string(&row, time->relative);
    row_string(&row, time->first_day);
    row_string(&row, time->last_day);
    row_string(&row, rule_of(time->rule));
    row_end(&row);
    span_add(adding, time->id, "mention", 0, time->span);
}

/** "visit phone". */
static const char *modes_join(const Adding *adding, mahdar_strings modes) {
    const char *joined = "";
    for (size_t i = 0; i < modes.count; i++)
        joined = arena_format(&adding->dossier->arena, "%s%s%s", joined, *joined ? " " : "",
                              modes.at[i]);
    return joined;
}

static void event_add(const Adding *adding, const mahdar_event *event, size_t number) {
    Row row = begin(adding, INSERT_EVENT);
    row_string(&row, event->id);
    row_integer(&row, (int64_t)number);
    row_string(&row, event->type);
    row_string(&row, modes_join(adding, event->modes));
    row_string(&row, event->status);
    row_text(&row, mahdar_minutes_words(adding->minutes, event->trigger));
    row_string(&row, ID(event->place));
    row_string(&row, ID(event->time));
    row_string(&row, ID(event->quote));
    row_real(&row, event->confidence);
    row_string(&row, rule_of(event->status_rule));
    row_string(&row, rule_of(event->rule));
    row_end(&row);
    span_add(adding, event->id, "trigger", 0, event->trigger);
    span_add(adding, event->id, "span", 0, event->span);
    spans_add(adding, event->id, "mention", event->mentions);
    spans_add(adding, event->id, "agenda", event->agenda);
    actors_add(adding, event->id, "source", event->source);
    actors_add(adding, event->id, "target", event->target);
    actors_add(adding, event->id, "attribution", event->attribution);
}

static void quote_add(const Adding *adding, const mahdar_quote *quote, size_t number) {
    Row row = begin(adding, INSERT_QUOTE);
    row_string(&row, quote->id);
    row_integer(&row, (int64_t)number);
    row_string(&row, quote->kind);
    row_text(&row, mahdar_minutes_words(adding->minutes, quote->span));
    row_string(&row, ID(quote->speaker));
    row_string(&row, ID(quote->channel));
    row_string(&row, ID(quote->addressee));
    row_string(&row, ID(quote->time));
    row_string(&row, ID(quote->inside));
    row_real(&row, quote->confidence);
    row_string(&row, rule_of(quote->rule));
    row_end(&row);
    span_add(adding, quote->id, "span", 0, quote->span);
    span_add(adding, quote->id, "cue", 0, quote->cue);
}

static void instrument_add(const Adding *adding, const mahdar_instrument *instrument) {
    Row row = begin(adding, INSERT_INSTRUMENT);
    row_string(&row, instrument->id);
    row_string(&row, instrument->name);
    row_string(&row, instrument->kind);
    row_string(&row, instrument->status);
    row_string(&row, ID(instrument->time));
    row_string(&row, rule_of(instrument->rule));
    row_end(&row);
    span_add(adding, instrument->id, "span", 0, instrument->span);
    spans_add(adding, instrument->id, "mention", instrument->mentions);
    spans_add(adding, instrument->id, "clause", instrument->clauses);
    codes_add(adding, instrument->id, "party", instrument->party_codes);
}

static void condition_add(const Adding *adding, const mahdar_condition *condition) {
    Row row = begin(adding, INSERT_CONDITION);
    row_string(&row, condition->id);
    row_string(&row, ID(condition->by));
    row_string(&row, ID(condition->event));
    row_string(&row, rule_of(condition->rule));
    row_end(&row);
    span_add(adding, condition->id, "if", 0, condition->antecedent);
    span_add(adding, condition->id, "then", 0, condition->consequent);
}

static void expectation_add(const Adding *adding, const mahdar_expectation *expectation) {
    Row row = begin(adding, INSERT_EXPECTATION);
    row_string(&row, expectation->id);
    row_string(&row, expectation->kind);
    row_integer(&row, expectation->negated);
    row_string(&row, ID(expectation->holder));
    row_string(&row, rule_of(expectation->rule));
    row_end(&row);
    span_add(adding, expectation->id, "span", 0, expectation->span);
    span_add(adding, expectation->id, "cue", 0, expectation->cue);
}

static void source_add(const Adding *adding, const mahdar_source *source, size_t number) {
    const char *id = arena_format(&adding->dossier->arena, "s%zu", number + 1);
    Row row = begin(adding, INSERT_SOURCE);
    row_string(&row, id);
    row_string(&row, source->teller);
    row_string(&row, source->channel);
    row_string(&row, ID(source->teller_actor));
    row_string(&row, ID(source->channel_actor));
    row_string(&row, rule_of(source->rule));
    row_end(&row);
    span_add(adding, id, "span", 0, source->span);
}

/* ---- Talks ---- */

static int code_order(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/** The key that merges talks: their parties' codes in order, each once. NULL for none. */
static const char *parties_key(const Adding *adding, mahdar_strings parties) {
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

static void delegation_add(const Adding *adding, const mahdar_talks *talks, size_t number) {
    const mahdar_delegation *delegation = talks->delegations.at[number];
    const char *id = arena_format(&adding->dossier->arena, "%s.d%zu", talks->id, number + 1);
    Row row = begin(adding, INSERT_DELEGATION);
    row_string(&row, id);
    row_string(&row, talks->id);
    row_string(&row, delegation->party);
    row_string(&row, ID(delegation->head));
    row_string(&row, rule_of(delegation->rule));
    row_end(&row);
    span_add(adding, id, "span", 0, delegation->span);
    actors_add(adding, id, "member", delegation->members);
}

static void talks_add(const Adding *adding, const mahdar_talks *talks) {
    Row row = begin(adding, INSERT_TALKS);
    row_string(&row, talks->id);
    row_string(&row, parties_key(adding, talks->parties));
    row_string(&row, ID(talks->place));
    row_string(&row, ID(talks->begin));
    row_string(&row, ID(talks->end));
    row_string(&row, talks->status);
    row_integer(&row, talks->closed_doors);
    row_string(&row, talks->format.count ? modes_join(adding, talks->format) : NULL);
    row_string(&row, talks->outcome);
    row_integer(&row, talks->round);
    row_string(&row, rule_of(talks->rule));
    row_end(&row);
    spans_add(adding, talks->id, "agenda", talks->agenda);
    codes_add(adding, talks->id, "party", talks->parties);
    codes_add(adding, talks->id, "mediator", talks->mediators);
    events_link(adding, talks->id, "meeting", talks->meetings);
    events_link(adding, talks->id, "next", talks->next);
    for (size_t i = 0; i < talks->delegations.count; i++)
        delegation_add(adding, talks, i);
}

static void records_add(const Adding *adding) {
    const mahdar_actor_list actors = mahdar_minutes_actors(adding->minutes);
    const mahdar_place_list places = mahdar_minutes_places(adding->minutes);
    const mahdar_time_list times = mahdar_minutes_times(adding->minutes);
    const mahdar_event_list events = mahdar_minutes_events(adding->minutes);
    const mahdar_quote_list quotes = mahdar_minutes_quotes(adding->minutes);
    const mahdar_instrument_list texts = mahdar_minutes_instruments(adding->minutes);
    const mahdar_condition_list conditions = mahdar_minutes_conditions(adding->minutes);
    const mahdar_expectation_list hopes = mahdar_minutes_expectations(adding->minutes);
    const mahdar_source_list sources = mahdar_minutes_sources(adding->minutes);
    const mahdar_talks_list talks = mahdar_minutes_talks(adding->minutes);
    for (size_t i = 0; i < actors.count; i++)
        actor_add(adding, actors.at[i]);
    for (size_t i = 0; i < places.count; i++)
        place_add(adding, places.at[i]);
    for (size_t i = 0; i < times.count; i++)
        time_add(adding, times.at[i]);
    for (size_t i = 0; i < events.count; i++)
        event_add(adding, events.at[i], i);
    for (size_t i = 0; i < quotes.count; i++)
        quote_add(adding, quotes.at[i], i);
    for (size_t i = 0; i < texts.count; i++)
        instrument_add(adding, texts.at[i]);
    for (size_t i = 0; i < conditions.count; i++)
        condition_add(adding, conditions.at[i]);
    for (size_t i = 0; i < hopes.count; i++)
        expectation_add(adding, hopes.at[i]);
    for (size_t i = 0; i < sources.count; i++)
        source_add(adding, sources.at[i], i);
    for (size_t i = 0; i < talks.count; i++)
        talks_add(adding, talks.at[i]);
}

/* ---- The article ---- */

/** FNV-1a, 64 bits (Fowler, Noll, Vo 1991): tells whether an article changed, guards nothing. */
static bool digest_write(void *context, const char *bytes, size_t length) {
    uint64_t *digest = context;
    for (size_t i = 0; i < length; i++)
        *digest = (*digest ^ (unsigned char)bytes[i]) * 0x100000001B3u;
    return true;
}

static const uint64_t DIGEST_BEGIN = 0xCBF29CE484222325u;

static const char *article_digest(const Adding *adding) {
    uint64_t digest = DIGEST_BEGIN;
    mahdar_text text = mahdar_minutes_text(adding->minutes);
    digest_write(&digest, text.at, text.length);
    mahdar_minutes_write_json(adding->minutes, (mahdar_sink){digest_write, &digest});
    return arena_format(&adding->dossier->arena, "%016llx", (unsigned long long)digest);
}

static mahdar_text article_id(const Adding *adding) {
    mahdar_text id = mahdar_minutes_article(adding->minutes)->id;
    if (id.length)
        return id;
    uint64_t digest = DIGEST_BEGIN;
    mahdar_text text = mahdar_minutes_text(adding->minutes);
    digest_write(&digest, text.at, text.length);
    return mahdar_text_of(
        arena_format(&adding->dossier->arena, "text-%016llx", (unsigned long long)digest));
}

typedef struct Gathered {
    Arena *arena;
    VECTOR(char) bytes;
} Gathered;

static bool gather_write(void *context, const char *bytes, size_t length) {
    Gathered *gathered = context;
    for (size_t i = 0; i < length; i++)
        *VECTOR_PUSH(gathered->arena, &gathered->bytes) = bytes[i];
    return true;
}

static mahdar_text minutes_json(const Adding *adding) {
    Gathered gathered = {.arena = &adding->dossier->arena};
    mahdar_minutes_write_json(adding->minutes, (mahdar_sink){gather_write, &gathered});
    return (mahdar_text){gathered.bytes.at, gathered.bytes.count};
}

static int bind_or_null(sqlite3_stmt *statement, int column, mahdar_text value) {
    if (value.length == 0)
        return sqlite3_bind_null(statement, column);
    return sqlite3_bind_text64(statement, column, value.at, value.length, SQLITE_STATIC,
                               SQLITE_UTF8);
}

/** Whether the article is kept already, just as it is. */
static int article_known(const Adding *adding, mahdar_text id, const char *digest, bool *known) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(adding->dossier->database,
                                  "SELECT 1 FROM article WHERE id = ?1 AND digest = ?2", -1,
                                  &statement, NULL);
    if (code == SQLITE_OK)
        code = bind_or_null(statement, 1, id);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text(statement, 2, digest, -1, SQLITE_STATIC);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    *known = code == SQLITE_ROW;
    sqlite3_finalize(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

static int article_insert(Adding *adding, mahdar_text id, const char *digest) {
    const mahdar_article *article = mahdar_minutes_article(adding->minutes);
    int32_t day;
    Slice date = {article->date.at, (uint32_t)article->date.length};
    mahdar_text first_ten = {date.at, day_parse(date, &day) && date.length >= 10 ? 10 : 0};
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(adding->dossier->database,
                                  "INSERT INTO article (id, date, day, title, text, source, url,"
                                  " digest, minutes) VALUES (?,?,?,?,?,?,?,?,?)",
                                  -1, &statement, NULL);
    const mahdar_text values[] = {id, article->date, first_ten, article->title};
    for (int i = 0; i < 4 && code == SQLITE_OK; i++)
        code = bind_or_null(statement, i + 1, values[i]);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text64(statement, 5, article->text.at, article->text.length,
                                   SQLITE_STATIC, SQLITE_UTF8);
    if (code == SQLITE_OK)
        code = bind_or_null(statement, 6, article->source);
    if (code == SQLITE_OK)
        code = bind_or_null(statement, 7, article->url);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text(statement, 8, digest, -1, SQLITE_STATIC);
    mahdar_text minutes = minutes_json(adding);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text64(statement, 9, minutes.at, minutes.length, SQLITE_STATIC,
                                   SQLITE_UTF8);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    sqlite3_finalize(statement);
    adding->article = sqlite3_last_insert_rowid(adding->dossier->database);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int article_delete(const Adding *adding, mahdar_text id) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(adding->dossier->database, "DELETE FROM article WHERE id = ?1",
                                  -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = bind_or_null(statement, 1, id);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

/** All of it, inside a transaction that is open. */
static int article_add(Adding *adding, bool *changed) {
    mahdar_text id = article_id(adding);
    const char *digest = article_digest(adding);
    bool known;
    int code = article_known(adding, id, digest, &known);
    *changed = !known;
    if (code != SQLITE_OK || known)
        return code;
    code = article_delete(adding, id);
    if (code == SQLITE_OK)
        code = article_insert(adding, id, digest);
    if (code != SQLITE_OK)
        return code;
    records_add(adding);
    return adding->dossier->fault;
}

static int add_guarded(Adding *adding, bool *changed) {
    mahdar_dossier *dossier = adding->dossier;
    if (setjmp(dossier->arena.escape)) {
        dossier->arena.armed = false;
        return SQLITE_NOMEM;
    }
    dossier->arena.armed = true;
    int code = sqlite3_exec(dossier->database, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = article_add(adding, changed);
    if (code == SQLITE_OK)
        code = sqlite3_exec(dossier->database, "COMMIT", NULL, NULL, NULL);
    dossier->arena.armed = false;
    return code;
}

mahdar_status mahdar_dossier_add(mahdar_dossier *dossier, const mahdar_minutes *minutes,
                                 bool *changed, mahdar_error *error) {
    Adding adding = {.dossier = dossier, .minutes = minutes};
    bool did_change = false;
    arena_reset(&dossier->arena);
    dossier->fault = SQLITE_OK;
    int code = add_guarded(&adding, &did_change);
    mahdar_status status = code == SQLITE_OK ? MAHDAR_OK : dossier_fail(dossier, code, error);
    if (!sqlite3_get_autocommit(dossier->database))
        sqlite3_exec(dossier->database, "ROLLBACK", NULL, NULL, NULL);
    if (changed)
        *changed = status == MAHDAR_OK && did_change;
    return status;
}
