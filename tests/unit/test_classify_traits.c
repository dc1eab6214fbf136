/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the classifier sees of the part that an attack has in what its sentence says.
 */
#include "case.h"

#include "minutes/classify_traits.h"

enum { TRAITS_MOST = 64 };

/** The traits of a family of the attack that a text tells, and which clause its main one is. */
typedef struct Seen {
    uint32_t hashes[TRAITS_MOST], count;
    bool main_is_attack;
} Seen;

static uint32_t attack_of(const Minutes *minutes) {
    const Clauses *clauses = minutes->clauses;
    for (uint32_t i = 0; i < clauses->list.count; i++) {
        uint32_t frame = clauses->list.at[i].frame;
        if (frame != NONE && strcmp(frame_at(minutes->mentions->model, frame).type, "ASSAULT") == 0)
            return i;
    }
    fail_msg("no attack");
    return NONE;
}

static Seen seen_in(void **state, const char *text, TraitFamily family) {
    Case *test = *state;
    const Minutes *minutes = case_read(test, text);
    uint32_t attack = attack_of(minutes);
    uint32_t main = trait_main(minutes, 0, minutes->clauses->list.count);
    Traits traits = {0};
    trait_take(&test->arena, minutes, attack, main, &traits);
    Seen seen = {.main_is_attack = main == attack};
    for (uint32_t i = 0; i < traits.count; i++)
        if (traits.at[i].family == family && seen.count < TRAITS_MOST)
            seen.hashes[seen.count++] = traits.at[i].hash;
    return seen;
}

static bool same(const Seen *a, const Seen *b) {
    return a->count == b->count && memcmp(a->hashes, b->hashes, a->count * sizeof *a->hashes) == 0;
}

static void an_attack_is_said_or_pointed_at(void **state) {
    Seen said = seen_in(state, "هاجم مسلحون قاعدة عسكرية.", TRAIT_MAIN);
    Seen passing =
        seen_in(state, "أغلقت الشرطة الطريق الذي هاجم فيه مسلحون قاعدة عسكرية.", TRAIT_MAIN);
    assert_true(said.main_is_attack);
    assert_false(passing.main_is_attack);
    assert_true(said.count > 0 && passing.count > 0);
    assert_false(same(&said, &passing));
}

static void speech_is_not_what_is_said(void **state) {
    Seen plain = seen_in(state, "هاجم مسلحون قاعدة عسكرية.", TRAIT_MAIN);
    Seen told = seen_in(state, "قال متحدث إن مسلحين هاجموا قاعدة عسكرية.", TRAIT_MAIN);
    assert_true(told.main_is_attack);
    assert_true(same(&plain, &told));
}

static void counted_victims_are_news(void **state) {
    Seen counted = seen_in(state, "قتل المسلحون ثلاثة جنود.", TRAIT_FILLED);
    Seen more = seen_in(state, "قتل المسلحون أربعة حراس.", TRAIT_FILLED);
    Seen known = seen_in(state, "قتل المسلحون الجنود.", TRAIT_FILLED);
    assert_true(counted.count > 0);
    assert_true(same(&counted, &more));
    assert_false(same(&counted, &known));
}

static void a_known_noun_points_back(void **state) {
    Seen fresh = seen_in(state, "وقع هجوم قرب القاعدة.", TRAIT_HEAD);
    Seen known = seen_in(state, "وقع الهجوم قرب القاعدة.", TRAIT_HEAD);
    assert_true(fresh.count > 0);
    assert_false(same(&fresh, &known));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_attack_is_said_or_pointed_at),
        cmocka_unit_test(speech_is_not_what_is_said),
        cmocka_unit_test(counted_victims_are_news),
        cmocka_unit_test(a_known_noun_points_back),
    };
    return cmocka_run_group_tests(tests, case_open, case_close);
}
