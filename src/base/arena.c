/* SPDX-License-Identifier: Apache-2.0
 * Role:   bump allocation in chunks, with a jump to the article's edge when memory is out.
 */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum {
    CHUNK_MIN = 64 * 1024,
    KEPT_MAX = 16 << 20, /* a larger chunk goes back with its article */
    ALIGNMENT = 16,
    VECTOR_MIN = 16,
    LARGE = 4 << 20,
    HUGE_PAGE = 2 << 20, /* a huge page */
};

struct ArenaChunk {
    ArenaChunk *next;
    size_t size; /* with this head */
};

/* A large block is read here and there: on huge pages, where the system lends them, few reads wait
 * for the address. */
static void *large_alloc(size_t size) {
    size_t whole = (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
    void *block = whole < size ? NULL : aligned_alloc(HUGE_PAGE, whole);
#ifdef MADV_HUGEPAGE
    if (block)
        madvise(block, whole, MADV_HUGEPAGE); /* a wish: nothing depends on it */
#endif
    return block;
}

static void *system_alloc(void *context, size_t size) {
    (void)context;
    return size < LARGE ? malloc(size) : large_alloc(size);
}

static void system_free(void *context, void *block, size_t size) {
    (void)context;
    (void)size;
    free(block);
}

mahdar_allocator allocator_or_system(const mahdar_allocator *given) {
    return given ? *given : (mahdar_allocator){system_alloc, system_free, NULL};
}

void arena_init(Arena *arena, const mahdar_allocator *allocator, size_t ceiling) {
    memset(arena, 0, sizeof *arena);
    arena->allocator = allocator_or_system(allocator);
    arena->ceiling = ceiling;
}

static char *chunk_body(ArenaChunk *chunk) {
    size_t head = (sizeof *chunk + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return (char *)chunk + head;
}

static void arena_enter(Arena *arena, ArenaChunk *chunk) {
    arena->last = chunk;
    arena->next = chunk_body(chunk);
    arena->limit = (char *)chunk + chunk->size;
}

static void chunk_free(Arena *arena, ArenaChunk *chunk) {
    arena->used -= chunk->size;
    arena->allocator.free(arena->allocator.context, chunk, chunk->size);
}

void arena_release(Arena *arena) {
    for (ArenaChunk *chunk = arena->first, *next; chunk; chunk = next) {
        next = chunk->next;
        chunk_free(arena, chunk);
    }
    arena->first = arena->last = NULL;
    arena->next = arena->limit = NULL;
}

/* The largest chunk that is worth keeping for the next article, or NULL. */
static ArenaChunk *chunk_to_keep(Arena *arena) {
    ArenaChunk *kept = NULL;
    for (ArenaChunk *chunk = arena->first; chunk; chunk = chunk->next)
        if (chunk->size <= KEPT_MAX && (!kept || chunk->size > kept->size))
            kept = chunk;
    return kept;
}

void arena_reset(Arena *arena) {
    ArenaChunk *kept = chunk_to_keep(arena);
    for (ArenaChunk *chunk = arena->first, *next; chunk; chunk = next) {
        next = chunk->next;
        if (chunk != kept)
            chunk_free(arena, chunk);
    }
    arena->first = kept;
    arena->last = NULL;
    arena->next = arena->limit = NULL;
    if (kept) {
        kept->next = NULL;
        arena_enter(arena, kept);
    }
}

_Noreturn static void arena_out(Arena *arena) {
    if (!arena->armed)
        abort();
    longjmp(arena->escape, 1);
}

static void arena_extend(Arena *arena, size_t size) {
    size_t want = size + sizeof(ArenaChunk) + 2 * ALIGNMENT;
    size_t chunk_size = arena->used > CHUNK_MIN ? arena->used : CHUNK_MIN;
    if (chunk_size < want)
        chunk_size = want;
    if (arena->used + chunk_size > arena->ceiling)
        chunk_size = want;
    if (size > arena->ceiling || arena->used + chunk_size > arena->ceiling)
        arena_out(arena);
    ArenaChunk *chunk = arena->allocator.alloc(arena->allocator.context, chunk_size);
    if (!chunk)
        arena_out(arena);
    *chunk = (ArenaChunk){NULL, chunk_size};
    if (arena->last)
        arena->last->next = chunk;
    else
        arena->first = chunk;
    arena->used += chunk_size;
    if (arena->used > arena->peak)
        arena->peak = arena->used;
    arena_enter(arena, chunk);
}

static size_t aligned(size_t size) {
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static char *arena_take(Arena *arena, size_t size) {
    size_t room = aligned(size ? size : 1); /* so that two blocks are never the same */
    if (room < size)
        arena_out(arena);
    if ((size_t)(arena->limit - arena->next) < room)
        arena_extend(arena, room);
    char *block = arena->next;
    arena->next += room;
    return block;
}

void *arena_alloc(Arena *arena, size_t size) {
    return memset(arena_take(arena, size), 0, size);
}

/* As arena_grow, but the new bytes are whatever they were. */
static void *grow(Arena *arena, void *block, size_t old, size_t size) {
    if (block && (char *)block + aligned(old) == arena->next &&
        (size_t)(arena->limit - (char *)block) >= aligned(size)) {
        arena->next = (char *)block + aligned(size);
        return block;
    }
    char *moved = arena_take(arena, size);
    if (block)
        memcpy(moved, block, old);
    return moved;
}

void *arena_grow(Arena *arena, void *block, size_t old, size_t size) {
    char *grown = grow(arena, block, old, size);
    memset(grown + old, 0, size - old);
    return grown;
}

uint32_t *arena_nones(Arena *arena, uint32_t count) {
    uint32_t *at = ARENA_ARRAY(arena, uint32_t, count);
    memset(at, 0xFF, sizeof *at * count);
    return at;
}

const char *arena_copy(Arena *arena, Slice text) {
    char *copy = arena_take(arena, (size_t)text.length + 1);
    if (text.length)
        memcpy(copy, text.at, text.length);
    copy[text.length] = '\0';
    return copy;
}

const char *arena_format(Arena *arena, const char *format, ...) {
    va_list list;
    va_start(list, format);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    char *text = arena_take(arena, (size_t)length + 1);
    va_start(list, format);
    vsnprintf(text, (size_t)length + 1, format, list);
    va_end(list);
    return text;
}

void *vector_room(Arena *arena, size_t count, size_t element) {
    return arena_take(arena, count * element);
}

void *vector_grow(Arena *arena, void *at, uint32_t *capacity, size_t element) {
    uint32_t grown = *capacity ? *capacity * 2 : VECTOR_MIN;
    if (grown < *capacity)
        arena_out(arena);
    void *moved = grow(arena, at, *capacity * element, grown * element);
    *capacity = grown;
    return moved;
}
