/* SPDX-License-Identifier: Apache-2.0
 * Role:   the workspace of one thread, and the edge at which running out of memory ends.
 * Input:  an article as fields, a JSON line, a plain text, or pieces of one.   Output: minutes.
 *
 *     mahdar_read_* ─▶ guarded: setjmp ─▶ job ─▶ minutes_read ─▶ view_run
 *                         ▲                          │ arena_alloc: no memory
 *                         └────────── longjmp ───────┘   → MAHDAR_ERROR_MEMORY, arena emptied
 */
#include <stdarg.h>
#include <stdio.h>

#include "base/day.h"
#include "mention/name/names.h"
#include "minutes/article.h"
#include "minutes/view.h"
#include "reading/vocabulary.h"
#include "text/intake.h"

enum { TITLE_BYTES = 400 }; /* a first line that is longer is a paragraph */

struct mahdar_reader {
    Arena arena;
    mahdar_allocator allocator;
    const Model *model;
    Memory memory;
    double least; /* confidence of the events and quotes that are wanted */
    bool feeding; /* pieces are being gathered in `fed` */
    VECTOR(char) fed;
};

/** What a guarded call works on. */
typedef struct Job {
    mahdar_reader *reader;
    mahdar_text bytes;
    const char *charset;
    const mahdar_article *about;
    const mahdar_minutes *minutes;
    mahdar_text decoded;
    mahdar_error error;
} Job;

typedef mahdar_status (*Work)(Job *job);

static mahdar_status job_fail(Job *job, mahdar_status status, uint64_t byte, const char *format,
                              ...) __attribute__((format(printf, 4, 5)));

static mahdar_status job_fail(Job *job, mahdar_status status, uint64_t byte, const char *format,
                              ...) {
    job->error = (mahdar_error){.status = status, .byte = byte};
    va_list list;
    va_start(list, format);
    vsnprintf(job->error.message, sizeof job->error.message, format, list);
    va_end(list);
    return status;
}

static void reader_empty(mahdar_reader *reader) {
    arena_reset(&reader->arena);
    reader->feeding = false;
    memset(&reader->fed, 0, sizeof reader->fed);
}

/** Run `work` with the escape set. */
static mahdar_status guarded(Job *job, Work work, mahdar_error *error) {
    mahdar_reader *reader = job->reader;
    if (setjmp(reader->arena.escape)) {
        reader->arena.armed = false;
        arena_release(&reader->arena);
        reader_empty(reader);
        job_fail(job, MAHDAR_ERROR_MEMORY, 0, "out of memory, or past the ceiling of %zu bytes",
                 reader->arena.ceiling);
    } else {
        reader->arena.armed = true;
        job->error.status = work(job);
        reader->arena.armed = false;
    }
    if (error)
        *error = job->error;
    return job->error.status;
}

/* ---- The steps of every way in ---- */

static mahdar_status limit_check(Job *job, mahdar_text text) {
    if (text.length <= MAHDAR_ARTICLE_LIMIT)
        return MAHDAR_OK;
    return job_fail(job, MAHDAR_ERROR_LIMIT, MAHDAR_ARTICLE_LIMIT,
                    "an article of more than %zu bytes", MAHDAR_ARTICLE_LIMIT);
}

static mahdar_status date_read(Job *job, Slice date, int32_t *published) {
    *published = DAY_NONE;
    if (date.length == 0 || day_parse(date, published))
        return MAHDAR_OK;
    return job_fail(job, MAHDAR_ERROR_ARGUMENT, 0, "no date: \"%.*s\" (want YYYY-MM-DD)",
                    date.length < 40 ? (int)date.length : 40, date.at);
}

static mahdar_status article_read(Job *job, const Article *article) {
    mahdar_reader *reader = job->reader;
    int32_t published;
    mahdar_status status = date_read(job, article->date, &published);
    if (status == MAHDAR_OK)
        status = limit_check(
            job, (mahdar_text){NULL, (size_t)article->title.length + article->text.length + 1});
    if (status != MAHDAR_OK)
        return status;
    const Minutes *minutes =
        minutes_read(&reader->arena, reader->model, &reader->memory, article, published);
    job->minutes = view_run(&reader->arena, minutes, reader->least);
    return MAHDAR_OK;
}

