/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar classify`: labels of the user's own, learned, tried and given.
 * Input:  lines: "label TAB text", a text alone, or a JSON object with "text" and "label".
 * Output: a model file; a label and its probability a line; precision, recall and F1.
 */
#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/lines.h"
#include "cli/scores.h"

enum { BATCH_BYTES = 64 * 1024 };

typedef struct Classify {
    const Settings *settings;
    mahdar_reader *reader;
    mahdar_classifier *classifier;
    const char *file; /* the line that is read */
    uint64_t line;
    Scores scores;
    int worst;
} Classify;

/** What to do with a line; `label` is NULL where it has none. */
typedef mahdar_status (*Task)(Classify *classify, const mahdar_minutes *minutes, const char *label,
                              mahdar_error *error);

static void worsen(Classify *classify, int code) {
    if (code > classify->worst)
        classify->worst = code;
}

static void line_fail(Classify *classify, mahdar_error *error) {
    report_error(classify->file, classify->line, error);
    worsen(classify, error_exit(error->status));
}

/* ---- What is done with a line ---- */

static mahdar_status no_label(mahdar_error *error) {
    *error = (mahdar_error){.status = MAHDAR_ERROR_ARGUMENT};
    snprintf(error->message, sizeof error->message,
             "no label: want \"label TAB text\" or JSON with \"label\" and \"text\"");
    return error->status;
}

static mahdar_status task_teach(Classify *classify, const mahdar_minutes *minutes,
                                const char *label, mahdar_error *error) {
    if (!label)
        return no_label(error);
    return mahdar_classifier_teach(classify->classifier, minutes, label, error);
}

static mahdar_status task_test(Classify *classify, const mahdar_minutes *minutes, const char *label,
                               mahdar_error *error) {
    mahdar_class_list classes;
    if (!label)
        return no_label(error);
    mahdar_status status = mahdar_classifier_label(classify->classifier, minutes, &classes, error);
    if (status != MAHDAR_OK || scores_add(&classify->scores, label, classes.at[0].label))
        return status;
    *error = (mahdar_error){.status = MAHDAR_ERROR_MEMORY};
    return MAHDAR_ERROR_MEMORY;
}

static void print_json(const mahdar_minutes *minutes, mahdar_class_list classes) {
    mahdar_text id = mahdar_minutes_article(minutes)->id;
    fputc('{', stdout);
    if (id.length) {
        fputs("\"id\":", stdout);
        mahdar_json_string(id, file_sink(stdout));
        fputc(',', stdout);
    }
    fputs("\"label\":", stdout);
    mahdar_json_string(mahdar_text_of(classes.at[0].label), file_sink(stdout));
    printf(",\"probability\":%.4f,\"classes\":{", classes.at[0].probability);
    for (size_t i = 0; i < classes.count; i++) {
        fputs(i ? "," : "", stdout);
        mahdar_json_string(mahdar_text_of(classes.at[i].label), file_sink(stdout));
        printf(":%.4f", classes.at[i].probability);
    }
    fputs("}}\n", stdout);
}

static mahdar_status task_label(Classify *classify, const mahdar_minutes *minutes,
                                const char *label, mahdar_error *error) {
    mahdar_class_list classes;
    (void)label;
    mahdar_status status = mahdar_classifier_label(classify->classifier, minutes, &classes, error);
    if (status != MAHDAR_OK)
        return status;
    if (classify->settings->json)
        print_json(minutes, classes);
    else
        printf("%s\t%.4f\n", classes.at[0].label, classes.at[0].probability);
    return MAHDAR_OK;
}

/* ---- Lines ---- */

/** The "label" of a JSON object, a string or a whole number, to be freed. NULL: it has none. */
static char *json_label(mahdar_text line) {
    struct json_object *label = NULL;
    struct json_tokener *tokener = json_tokener_new();
    if (!tokener)
        return NULL;
    struct json_object *object = json_tokener_parse_ex(tokener, line.at, (int)line.length);
    char *copy = NULL;
    if (json_object_is_type(object, json_type_object) &&
        json_object_object_get_ex(object, "label", &label) &&
        (json_object_is_type(label, json_type_string) || json_object_is_type(label, json_type_int)))
        copy = strdup(json_object_get_string(label));
    json_object_put(object);
    json_tokener_free(tokener);
    return copy;
}

static void json_line(Classify *classify, mahdar_text line, Task task) {
    const mahdar_minutes *minutes;
    mahdar_error error;
    mahdar_status status = mahdar_read_json(classify->reader, line, &minutes, &error);
    if (status == MAHDAR_OK) {
        char *label = task == task_label ? NULL : json_label(line);
        status = task(classify, minutes, label, &error);
        free(label);
    }
    if (status != MAHDAR_OK)
        line_fail(classify, &error);
}

/** "label TAB text"; without a label all of it is text. The line's end is written to. */
static void text_line(Classify *classify, char *line, size_t length, Task task) {
    char *tab = task == task_label ? NULL : memchr(line, '\t', length);
    char *text = tab ? tab + 1 : line;
    if (tab)
        *tab = '\0';
    mahdar_article article = {.text = {text, (size_t)(line + length - text)}};
    const mahdar_minutes *minutes;
    mahdar_error error;
    mahdar_status status = mahdar_read_article(classify->reader, &article, &minutes, &error);
    if (status == MAHDAR_OK)
        status = task(classify, minutes, tab ? line : NULL, &error);
    if (status != MAHDAR_OK)
        line_fail(classify, &error);
}

static void batch_work(Classify *classify, const Batch *batch, Task task) {
    classify->file = batch->file;
    classify->line = batch->first_line;
    for (char *at = batch->bytes, *end = at + batch->length;
         at < end && classify->worst < EXIT_SYSTEM; classify->line++) {
        char *feed = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)(feed - at);
        if (length && at[length - 1] == '\r')
            length--;
        if (*at == '{')
            json_line(classify, (mahdar_text){at, length}, task);
        else if (!line_is_blank(at, length))
            text_line(classify, at, length, task);
        at = feed + 1;
    }
}

/** Every line of the named files, none: of standard input. */
static void lines_work(Classify *classify, int first_name, Task task) {
    const Settings *settings = classify->settings;
    Lines lines;
    Batch batch = {0};
    lines_open(&lines, settings->names + first_name, settings->name_count - first_name);
    while (classify->worst < EXIT_SYSTEM && lines_take(&lines, &batch, BATCH_BYTES))
        batch_work(classify, &batch, task);
    if (lines.failed || lines.memory_out)
        worsen(classify, EXIT_INPUT);
    lines_close(&lines);
    batch_free(&batch);
}

/* ---- The three ways to be called ---- */

static void run_train(Classify *classify) {
    const char *path = classify->settings->names[1];
    mahdar_error error;
    lines_work(classify, 2, task_teach);
    if (classify->worst >= EXIT_SYSTEM ||
        mahdar_classifier_save(classify->classifier, path, &error) == MAHDAR_OK)
        return;
    report_error(path, 0, &error);
    worsen(classify, error_exit(error.status));
}

static void run_test(Classify *classify) {
    lines_work(classify, 2, task_test);
    if (!scores_print(&classify->scores, classify->settings->json)) {
        report("classify", "%s", mahdar_status_text(MAHDAR_ERROR_MEMORY));
        worsen(classify, EXIT_SYSTEM);
    }
    scores_free(&classify->scores);
}

/** Open the classifier at `path` (NULL: an empty one) and a reader. False: reported. */
static bool classify_open(Classify *classify, const mahdar_model *model, const char *path) {
    mahdar_error error;
    if (mahdar_classifier_open(path, NULL, &classify->classifier, &error) != MAHDAR_OK) {
        report_error(path ? path : "classifier", 0, &error);
        return false;
    }
    if (mahdar_reader_new(model, NULL, 0, &classify->reader) == MAHDAR_OK)
        return true;
    report("reader", "%s", mahdar_status_text(MAHDAR_ERROR_MEMORY));
    return false;
}

int run_classify(const Command *command, const Settings *settings) {
    bool train = strcmp(settings->names[0], "train") == 0;
    bool test = strcmp(settings->names[0], "test") == 0;
    Classify classify = {.settings = settings, .worst = EXIT_SYSTEM};
    if ((train || test) && settings->name_count < 2) {
        report(command->name, "usage: mahdar classify %s MODEL [FILE…]", settings->names[0]);
        return EXIT_USAGE;
    }
    mahdar_model *model = model_of(settings);
    if (model && classify_open(&classify, model, train ? NULL : settings->names[test])) {
        classify.worst = EXIT_DONE;
        if (train)
            run_train(&classify);
        else if (test)
            run_test(&classify);
        else
            lines_work(&classify, 1, task_label);
    }
    mahdar_classifier_close(classify.classifier);
    mahdar_reader_close(classify.reader);
    mahdar_model_close(model);
    int closed = output_close(stdout, "standard output");
    return classify.worst > closed ? classify.worst : closed;
}
