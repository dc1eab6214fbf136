/* SPDX-License-Identifier: Apache-2.0
 * Role:   the memory of one article: everything its stages make lives and dies together.
 * Input:  an allocator (the user's or malloc) and a ceiling in bytes.
 * Output: zeroed blocks that are never freed one by one.
 *
 * Running out of memory never returns to a stage: arena_alloc jumps to the `escape` that the
 * article's edge has set. So stages hold no resource outside the arena and check nothing.
 *
 *     chunk ──▶ chunk ──▶ chunk        reset keeps the largest, frees the others
 *     [######]  [######]  [##    ]
 *                            └ next
 */
#ifndef MAHDAR_BASE_ARENA_H
#define MAHDAR_BASE_ARENA_H

#include "mahdar.h"

#include <setjmp.h>
#include <stddef.h>

#include "base/slice.h"

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    mahdar_allocator allocator;
    ArenaChunk *first, *last;
    char *next, *limit;   /* free bytes of the last chunk */
    size_t used, ceiling; /* bytes taken from the allocator; what it may reach */
    size_t peak;
    jmp_buf escape; /* set by the edge with setjmp; taken when memory is out */
    bool armed;     /* whether escape is set: without it, running out aborts */
} Arena;

/** The allocator itself, or malloc and free where it is NULL. */
mahdar_allocator allocator_or_system(const mahdar_allocator *given);

/** Prepare an empty arena over `allocator` (NULL: malloc). Takes no memory yet. */
void arena_init(Arena *arena, const mahdar_allocator *allocator, size_t ceiling);

/** Give back all memory. */
void arena_release(Arena *arena);

/** Forget every block but keep the largest chunk of ordinary size for the next article. */
void arena_reset(Arena *arena);

/** `size` zeroed bytes aligned for any type; never NULL (see head). */
void *arena_alloc(Arena *arena, size_t size);

/** `size` bytes, as arena_alloc, with `old` bytes copied from `block`; grows in place if last. */
void *arena_grow(Arena *arena, void *block, size_t old, size_t size);

/** `count` indexes that point at nothing. */
uint32_t *arena_nones(Arena *arena, uint32_t count);

/** A NUL-terminated copy of `text`. */
const char *arena_copy(Arena *arena, Slice text);

/** A formatted NUL-terminated string. */
const char *arena_format(Arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, Type, count)                                                            \
    ((Type *)arena_alloc((arena), sizeof(Type) * (size_t)(count)))

/* A growing array in an arena. Declare: VECTOR(Token) tokens = {0};  then VECTOR_PUSH. */
#define VECTOR(Type)                                                                               \
    struct {                                                                                       \
        Type *at;                                                                                  \
        uint32_t count, capacity;                                                                  \
    }

/** A pointer to a new zeroed last element; valid until the next push. */
#define VECTOR_PUSH(arena, vector)                                                                 \
    (((vector)->count == (vector)->capacity                                                        \
          ? (void)((vector)->at = vector_grow((arena), (vector)->at, &(vector)->capacity,          \
                                              sizeof *(vector)->at))                               \
          : (void)0),                                                                              \
     memset(&(vector)->at[(vector)->count], 0, sizeof *(vector)->at),                              \
     &(vector)->at[(vector)->count++])

/** Room for some elements of a new vector, which may prove too many or too few. */
#define VECTOR_RESERVE(arena, vector, room)                                                        \
    ((vector)->at = vector_room((arena), (room), sizeof *(vector)->at),                            \
     (vector)->capacity = (uint32_t)(room))

void *vector_room(Arena *arena, size_t count, size_t element);

/** Twice the room. What is not an element yet is not zeroed. */
void *vector_grow(Arena *arena, void *at, uint32_t *capacity, size_t element);

#endif