/** Copy a field; it must be UTF-8. */
static mahdar_status field_copy(Job *job, const char *name, mahdar_text field, Slice *copy) {
    *copy = (Slice){"", 0};
    mahdar_status status = limit_check(job, field);
    if (status != MAHDAR_OK || field.length == 0)
        return status;
    Slice bytes = {field.at, (uint32_t)field.length};
    uint32_t fault = intake_utf8_fault(bytes);
    if (fault != NONE)
        return job_fail(job, MAHDAR_ERROR_ENCODING, fault, "%s is not valid UTF-8", name);
    *copy = (Slice){arena_copy(&job->reader->arena, bytes), bytes.length};
    return MAHDAR_OK;
}

static mahdar_status about_copy(Job *job, Article *article) {
    static const mahdar_article NOTHING;
    const mahdar_article *about = job->about ? job->about : &NOTHING;
    mahdar_status status = field_copy(job, "id", about->id, &article->id);
    if (status == MAHDAR_OK)
        status = field_copy(job, "date", about->date, &article->date);
    if (status == MAHDAR_OK)
        status = field_copy(job, "title", about->title, &article->title);
    if (status == MAHDAR_OK)
        status = field_copy(job, "source", about->source, &article->source);
    if (status == MAHDAR_OK)
        status = field_copy(job, "url", about->url, &article->url);
    return status;
}

/* ---- An article as fields ---- */

static mahdar_status work_article(Job *job) {
    Article article = {0};
    mahdar_status status = about_copy(job, &article);
    if (status == MAHDAR_OK)
        status = field_copy(job, "text", job->about->text, &article.text);
    return status == MAHDAR_OK ? article_read(job, &article) : status;
}

/* ---- A JSON line ---- */

static mahdar_status work_json(Job *job) {
    Article article = {0};
    mahdar_status status =
        article_from_json(&job->reader->arena, job->bytes, &article, &job->error);
    return status == MAHDAR_OK ? article_read(job, &article) : status;
}

/* ---- A plain text ---- */

static bool is_blank(Slice text) {
    for (uint32_t i = 0; i < text.length; i++)
        if ((unsigned char)text.at[i] > ' ')
            return false;
    return true;
}

/** "title LF body": the first line is the title where it is a line and a body follows. */
static void title_split(Slice text, Article *article) {
    article->text = text;
    const char *feed = text.length ? memchr(text.at, '\n', text.length) : NULL;
    if (!feed || article->title.length)
        return;
    uint32_t end = (uint32_t)(feed - text.at);
    Slice title = slice_cut(text, 0, end), body = slice_cut(text, end + 1, text.length);
    if (end > TITLE_BYTES || is_blank(title) || is_blank(body))
        return;
    article->title = title;
    article->text = body;
}

static mahdar_status decode(Job *job, Slice *utf8) {
    mahdar_status status = limit_check(job, job->bytes);
    if (status != MAHDAR_OK)
        return status;
    Slice bytes = {job->bytes.at ? job->bytes.at : "", (uint32_t)job->bytes.length};
    return intake_decode(&job->reader->arena, bytes, job->charset, utf8, &job->error);
}

static mahdar_status work_plain(Job *job) {
    Article article = {0};
    Slice utf8;
    mahdar_status status = decode(job, &utf8);
    if (status == MAHDAR_OK)
        status = about_copy(job, &article);
    if (status != MAHDAR_OK)
        return status;
    /* intake may hand back the caller's own bytes: the minutes must outlive them */
    title_split((Slice){arena_copy(&job->reader->arena, utf8), utf8.length}, &article);
    return article_read(job, &article);
}

static mahdar_status work_decode(Job *job) {
    Slice utf8;
    mahdar_status status = decode(job, &utf8);
    if (status == MAHDAR_OK)
        job->decoded = (mahdar_text){arena_copy(&job->reader->arena, utf8), utf8.length};
    return status;
}

/* ---- Pieces ---- */

static mahdar_status work_feed(Job *job) {
    mahdar_reader *reader = job->reader;
    size_t total = reader->fed.count + job->bytes.length;
    if (job->bytes.length > MAHDAR_ARTICLE_LIMIT || total > MAHDAR_ARTICLE_LIMIT) {
        reader_empty(reader);
        return limit_check(job, (mahdar_text){NULL, MAHDAR_ARTICLE_LIMIT + 1});
    }
    while (reader->fed.capacity < total)
        reader->fed.at = vector_grow(&reader->arena, reader->fed.at, &reader->fed.capacity, 1);
    if (job->bytes.length)
        memcpy(reader->fed.at + reader->fed.count, job->bytes.at, job->bytes.length);
    reader->fed.count = (uint32_t)total;
    return MAHDAR_OK;
}

