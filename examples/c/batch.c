/* SPDX-License-Identifier: Apache-2.0
 * Role:   a batch: articles as JSON Lines in, minutes as JSON Lines on standard output.
 * usage:  batch [FILE]     without FILE, standard input
 */
#define _POSIX_C_SOURCE 200809L
#include <mahdar.h>
#include <stdio.h>
#include <stdlib.h>

static bool to_output(void *context, const char *bytes, size_t length) {
    return fwrite(bytes, 1, length, context) == length;
}

/** One line in, one line out; a line that cannot be read is told of and skipped. */
static bool line_extract(mahdar_reader *reader, mahdar_text line, unsigned long number) {
    const mahdar_minutes *minutes;
    mahdar_error error;
    if (mahdar_read_json(reader, line, &minutes, &error) != MAHDAR_OK) {
        fprintf(stderr, "line %lu, byte %llu: %s\n", number, (unsigned long long)error.byte,
                error.message);
        return true;
    }
    return mahdar_minutes_write_json(minutes, (mahdar_sink){to_output, stdout}) == MAHDAR_OK &&
           putchar('\n') != EOF;
}

static bool file_extract(mahdar_reader *reader, FILE *from) {
    char *line = NULL;
    size_t room = 0;
    unsigned long number = 0;
    bool good = true;
    for (ssize_t length; good && (length = getline(&line, &room, from)) > 0;)
        good = line_extract(reader, (mahdar_text){line, (size_t)length}, ++number);
    free(line);
    return good;
}

int main(int count, char **words) {
    FILE *from = count > 1 ? fopen(words[1], "r") : stdin;
    mahdar_model *model;
    mahdar_reader *reader;
    if (!from || mahdar_model_open(NULL, NULL, &model, NULL) != MAHDAR_OK ||
        mahdar_reader_new(model, NULL, 0, &reader) != MAHDAR_OK) {
        fprintf(stderr, "cannot begin\n");
        return EXIT_FAILURE;
    }
    bool good = file_extract(reader, from);
    mahdar_reader_close(reader);
    mahdar_model_close(model);
    fclose(from);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
