/* SPDX-License-Identifier: Apache-2.0
 * Role:   compares what a stage prints with what a file says it prints, or rewrites the file.
 * Input:  golden [--update] tests/golden/STAGE/FILE.txt …; the folder names the stage.
 * Output: file:line of each difference; exit code 1 if there was one.
 *
 *     === what it shows
 *     date: 2022-01-10          ┐ if need be
 *     title: عنوان              ┘
 *     النص                      \u200F stands for a sign that nobody sees
 *     ---
 *     what the stage prints
 */
#include <stdio.h>
#include <stdlib.h>

#include "mahdar.h"

static const char HEAD[] = "=== ", RULE[] = "---";

/* A line of the file, without its line feed. */
typedef struct Line {
    const char *at;
    size_t length;
} Line;

typedef struct Block {
    unsigned number; /* line of its head in the file, from 1 */
    Line name;
    const char *text;   /* lines from the head's end … */
    const char *rule;   /* … to the rule */
    const char *wanted; /* lines from the rule's end … */
    const char *end;    /* … to the next block */
} Block;

typedef struct Runner {
    mahdar_reader *reader;
    const char *path, *stage;
    bool update;
    FILE *rewritten; /* the file's new content */
    unsigned blocks, faults;
} Runner;

/* ---- Memory and files; a test program may give up ---- */

static void give_up(const char *path, const char *reason) {
    fprintf(stderr, "%s: %s\n", path, reason);
    exit(2);
}

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file)
        give_up(path, "cannot be read");
    char *bytes = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&bytes, &length);
    for (int c; (c = getc(file)) != EOF;)
        putc(c, memory);
    fclose(file);
    fclose(memory);
    return bytes;
}

static void write_file(const char *path, const char *bytes, size_t length) {
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, length, file) != length || fclose(file) != 0)
        give_up(path, "cannot be written");
}

/* ---- Reading the file ---- */

static Line line_at(const char *at) {
    return (Line){at, strcspn(at, "\n")};
}

static const char *next_line(const char *at) {
    size_t length = strcspn(at, "\n");
    return at[length] ? at + length + 1 : at + length;
}

static bool starts(const char *at, const char *prefix) {
    return strncmp(at, prefix, strlen(prefix)) == 0;
}

static bool is_rule(const char *at) {
    return starts(at, RULE) && (at[strlen(RULE)] == '\n' || at[strlen(RULE)] == '\0');
}

/* The block whose head is at `at`; counts its lines into *number. */
static Block read_block(const Runner *runner, const char *at, unsigned *number) {
    Block block = {.number = *number, .name = line_at(at + strlen(HEAD)), .text = next_line(at)};
    const char *line = block.text;
    for (++*number; *line && !is_rule(line); ++*number)
        line = next_line(line);
    if (!*line)
        give_up(runner->path, "a block has no ---");
    block.rule = line;
    block.wanted = line = next_line(line);
    for (++*number; *line && !starts(line, HEAD); ++*number)
        line = next_line(line);
    block.end = line;
    return block;
}

/* ---- The article of a block ---- */

static unsigned hex_value(const char *at) {
    char digits[5] = {at[0], at[1], at[2], at[3], '\0'};
    return (unsigned)strtoul(digits, NULL, 16);
}

static void put_point(FILE *out, unsigned point) {
    if (point < 0x80) {
        putc((int)point, out);
        return;
    }
    if (point >= 0x800)
        putc((int)(0xE0 | point >> 12), out);
    putc((int)(point >= 0x800 ? 0x80 | (point >> 6 & 0x3F) : 0xC0 | point >> 6), out);
    putc((int)(0x80 | (point & 0x3F)), out);
}

/* The lines from `at` to `end` without the last line feed, with \uXXXX written out. */
static char *unescape(const char *at, const char *end) {
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (end > at && end[-1] == '\n')
        end--;
    while (at < end) {
        bool escape = end - at >= 6 && at[0] == '\\' && at[1] == 'u';
        if (escape)
            put_point(out, hex_value(at + 2));
        else
            putc(*at, out);
        at += escape ? 6 : 1;
    }
    fclose(out);
    return text;
}

/* The rest of a line "name: …", and the line after it; NULL where it is another line. */
static char *take_header(const char **at, const char *name) {
    if (!starts(*at, name))
        return NULL;
    const char *begin = *at + strlen(name), *end = next_line(*at);
    *at = end;
    return unescape(begin, end);
}

static bool sink_write(void *context, const char *bytes, size_t length) {
    return fwrite(bytes, 1, length, context) == length;
}

