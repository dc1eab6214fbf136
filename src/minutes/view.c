/* SPDX-License-Identifier: Apache-2.0
 * Role:   see view.h: the frame, and the named things (times, places, actors).
 */
#include "base/day.h"
#include "minutes/view_maker.h"

void **view_array(Arena *arena, size_t size, uint32_t count) {
    char *records = arena_alloc(arena, size * count);
    void **at = ARENA_ARRAY(arena, void *, count);
    for (uint32_t i = 0; i < count; i++)
        at[i] = records + size * i;
    return at;
}

size_t view_kept(void **at, uint32_t count, void **kept) {
    size_t length = 0;
    for (uint32_t i = 0; i < count; i++)
        if (at[i])
            kept[length++] = at[i];
    return length;
}

mahdar_span view_span(const ViewMaker *maker, Span span) {
    const Text *text = maker->minutes->text;
    if (span.end <= span.begin || span.end > text->bytes.length)
        return (mahdar_span){0, 0};
    return (mahdar_span){text_point(text, span.begin), text_point(text, span.end)};
}

mahdar_spans view_spans(const ViewMaker *maker, const Spans *spans) {
    mahdar_span *at = ARENA_ARRAY(maker->arena, mahdar_span, spans->count);
    for (uint32_t i = 0; i < spans->count; i++)
        at[i] = view_span(maker, spans->at[i]);
    return (mahdar_spans){at, spans->count};
}

mahdar_rule view_rule(const ViewMaker *maker, Rule rule) {
    const Model *model = maker->minutes->mentions->model;
    const char *name = rule.name;
    if (!name)
        return (mahdar_rule){NULL, NULL};
    if (rule.table >= TABLE_COUNT || rule.row >= table_rows(model, (TableId)rule.table))
        return (mahdar_rule){name, NULL};
    unsigned line = table_line(model, (TableId)rule.table, rule.row);
    const char *path = table_path((TableId)rule.table);
    return (mahdar_rule){name, arena_format(maker->arena, "lang/%s:%u", path, line)};
}

mahdar_time *view_time_of(const ViewMaker *maker, uint32_t time) {
    return time < maker->minutes->mentions->times.count ? maker->times[time] : NULL;
}

mahdar_actor *view_actor_of(const ViewMaker *maker, uint32_t actor) {
    return actor < maker->minutes->mentions->actors.count ? maker->actors[actor] : NULL;
}

mahdar_place *view_place_of(const ViewMaker *maker, uint32_t place) {
    return place < maker->minutes->mentions->places.count ? maker->places[place] : NULL;
}

mahdar_actor_list view_actor_list(const ViewMaker *maker, const Indexes *indexes) {
    mahdar_actor **at = ARENA_ARRAY(maker->arena, mahdar_actor *, indexes->count);
    size_t count = 0;
    for (uint32_t i = 0; i < indexes->count; i++) {
        mahdar_actor *actor = view_actor_of(maker, indexes->at[i]);
        if (actor)
            at[count++] = actor;
    }
    return (mahdar_actor_list){(const mahdar_actor *const *)at, count};
}

/* ---- Times ---- */

