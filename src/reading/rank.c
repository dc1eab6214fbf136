/* SPDX-License-Identifier: Apache-2.0
 * Role:   features of readings. See rank.h.
 */
#include "reading/rank.h"

#include "base/hash.h"

const Signature RANK_START = {.tag = 1, .lemma = 2, .form = 3};

enum { ENDING_BYTES = 6, BEGIN_BYTES = 4 }; /* three letters, two letters */

/* Numbers of the feature kinds; changing one means to train again. */
enum {
    KIND_TAG = 1,
    KIND_LEMMA,
    KIND_FORM,
    KIND_ENDING,
    KIND_BEGIN,
    KIND_LEMMA_TAG,
    KIND_AHEAD,
    KIND_TAGS,
    KIND_TAG_LEMMA,
    KIND_LEMMA_AND_TAG,
    KIND_LEMMAS,
    KIND_AGREEMENT,
    KIND_THREE,
};

static inline uint32_t mix(uint32_t a, uint32_t b) {
    uint32_t hash = (a ^ b * 0x9E3779B1u) * 0x85EBCA6Bu;
    return hash ^ hash >> 15;
}

static inline uint32_t feature(uint32_t kind, uint32_t a, uint32_t b) {
    uint32_t hash = mix(mix(kind * 0x27D4EB2Fu, a), b);
    return hash == 0 ? 1 : hash; /* 0 marks a free slot of the weights */
}

static uint32_t letters_hash(Slice letters) {
    return mix(hash_word(letters), letters.length);
}

static uint32_t tag_of(const Reading *reading) {
    Features f = reading->features;
    uint32_t tag = f.pos;
    tag = tag << 2 | f.aspect;
    tag = tag << 2 | f.mood;
    tag = tag << 1 | (f.voice == VOICE_PASSIVE);
    tag = tag << 2 | f.deverbal;
    tag = tag << 2 | f.grade;
    tag = tag << 2 | f.cased;
    tag = tag << 1 | (f.person == 3 || f.person == 0);
    tag = tag << 1 | (reading->proclitics & PRO_AL ? 1 : 0);
    return tag << 1 | (reading->enclitic.person != 0 ? 1 : 0);
}

Signature rank_signature(const Model *model, const Reading *reading, Slice word, Span stem) {
    Signature s = {
        .tag = tag_of(reading),
        .clitics = reading->proclitics & ~(uint32_t)PRO_AL,
        .form = letters_hash(word),
        .gender = (uint8_t)reading->features.gender,
        .number = (uint8_t)reading->features.number,
        .definite = reading_definite(reading),
    };
    s.lemma = mix(s.tag, 1);
    if (reading->lemma != NONE) {
        const char *bare = model_string(model, lemma_at(model, reading->lemma)->bare);
        bool passive = reading->features.voice == VOICE_PASSIVE;
        s.lemma = mix(letters_hash(slice_of(bare)), (uint32_t)reading->features.pos << 1 | passive);
    }
    uint32_t length = span_length(stem);
    uint32_t tail = length < ENDING_BYTES ? length : ENDING_BYTES;
    uint32_t head = length < BEGIN_BYTES ? length : BEGIN_BYTES;
    s.ending =
        mix(letters_hash(slice_cut(word, stem.end - tail, stem.end)), reading->lemma == NONE);
    s.begin = mix(letters_hash(slice_cut(word, stem.begin, stem.begin + head)), length);
    return s;
}

void rank_alone(const Signature *r, uint32_t *features) {
    features[0] = feature(KIND_TAG, r->tag, r->clitics);
    features[1] = feature(KIND_LEMMA, r->lemma, r->clitics);
    features[2] = feature(KIND_FORM, mix(r->form, r->clitics), r->tag);
    features[3] = feature(KIND_ENDING, r->ending, r->tag);
    features[4] = feature(KIND_BEGIN, r->begin, r->tag);
    features[5] = feature(KIND_LEMMA_TAG, r->lemma, r->tag);
}

void rank_ahead(const Signature *r, uint32_t form, uint32_t *features) {
    features[0] = feature(KIND_AHEAD, r->tag, form);
}

static uint32_t relation(uint32_t a, uint32_t b) {
    return a == 0 || b == 0 ? 0 : a == b ? 1 : 2;
}

void rank_pair(const Signature *first, const Signature *before, const Signature *r,
               uint32_t *features) {
    uint32_t here = mix(r->tag, r->clitics);
    uint32_t agree = relation(before->gender, r->gender);
    agree = agree * 3 + relation(before->number, r->number);
    agree = agree * 2 + (before->number == NUMBER_PLURAL);
    agree = agree * 2 + (before->definite == r->definite);
    features[0] = feature(KIND_TAGS, before->tag, here);
    features[1] = feature(KIND_TAG_LEMMA, before->tag, r->lemma);
    features[2] = feature(KIND_LEMMA_AND_TAG, before->lemma, here);
    features[3] = feature(KIND_LEMMAS, before->lemma, r->lemma);
    features[4] = feature(KIND_AGREEMENT, mix(before->tag, agree), here);
    features[5] = feature(KIND_THREE, mix(first->tag, before->tag), here);
}