/* What the stage prints for a block's article, to be freed. */
static char *print_block(const Runner *runner, const Block *block) {
    const char *at = block->text;
    char *date = take_header(&at, "date: "), *title = take_header(&at, "title: ");
    char *text = unescape(at, block->rule), *printed = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&printed, &length);
    mahdar_article article = {
        .date = mahdar_text_of(date), .title = mahdar_text_of(title), .text = mahdar_text_of(text)};
    const mahdar_minutes *minutes = NULL;
    mahdar_error error;
    mahdar_sink sink = {sink_write, out};
    if (mahdar_read_article(runner->reader, &article, &minutes, &error) != MAHDAR_OK)
        fprintf(out, "error: %s\n", error.message);
    else if (mahdar_minutes_print_stage(minutes, runner->stage, sink) != MAHDAR_OK)
        give_up(runner->path, "its folder is named after no stage");
    fclose(out);
    free(date);
    free(title);
    free(text);
    return printed;
}

/* ---- Comparing ---- */

static size_t trimmed(const char *begin, const char *end) {
    while (end > begin && (end[-1] == '\n' || end[-1] == ' '))
        end--;
    return (size_t)(end - begin);
}

/* Shows the first line that differs; the rest usually follows from it. */
static void show_difference(const Runner *runner, const Block *block, const char *printed) {
    const char *wanted = block->wanted;
    unsigned number = block->number;
    for (const char *at = block->text - 1; at < wanted - 1; at++)
        number += *at == '\n';
    while (wanted < block->end && *printed) {
        Line a = line_at(wanted), b = line_at(printed);
        if (a.length != b.length || memcmp(a.at, b.at, a.length) != 0)
            break;
        wanted = next_line(wanted);
        printed = next_line(printed);
        number++;
    }
    Line a = line_at(wanted < block->end ? wanted : ""), b = line_at(printed);
    fprintf(stderr, "%s:%u: %.*s\n  wanted: %.*s\n  got:    %.*s\n", runner->path, number,
            (int)block->name.length, block->name.at, (int)a.length, a.at, (int)b.length, b.at);
}

static void run_block(Runner *runner, const Block *block) {
    char *printed = print_block(runner, block);
    size_t got = trimmed(printed, printed + strlen(printed));
    size_t wanted = trimmed(block->wanted, block->end);
    bool same = got == wanted && memcmp(printed, block->wanted, got) == 0;
    runner->blocks++;
    if (!same && !runner->update) {
        runner->faults++;
        show_difference(runner, block, printed);
    }
    const char *head = block->name.at - strlen(HEAD);
    fprintf(runner->rewritten, "%.*s%.*s\n%s", (int)(block->wanted - head), head, (int)got, printed,
            *block->end ? "\n" : "");
    free(printed);
}

/* Lines before the first block are a comment on the file. */
static void run_file(Runner *runner) {
    char *bytes = read_file(runner->path), *rewritten = NULL;
    size_t length = 0;
    const char *at = bytes;
    unsigned number = 1;
    runner->rewritten = open_memstream(&rewritten, &length);
    for (; *at && !starts(at, HEAD); at = next_line(at), number++)
        fprintf(runner->rewritten, "%.*s\n", (int)line_at(at).length, at);
    while (*at) {
        Block block = read_block(runner, at, &number);
        run_block(runner, &block);
        at = block.end;
    }
    fclose(runner->rewritten);
    if (runner->update && strcmp(bytes, rewritten) != 0)
        write_file(runner->path, rewritten, length);
    free(rewritten);
    free(bytes);
}

/* The folder that a file is in: its stage. */
static char *folder_of(const char *path) {
    const char *end = strrchr(path, '/');
    if (!end)
        give_up(path, "stands in no folder of a stage");
    const char *begin = end;
    while (begin > path && begin[-1] != '/')
        begin--;
    return strndup(begin, (size_t)(end - begin));
}

int main(int count, char **arguments) {
    Runner runner = {.update = count > 1 && strcmp(arguments[1], "--update") == 0};
    mahdar_model *model = NULL;
    mahdar_error error;
    if (mahdar_model_open(NULL, NULL, &model, &error) != MAHDAR_OK)
        give_up("model", error.message);
    if (mahdar_reader_new(model, NULL, 0, &runner.reader) != MAHDAR_OK)
        give_up("reader", "out of memory");
    for (int i = runner.update ? 2 : 1; i < count; i++) {
        char *stage = folder_of(arguments[i]);
        runner.path = arguments[i];
        runner.stage = stage;
        run_file(&runner);
        free(stage);
    }
    mahdar_reader_close(runner.reader);
    mahdar_model_close(model);
    printf("%u blocks, %u differ\n", runner.blocks, runner.faults);
    return runner.faults != 0;
}
