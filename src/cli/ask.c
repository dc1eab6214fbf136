/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar talks`, `people`, `events` …: ask a dossier.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/rows.h"

static mahdar_question question_of(const char *name) {
    int question = 0;
    while (strcmp(mahdar_question_name((mahdar_question)question), name) != 0)
        question++; /* commands.c names questions alone */
    return (mahdar_question)question;
}

static int table_print(mahdar_answer *answer, const Settings *settings) {
    mahdar_model *model = model_of(settings);
    if (!model)
        return EXIT_SYSTEM;
    bool good = rows_table(answer, model, language_of(settings));
    if (!good)
        report("table", "%s", mahdar_status_text(MAHDAR_ERROR_MEMORY));
    mahdar_model_close(model);
    return good ? EXIT_DONE : EXIT_SYSTEM;
}

static int answer_print(mahdar_answer *answer, const Settings *settings) {
    int code = EXIT_DONE;
    mahdar_error error;
    if (settings->json)
        rows_json(answer);
    else if (settings->csv)
        rows_csv(answer);
    else
        code = table_print(answer, settings);
    if (mahdar_answer_status(answer, &error) == MAHDAR_OK)
        return code;
    report_error(settings->names[0], 0, &error);
    return EXIT_SYSTEM;
}

/** `search DOSSIER WORDS…`: the words are one condition. NULL: none, or out of memory. */
static char *words_join(const Settings *settings) {
    size_t length = 1;
    for (int i = 1; i < settings->name_count; i++)
        length += strlen(settings->names[i]) + 1;
    char *joined = settings->name_count > 1 ? malloc(length) : NULL, *to = joined;
    for (int i = 1; joined && i < settings->name_count; i++)
        to = stpcpy(i > 1 ? stpcpy(to, " ") : to, settings->names[i]);
    return joined;
}

int run_ask(const Command *command, const Settings *settings) {
    mahdar_dossier *dossier;
    mahdar_answer *answer = NULL;
    mahdar_error error;
    mahdar_query query = conditions_of(settings);
    query.question = question_of(command->name);
    char *words = words_join(settings);
    if (words)
        query.text = words;
    mahdar_status status =
        mahdar_dossier_open(settings->names[0], MAHDAR_DOSSIER_READ, &dossier, &error);
    if (status == MAHDAR_OK)
        status = mahdar_dossier_ask(dossier, &query, &answer, &error);
    int code = status == MAHDAR_ERROR_ARGUMENT ? EXIT_USAGE : EXIT_SYSTEM;
    if (status == MAHDAR_OK)
        code = answer_print(answer, settings);
    else
        report_error(settings->names[0], 0, &error);
    mahdar_answer_close(answer);
    mahdar_dossier_close(dossier);
    free(words);
    int closed = output_close(stdout, "standard output");
    return code > closed ? code : closed;
}
