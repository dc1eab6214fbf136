/* SPDX-License-Identifier: Apache-2.0
 * Role:   the view of what stands around the events: their order, background, depictions,
 *         publications.
 */
#include "minutes/view_maker.h"

static void view_orders(ViewMaker *maker) {
    const Records *records = maker->minutes->records;
    uint32_t count = records->orders.count;
    mahdar_order **at = VIEW_ARRAY(maker->arena, mahdar_order, count);
    for (uint32_t i = 0; i < count; i++) {
        const Order *order = &records->orders.at[i];
        *at[i] = (mahdar_order){.id = arena_format(maker->arena, "o%u", i + 1),
                                .first = view_event_of(maker, order->first),
                                .then = view_event_of(maker, order->then),
                                .span = view_span(maker, order->span),
                                .cue = view_span(maker, order->cue),
                                .rule = view_rule(maker, order->rule)};
        if (!at[i]->first || !at[i]->then)
            at[i] = NULL;
    }
    size_t length = view_kept((void **)at, count, (void **)at);
    maker->view->orders = (mahdar_order_list){(const mahdar_order *const *)at, length};
}

static void view_backgrounds(ViewMaker *maker) {
    const Records *records = maker->minutes->records;
    uint32_t count = records->backgrounds.count;
    mahdar_background **at = VIEW_ARRAY(maker->arena, mahdar_background, count);
    for (uint32_t i = 0; i < count; i++) {
        const Background *background = &records->backgrounds.at[i];
        *at[i] = (mahdar_background){.id = arena_format(maker->arena, "b%u", i + 1),
                                     .span = view_span(maker, background->span),
                                     .cue = view_span(maker, background->cue),
                                     .event = view_event_of(maker, background->event),
                                     .rule = view_rule(maker, background->rule)};
        if (!at[i]->event)
            at[i] = NULL;
    }
    size_t length = view_kept((void **)at, count, (void **)at);
    maker->view->backgrounds =
        (mahdar_background_list){(const mahdar_background *const *)at, length};
}

static void view_depictions(ViewMaker *maker) {
    const Records *records = maker->minutes->records;
    uint32_t count = records->depictions.count;
    mahdar_depiction **at = VIEW_ARRAY(maker->arena, mahdar_depiction, count);
    for (uint32_t i = 0; i < count; i++) {
        const Depiction *depiction = &records->depictions.at[i];
        *at[i] = (mahdar_depiction){.id = arena_format(maker->arena, "d%u", i + 1),
                                    .span = view_span(maker, depiction->span),
                                    .cue = view_span(maker, depiction->cue),
                                    .medium = view_span(maker, depiction->medium),
                                    .by = view_actor_of(maker, depiction->by),
                                    .rule = view_rule(maker, depiction->rule)};
    }
    maker->view->depictions = (mahdar_depiction_list){(const mahdar_depiction *const *)at, count};
}

static mahdar_publication publication_view(const ViewMaker *maker, const Publication *made,
                                           uint32_t number) {
    mahdar_instrument_list all = maker->view->instruments;
    const mahdar_instrument **texts =
        ARENA_ARRAY(maker->arena, const mahdar_instrument *, made->instruments.count + 1);
    size_t count = 0;
    for (uint32_t i = 0; i < made->instruments.count; i++)
        if (made->instruments.at[i] < all.count)
            texts[count++] = all.at[made->instruments.at[i]];
    return (mahdar_publication){.id = arena_format(maker->arena, "u%u", number),
                                .span = view_span(maker, made->span),
                                .cue = view_span(maker, made->cue),
                                .through = view_span(maker, made->through),
                                .status = view_status(made->status),
                                .by = view_actor_of(maker, made->by),
                                .channel = view_actor_of(maker, made->channel),
                                .time = view_time_of(maker, made->time),
                                .place = view_place_of(maker, made->place),
                                .instruments = {texts, count},
                                .rule = view_rule(maker, made->rule)};
}

static void view_publications(ViewMaker *maker) {
    const Records *records = maker->minutes->records;
    uint32_t count = records->publications.count;
    mahdar_publication **at = VIEW_ARRAY(maker->arena, mahdar_publication, count);
    for (uint32_t i = 0; i < count; i++)
        *at[i] = publication_view(maker, &records->publications.at[i], i + 1);
    maker->view->publications =
        (mahdar_publication_list){(const mahdar_publication *const *)at, count};
}

void view_context(ViewMaker *maker) {
    view_orders(maker);
    view_backgrounds(maker);
    view_depictions(maker);
    view_publications(maker);
}
