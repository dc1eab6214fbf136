/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar talks|people|events|quotes|articles`: ask a dossier.
 */
#include <string.h>

#include "cli/command.h"
#include "cli/rows.h"

static mahdar_question question_of(const char *name) {
    static const char *const NAMES[] = {[MAHDAR_TALKS] = "talks",
                                        [MAHDAR_PEOPLE] = "people",
                                        [MAHDAR_EVENTS] = "events",
                                        [MAHDAR_QUOTES] = "quotes",
                                        [MAHDAR_ARTICLES] = "articles"};
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++)
        if (strcmp(NAMES[i], name) == 0)
            return (mahdar_question)i;
    return MAHDAR_ARTICLES;
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

static mahdar_query query_of(const Command *command, const Settings *settings) {
    return (mahdar_query){
        .question = question_of(command->name),
        .party = settings->party,
        .person = settings->person,
        .type = settings->type,
        .status = settings->status,
        .since = settings->since,
        .until = settings->until,
    };
}

int run_ask(const Command *command, const Settings *settings) {
    mahdar_dossier *dossier;
    mahdar_answer *answer = NULL;
    mahdar_error error;
    mahdar_query query = query_of(command, settings);
    mahdar_status status =
        mahdar_dossier_open(settings->names[0], MAHDAR_DOSSIER_READ, &dossier, &error);
    if (status == MAHDAR_OK)
        status = mahdar_dossier_ask(dossier, &query, &answer, &error);
    int code = EXIT_SYSTEM;
    if (status == MAHDAR_OK)
        code = answer_print(answer, settings);
    else
        report_error(settings->names[0], 0, &error);
    mahdar_answer_close(answer);
    mahdar_dossier_close(dossier);
    int closed = output_close(stdout, "standard output");
    return code > closed ? code : closed;
}
