/* SPDX-License-Identifier: Apache-2.0
 * Role:   the smallest use of the library: read an article, print who met whom, when and where.
 * usage:  who_met_whom FILE [YYYY-MM-DD]     a .json article, or a plain text and its day
 */
#include <mahdar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 1 << 20 };

static void print_actors(mahdar_actor_list actors) {
    for (size_t i = 0; i < actors.count; i++)
        printf("%s%s", i ? " + " : "", actors.at[i]->name);
}

static void print_meeting(const mahdar_minutes *minutes, const mahdar_event *event) {
    mahdar_text words = mahdar_minutes_words(minutes, event->trigger);
    const mahdar_time *time = event->time;
    const char *when = !time ? "?" : time->value ? time->value : time->relative;
    printf("%s\t%s\t", when, event->status);
    print_actors(event->source);
    if (event->target.count) {
        printf(" > ");
        print_actors(event->target);
    }
    printf("\t%s\t%.*s\n", event->place ? event->place->name : "?", (int)words.length, words.at);
}

static void print_meetings(const mahdar_minutes *minutes) {
    mahdar_event_list events = mahdar_minutes_events(minutes);
    printf("when\tstatus\twho\twhere\twords\n");
    for (size_t i = 0; i < events.count; i++)
        if (strcmp(events.at[i]->type, "CONSULT") == 0)
            print_meeting(minutes, events.at[i]);
}

typedef struct Input {
    const char *name, *date;
    mahdar_text bytes;
} Input;

static mahdar_status input_read(mahdar_reader *reader, const Input *input,
                                const mahdar_minutes **minutes, mahdar_error *error) {
    size_t length = strlen(input->name);
    if (length > 5 && strcmp(input->name + length - 5, ".json") == 0)
        return mahdar_read_json(reader, input->bytes, minutes, error);
    mahdar_plain known = {.about = {.date = mahdar_text_of(input->date)}};
    return mahdar_read_plain(reader, input->bytes, &known, minutes, error);
}

static mahdar_status read_and_print(const Input *input, mahdar_error *error) {
    mahdar_model *model = NULL;
    mahdar_reader *reader = NULL;
    const mahdar_minutes *minutes;
    mahdar_status status = mahdar_model_open(NULL, NULL, &model, error);
    if (status == MAHDAR_OK)
        status = mahdar_reader_new(model, NULL, 0, &reader);
    if (status == MAHDAR_OK)
        status = input_read(reader, input, &minutes, error);
    if (status == MAHDAR_OK)
        print_meetings(minutes);
    mahdar_reader_close(reader);
    mahdar_model_close(model);
    return status;
}

int main(int count, char **words) {
    static char bytes[FILE_MOST];
    FILE *file = count > 1 ? fopen(words[1], "rb") : NULL;
    if (!file) {
        fprintf(stderr, "usage: who_met_whom FILE [YYYY-MM-DD]\n");
        return EXIT_FAILURE;
    }
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    Input input = {words[1], count > 2 ? words[2] : NULL, {bytes, length}};
    mahdar_error error = {0};
    mahdar_status status = read_and_print(&input, &error);
    if (status != MAHDAR_OK)
        fprintf(stderr, "%s: %s\n", words[1],
                *error.message ? error.message : mahdar_status_text(status));
    return status == MAHDAR_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