/* ---- The public functions ---- */

mahdar_status mahdar_reader_new(const mahdar_model *model, const mahdar_allocator *allocator,
                                size_t ceiling, mahdar_reader **reader) {
    *reader = NULL;
    mahdar_allocator chosen = allocator_or_system(allocator);
    mahdar_reader *made = chosen.alloc(chosen.context, sizeof *made);
    if (!made)
        return MAHDAR_ERROR_MEMORY;
    memset(made, 0, sizeof *made);
    made->allocator = chosen;
    arena_init(&made->arena, &chosen, ceiling ? ceiling : MAHDAR_CEILING_DEFAULT);
    made->model = (const Model *)model;
    made->memory = (Memory){vocabulary_new(&made->allocator), name_memory_new(&made->allocator)};
    if (!made->memory.vocabulary || !made->memory.names) {
        mahdar_reader_close(made);
        return MAHDAR_ERROR_MEMORY;
    }
    *reader = made;
    return MAHDAR_OK;
}

void mahdar_reader_close(mahdar_reader *reader) {
    if (!reader)
        return;
    arena_release(&reader->arena);
    mahdar_allocator allocator = reader->allocator;
    vocabulary_free(reader->memory.vocabulary, &allocator);
    name_memory_free(reader->memory.names, &allocator);
    allocator.free(allocator.context, reader, sizeof *reader);
}

void mahdar_reader_set_confidence(mahdar_reader *reader, double least) {
    reader->least = least;
}

size_t mahdar_reader_peak(const mahdar_reader *reader) {
    return reader->arena.peak;
}

/** Begin a new article, run, hand out its minutes. */
static mahdar_status job_run(Job *job, Work work, const mahdar_minutes **minutes,
                             mahdar_error *error) {
    *minutes = NULL;
    reader_empty(job->reader);
    mahdar_status status = guarded(job, work, error);
    if (status == MAHDAR_OK)
        *minutes = job->minutes;
    return status;
}

mahdar_status mahdar_read_article(mahdar_reader *reader, const mahdar_article *article,
                                  const mahdar_minutes **minutes, mahdar_error *error) {
    Job job = {.reader = reader, .about = article};
    return job_run(&job, work_article, minutes, error);
}

mahdar_status mahdar_read_json(mahdar_reader *reader, mahdar_text line,
                               const mahdar_minutes **minutes, mahdar_error *error) {
    Job job = {.reader = reader, .bytes = line};
    return job_run(&job, work_json, minutes, error);
}

static Job plain_job(mahdar_reader *reader, mahdar_text bytes, const mahdar_plain *known) {
    Job job = {.reader = reader, .bytes = bytes};
    if (known) {
        job.charset = known->charset;
        job.about = &known->about;
    }
    return job;
}

mahdar_status mahdar_read_plain(mahdar_reader *reader, mahdar_text bytes, const mahdar_plain *known,
                                const mahdar_minutes **minutes, mahdar_error *error) {
    Job job = plain_job(reader, bytes, known);
    return job_run(&job, work_plain, minutes, error);
}

mahdar_status mahdar_decode(mahdar_reader *reader, mahdar_text bytes, const char *charset,
                            mahdar_text *utf8, mahdar_error *error) {
    Job job = {.reader = reader, .bytes = bytes, .charset = charset};
    reader_empty(reader);
    mahdar_status status = guarded(&job, work_decode, error);
    *utf8 = job.decoded;
    return status;
}

mahdar_status mahdar_feed(mahdar_reader *reader, mahdar_text piece, mahdar_error *error) {
    if (!reader->feeding)
        reader_empty(reader);
    reader->feeding = true;
    Job job = {.reader = reader, .bytes = piece};
    return guarded(&job, work_feed, error);
}

mahdar_status mahdar_feed_end(mahdar_reader *reader, const mahdar_plain *known,
                              const mahdar_minutes **minutes, mahdar_error *error) {
    Job job = plain_job(reader, (mahdar_text){reader->fed.at, reader->fed.count}, known);
    *minutes = NULL;
    mahdar_status status = guarded(&job, work_plain, error);
    reader->feeding = false;
    if (status == MAHDAR_OK)
        *minutes = job.minutes;
    return status;
}
