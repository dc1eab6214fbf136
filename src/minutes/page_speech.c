/* SPDX-License-Identifier: Apache-2.0
 * Role:   the sections of a page about what is said and written: statements, texts, conditions,
 *         expectations, sources.
 */
#include "minutes/page.h"

static void actor_row(Page *page, const char *label, const mahdar_actor *actor) {
    page_row(page, 2, page_label(page, label), page_actor(page, actor));
}

/* ---- Statements ---- */

static void quote_print(Page *page, const mahdar_quote *quote) {
    page_lead(page, page_label(page, quote->kind), page_words(page, quote->span));
    page_why(page, quote->cue, quote->rule);
    actor_row(page, "speaker", quote->speaker);
    if (quote->speaker && quote->speaker->mentions.count)
        page_why(page, quote->speaker->mentions.at[0], quote->speaker->rule);
    actor_row(page, "channel", quote->channel);
    actor_row(page, "addressee", quote->addressee);
    page_time_row(page, "when", quote->time);
    page_row(page, 2, page_label(page, "occasion"), page_words(page, quote->occasion));
    if (quote->inside)
        actor_row(page, "inside", quote->inside->speaker);
}

void page_quotes(Page *page) {
    if (page->minutes->quotes.count)
        page_heading(page, "heading-quotes");
    for (size_t i = 0; i < page->minutes->quotes.count; i++)
        quote_print(page, page->minutes->quotes.at[i]);
}

/* ---- Texts ---- */

static const char *codes_of(const Page *page, mahdar_strings codes) {
    const char *value = "";
    for (size_t i = 0; i < codes.count; i++)
        value =
            *value ? arena_format(page->arena, "%s \u2013 %s", value, codes.at[i]) : codes.at[i];
    return page_string(page, value);
}

/* "forbids · NATO": what a provision does, and whom it binds, before its words. */
static void provision_rows(Page *page, const mahdar_instrument *instrument) {
    for (size_t i = 0; i < instrument->clauses.count; i++) {
        const mahdar_provision *provision = &instrument->provisions[i];
        const char *value = page_words(page, provision->span);
        if (provision->binds)
            value = page_join(page, value, page_string(page, provision->binds));
        page_row(page, 2, page_label(page, provision->force), value);
    }
}

static void instrument_print(Page *page, const mahdar_instrument *instrument) {
    const char *value = page_string(page, instrument->name);
    if (instrument->status && strcmp(instrument->status, instrument->kind) != 0)
        value = page_join(page, value, page_label(page, instrument->status));
    page_lead(page, page_label(page, instrument->kind), value);
    page_why(page, instrument->span, instrument->rule);
    const char *parties = page_actors(page, instrument->parties);
    page_row(page, 2, page_label(page, "parties"),
             page_join(page, parties, codes_of(page, instrument->party_codes)));
    page_time_row(page, "when", instrument->time);
    provision_rows(page, instrument);
}

void page_instruments(Page *page) {
    if (page->minutes->instruments.count)
        page_heading(page, "heading-instruments");
    for (size_t i = 0; i < page->minutes->instruments.count; i++)
        instrument_print(page, page->minutes->instruments.at[i]);
}

/* ---- Conditions and expectations ---- */

void page_conditions(Page *page) {
    if (page->minutes->conditions.count)
        page_heading(page, "heading-conditions");
    for (size_t i = 0; i < page->minutes->conditions.count; i++) {
        const mahdar_condition *condition = page->minutes->conditions.at[i];
        page_lead(page, page_label(page, "if"), page_words(page, condition->antecedent));
        page_row(page, 1, page_label(page, "then"), page_words(page, condition->consequent));
        page_why(page, condition->antecedent, condition->rule);
        actor_row(page, "by", condition->by);
    }
}

void page_expectations(Page *page) {
    if (page->minutes->expectations.count)
        page_heading(page, "heading-expectations");
    for (size_t i = 0; i < page->minutes->expectations.count; i++) {
        const mahdar_expectation *expectation = page->minutes->expectations.at[i];
        const char *words = page_words(page, expectation->span);
        if (expectation->negated)
            words = arena_format(page->arena, "%s: %s", page_label(page, "not"), words);
        page_lead(page, page_label(page, expectation->kind), words);
        page_why(page, expectation->cue, expectation->rule);
        page_row(page, 2, page_label(page, "holder"),
                 expectation->holder ? page_actor(page, expectation->holder)
                                     : page_label(page, "writer"));
    }
}

/* ---- Sources ---- */

void page_sources(Page *page) {
    if (page->minutes->sources.count)
        page_heading(page, "heading-sources");
    for (size_t i = 0; i < page->minutes->sources.count; i++) {
        const mahdar_source *link = page->minutes->sources.at[i];
        page_row(
            page, 1, page_label(page, "channel"),
            page_arrow(page, page_string(page, link->teller), page_string(page, link->channel)));
        page_why(page, link->span, link->rule);
    }
}
