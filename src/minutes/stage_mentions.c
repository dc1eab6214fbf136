/* SPDX-License-Identifier: Apache-2.0
 * Role:   prints actors, places and their mentions.
 * Input:  Minutes.   Output: a line for each, columns are tabs:
 *
 *     actor 2    person   RUS GOV   سيرجي لافروف    وزير الخارجية
 *     mention    actor 2  name      office-head     وزير الخارجية الروسي سيرجي لافروف
 *     place      CHE      place-name                جنيف    in جنيف
 */
#include "minutes/out.h"
#include "minutes/stages.h"

static const char *const KINDS[] = {[ACTOR_PERSON] = "person",
                                    [ACTOR_OFFICE] = "office",
                                    [ACTOR_COUNTRY] = "country",
                                    [ACTOR_ORGANIZATION] = "organization",
                                    [ACTOR_GROUP] = "group"};

static const char *const FORMS[] = {
    [MENTION_NAME] = "name",       [MENTION_OFFICE] = "office",   [MENTION_METONYM] = "metonym",
    [MENTION_DEMONYM] = "demonym", [MENTION_NOMINAL] = "nominal", [MENTION_PRONOUN] = "pronoun"};

static void print_cell(Out *out, const char *text) {
    out_char(out, '\t');
    out_string(out, text ? text : "-");
}

static void print_words(Out *out, const Mentions *m, Span span) {
    Slice words = text_slice(m->text, span);
    out_char(out, '\t');
    out_bytes(out, words.at, words.length);
}

static void print_actor(Out *out, const Mentions *m, uint32_t i) {
    const Actor *actor = &m->actors.at[i];
    out_string(out, "actor ");
    out_unsigned(out, i);
    print_cell(out, KINDS[actor->kind]);
    print_cell(out, actor->code);
    print_cell(out, actor->sector);
    print_cell(out, actor->name);
    print_cell(out, actor->office);
    print_cell(out, actor->former ? "former" : actor->channel ? "channel" : NULL);
    out_char(out, '\n');
}

static void print_mention(Out *out, const Mentions *m, const ActorMention *mention) {
    out_string(out, "mention\tactor ");
    out_unsigned(out, mention->actor);
    if (mention->also != NONE) {
        out_string(out, " and ");
        out_unsigned(out, mention->also);
    }
    print_cell(out, FORMS[mention->form]);
    print_cell(out, mention->rule.name);
    print_words(out, m, mention->span);
    if (mention->as_place) {
        print_cell(out, "as place");
    }
    out_char(out, '\n');
}

static void print_place(Out *out, const Mentions *m, const PlaceMention *mention) {
    const Place *place = &m->places.at[mention->place];
    out_string(out, "place");
    print_cell(out, place->country);
    print_cell(out, mention->rule.name);
    print_cell(out, place->name);
    print_words(out, m, mention->span);
    if (mention->dateline) {
        print_cell(out, "dateline");
    }
    out_char(out, '\n');
}

bool stage_mentions(const Minutes *minutes, Sink sink) {
    const Mentions *m = minutes->mentions;
    Out out;
    out_init(&out, sink);
    for (uint32_t i = 0; i < m->actors.count; i++) {
        print_actor(&out, m, i);
    }
    for (uint32_t i = 0; i < m->actor_mentions.count; i++) {
        print_mention(&out, m, &m->actor_mentions.at[i]);
    }
    for (uint32_t i = 0; i < m->place_mentions.count; i++) {
        print_place(&out, m, &m->place_mentions.at[i]);
    }
    return out_end(&out) == MAHDAR_OK;
}
