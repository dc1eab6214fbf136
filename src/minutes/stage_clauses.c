/* SPDX-License-Identifier: Apache-2.0
 * Role:   prints clauses with their arguments, and events with their mentions.
 * Input:  Minutes.   Output: a line for each, its parts on lines below:
 *
 *     12 verb        التقى      CONSULT  occurred verb-form  main  in 9-21
 *          subject   الرئيس المصري
 *          with      نظيره
 */
#include "minutes/out.h"
#include "minutes/stages.h"

static const char *const KINDS[] = {[HEAD_VERB] = "verb",
                                    [HEAD_MASDAR] = "masdar",
                                    [HEAD_PARTICIPLE] = "participle",
                                    [HEAD_NOUN] = "noun"};

static const char *const ROLES[] = {[ROLE_SUBJECT] = "subject",
                                    [ROLE_OBJECT] = "object",
                                    [ROLE_PREPOSITION] = "preposition",
                                    [ROLE_AGENT] = "agent",
                                    [ROLE_CONTENT] = "content"};

static const char *const STATUSES[] = {[STATUS_OCCURRED] = "occurred",
                                       [STATUS_PLANNED] = "planned",
                                       [STATUS_POSSIBLE] = "possible",
                                       [STATUS_NEGATED] = "negated"};

static const char *const RELATIONS[] = {[RELATION_MAIN] = "main",
                                        [RELATION_CONTENT] = "content",
                                        [RELATION_RELATIVE] = "relative",
                                        [RELATION_CONDITION] = "condition",
                                        [RELATION_CONSEQUENCE] = "consequence",
                                        [RELATION_PURPOSE] = "purpose",
                                        [RELATION_NOMINAL] = "nominal"};

/** The words of tokens [first, end), on one line. */
static void print_words(Out *out, const Tokens *tokens, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        Slice word = text_slice(tokens->text, tokens->at[i].span);
        if (i > first) {
            out_char(out, ' ');
        }
        out_bytes(out, word.at, word.length);
    }
}

static void print_field(Out *out, const char *text) {
    out_char(out, '\t');
    out_string(out, text);
}

static void print_argument(Out *out, const Tokens *tokens, const Argument *argument) {
    print_field(out, argument->inferred ? "(" : "");
    out_string(out, ROLES[argument->role]);
    out_string(out, argument->inferred ? ")" : "");
    print_field(out, particle_name(argument->particle));
    out_char(out, '\t');
    print_words(out, tokens, argument->first, argument->end);
    out_char(out, '\n');
}

static void print_clause(Out *out, const Minutes *minutes, const Clause *clause) {
    out_unsigned(out, clause->head);
    print_field(out, KINDS[clause->kind]);
    out_char(out, '\t');
    print_words(out, minutes->tokens, clause->head, clause->head_end);
    print_field(out,
                clause->frame == NONE ? "-" : frame_type(minutes->mentions->model, clause->frame));
    print_field(out, STATUSES[clause->status]);
    print_field(out, clause->status_rule.name ? clause->status_rule.name : "-");
    print_field(out, RELATIONS[clause->relation]);
    print_field(out, clause->passive ? "passive" : clause->anterior ? "anterior" : "");
    out_char(out, '\n');
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        print_argument(out, minutes->tokens, &minutes->clauses->arguments.at[i]);
    }
}

bool stage_clauses(const Minutes *minutes, Sink sink) {
    Out out;
    out_init(&out, sink);
    for (uint32_t i = 0; i < minutes->clauses->list.count; i++) {
        print_clause(&out, minutes, &minutes->clauses->list.at[i]);
    }
    return out_end(&out) == MAHDAR_OK;
}

static void print_actors(Out *out, const Mentions *mentions, const Indexes *actors) {
    for (uint32_t i = 0; i < actors->count; i++) {
        const Actor *actor = &mentions->actors.at[actors->at[i]];
        out_string(out, i ? ", " : "");
        out_string(out, actor->code ? actor->code : "?");
        out_char(out, ' ');
        out_string(out, actor->name ? actor->name : "");
    }
}

static void print_mentions(Out *out, const Minutes *minutes, const Event *event) {
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        const Clause *clause = &minutes->clauses->list.at[event->mentions.at[i]];
        out_string(out, i ? " | " : "\tmentions\t");
        print_words(out, minutes->tokens, clause->head, clause->head_end);
    }
    out_char(out, '\n');
}

static void print_event(Out *out, const Minutes *minutes, const Event *event) {
    const Mentions *mentions = minutes->mentions;
    const char *type = frame_type(mentions->model, event->rule.row);
    out_unsigned(out, event->first);
    print_field(out, type);
    print_field(out, event->mode);
    print_field(out, STATUSES[event->status]);
    out_char(out, '\t');
    print_actors(out, mentions, &event->source);
    out_string(out, " > ");
    print_actors(out, mentions, &event->target);
    print_field(out, event->place == NONE ? "-" : mentions->places.at[event->place].name);
    const char *value = event->time == NONE ? NULL : mentions->times.at[event->time].value;
    print_field(out, value ? value : "-");
    out_char(out, '\t');
    out_decimal(out, (double)event->confidence, 2);
    out_char(out, '\n');
    print_mentions(out, minutes, event);
}

bool stage_told(const Minutes *minutes, Sink sink) {
    Out out;
    out_init(&out, sink);
    for (uint32_t i = 0; i < minutes->records->events.count; i++) {
        print_event(&out, minutes, &minutes->records->events.at[i]);
    }
    return out_end(&out) == MAHDAR_OK;
}