static const char *day_string(const ViewMaker *maker, int32_t day) {
    if (day == DAY_NONE)
        return NULL;
    CivilDate date = day_date(day);
    return arena_format(maker->arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void view_times(ViewMaker *maker) {
    static const char *const TYPES[] = {"DATE", "TIME", "DURATION", "SET"};
    const Mentions *mentions = maker->minutes->mentions;
    uint32_t count = mentions->times.count;
    maker->times = VIEW_ARRAY(maker->arena, mahdar_time, count);
    for (uint32_t i = 0; i < count; i++) {
        const Time *time = &mentions->times.at[i];
        *maker->times[i] = (mahdar_time){
            .id = arena_format(maker->arena, "t%u", i + 1),
            .span = view_span(maker, time->span),
            .type = TYPES[time->type],
            .value = time->value,
            .relative = time->value ? NULL : time->relative,
            .first_day = time->value ? day_string(maker, time->from) : NULL,
            .last_day = time->value ? day_string(maker, time->to) : NULL,
            .zone = time->zone,
            .rule = view_rule(maker, time->rule),
        };
    }
    maker->view->times = (mahdar_time_list){(const mahdar_time *const *)maker->times, count};
}

/* ---- Mentions of each actor or place ---- */

/** Room for the mentions of `count` owners: filled by mention_put, one list each. */
typedef struct Buckets {
    mahdar_span **at;
    size_t *used;
} Buckets;

static Buckets buckets_new(Arena *arena, const uint32_t *sizes, uint32_t count) {
    Buckets buckets = {ARENA_ARRAY(arena, mahdar_span *, count), ARENA_ARRAY(arena, size_t, count)};
    for (uint32_t i = 0; i < count; i++)
        buckets.at[i] = ARENA_ARRAY(arena, mahdar_span, sizes[i]);
    return buckets;
}

static void bucket_put(Buckets *buckets, uint32_t owner, mahdar_span span) {
    buckets->at[owner][buckets->used[owner]++] = span;
}

/* ---- Places ---- */

static Buckets place_buckets(const ViewMaker *maker) {
    const Mentions *mentions = maker->minutes->mentions;
    uint32_t *sizes = ARENA_ARRAY(maker->arena, uint32_t, mentions->places.count);
    for (uint32_t i = 0; i < mentions->place_mentions.count; i++)
        sizes[mentions->place_mentions.at[i].place]++;
    Buckets buckets = buckets_new(maker->arena, sizes, mentions->places.count);
    for (uint32_t i = 0; i < mentions->place_mentions.count; i++) {
        const PlaceMention *mention = &mentions->place_mentions.at[i];
        bucket_put(&buckets, mention->place, view_span(maker, mention->span));
    }
    return buckets;
}

static void view_places(ViewMaker *maker) {
    const Mentions *mentions = maker->minutes->mentions;
    uint32_t count = mentions->places.count;
    maker->places = VIEW_ARRAY(maker->arena, mahdar_place, count);
    Buckets buckets = place_buckets(maker);
    for (uint32_t i = 0; i < count; i++) {
        const Place *place = &mentions->places.at[i];
        *maker->places[i] = (mahdar_place){
            .id = arena_format(maker->arena, "p%u", i + 1),
            .name = place->name,
            .country = place->country,
            .located = place->located,
            .latitude = place->latitude,
            .longitude = place->longitude,
            .mentions = {buckets.at[i], buckets.used[i]},
            .rule = {"place-name", NULL},
        };
    }
    for (uint32_t i = mentions->place_mentions.count; i-- > 0;) {
        const PlaceMention *mention = &mentions->place_mentions.at[i];
        maker->places[mention->place]->rule = view_rule(maker, mention->rule);
    }
    maker->view->places = (mahdar_place_list){(const mahdar_place *const *)maker->places, count};
}

/* ---- Actors ---- */

/** The actors that a mention stands for: one, or two of a nominal like الجانبان (both sides). */
static uint32_t mention_owners(const Mentions *mentions, uint32_t i, uint32_t owners[2]) {
    const ActorMention *mention = &mentions->actor_mentions.at[i];
    uint32_t count = 0, actors = mentions->actors.count;
    if (mention->actor < actors)
        owners[count++] = mention->actor;
    if (mention->also < actors && mention->also != mention->actor)
        owners[count++] = mention->also;
    return count;
}

/** Words that name an actor as one; `places`: those that name a country as a place instead. */
static Buckets actor_buckets(const ViewMaker *maker, bool places) {
    const Mentions *mentions = maker->minutes->mentions;
    uint32_t *sizes = ARENA_ARRAY(maker->arena, uint32_t, mentions->actors.count);
    uint32_t owners[2];
    for (uint32_t i = 0; i < mentions->actor_mentions.count; i++)
        for (uint32_t n = mention_owners(mentions, i, owners); n-- > 0;)
            sizes[owners[n]]++;
    Buckets buckets = buckets_new(maker->arena, sizes, mentions->actors.count);
    for (uint32_t i = 0; i < mentions->actor_mentions.count; i++) {
        const ActorMention *mention = &mentions->actor_mentions.at[i];
        if (mention->as_place != places)
            continue;
        for (uint32_t n = mention_owners(mentions, i, owners); n-- > 0;)
            bucket_put(&buckets, owners[n], view_span(maker, mention->span));
    }
    return buckets;
}

static mahdar_actor actor_view(const ViewMaker *maker, const Actor *actor, size_t number) {
    static const char *const KINDS[] = {"person", "office", "country", "organization", "group"};
    return (mahdar_actor){
        .id = arena_format(maker->arena, "a%zu", number),
        .name = actor->name ? actor->name : "",
        .kind = KINDS[actor->kind],
        .code = actor->code,
        .sector = actor->sector,
        .office = actor->office,
        .office_span = view_span(maker, actor->office_span),
        .former = actor->former,
        .channel = actor->channel,
        .rule = view_rule(maker, actor->rule),
    };
}

static void view_actors(ViewMaker *maker) {
    const Mentions *mentions = maker->minutes->mentions;
    uint32_t count = mentions->actors.count;
    const bool *referred = view_referred(maker);
    Buckets named = actor_buckets(maker, false), placed = actor_buckets(maker, true);
    maker->actors = VIEW_ARRAY(maker->arena, mahdar_actor, count);
    mahdar_actor **kept = ARENA_ARRAY(maker->arena, mahdar_actor *, count);
    size_t kept_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        const Actor *actor = &mentions->actors.at[i];
        if (!referred[i] && (!named.used[i] || actor->kind == ACTOR_OFFICE)) {
            maker->actors[i] = NULL;
            continue;
        }
        const Buckets *from = named.used[i] ? &named : &placed;
        *maker->actors[i] = actor_view(maker, actor, kept_count + 1);
        maker->actors[i]->mentions = (mahdar_spans){from->at[i], from->used[i]};
        kept[kept_count++] = maker->actors[i];
    }
    maker->view->actors = (mahdar_actor_list){(const mahdar_actor *const *)kept, kept_count};
}

void view_named(ViewMaker *maker) {
    view_times(maker);
    view_places(maker);
    view_actors(maker);
}

/* ---- The frame ---- */

static mahdar_text public_text(Slice slice) {
    return (mahdar_text){slice.at ? slice.at : "", slice.length};
}

static void view_article(ViewMaker *maker) {
    const Article *article = &maker->minutes->article;
    const Mentions *mentions = maker->minutes->mentions;
    maker->view->article = (mahdar_article){
        .id = public_text(article->id),
        .date = public_text(article->date),
        .title = public_text(article->title),
        .text = public_text(article->text),
        .source = public_text(article->source),
        .url = public_text(article->url),
    };
    maker->view->dated = mentions->published != DAY_NONE;
    if (!maker->view->dated)
        maker->view->constraints = (mahdar_strings){(const char *const *)mentions->constraints.at,
                                                    mentions->constraints.count};
}

static void view_diagnostics(ViewMaker *maker) {
    const Text *text = maker->minutes->text;
    uint32_t count = text->diagnostics ? text->diagnostics->count : 0;
    mahdar_diagnostic **at = VIEW_ARRAY(maker->arena, mahdar_diagnostic, count);
    for (uint32_t i = 0; i < count; i++) {
        const Diagnostic *from = &text->diagnostics->at[i];
        *at[i] = (mahdar_diagnostic){from->code, from->message, text_point(text, from->byte)};
    }
    maker->view->diagnostics =
        (mahdar_diagnostic_list){(const mahdar_diagnostic *const *)at, count};
}

const mahdar_minutes *view_run(Arena *arena, const Minutes *minutes, double least) {
    mahdar_minutes *view = ARENA_NEW(arena, mahdar_minutes);
    ViewMaker maker = {.arena = arena, .minutes = minutes, .view = view, .least = least};
    view->stages = minutes;
    view->arena = arena;
    view_article(&maker);
    view_named(&maker);
    view_records(&maker);
    view_diagnostics(&maker);
    return view;
}
