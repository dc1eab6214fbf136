/* SPDX-License-Identifier: Apache-2.0
 * Role:   tests of instruments, delegations and talks over the whole way from text to records.
 */
#include "case.h"

static const Minutes *read_text(void **state, const char *text) {
    return case_read(*state, text);
}

static const char *words(void **state, const Minutes *minutes, Span span) {
    Case *test = *state;
    return arena_copy(&test->arena, text_slice(minutes->text, span));
}

static const char *name_of(const Minutes *minutes, uint32_t actor) {
    return actor == NONE ? "" : minutes->mentions->actors.at[actor].name;
}

static const Talks *only_talks(const Minutes *minutes) {
    assert_int_equal(minutes->records->talks.count, 1);
    return &minutes->records->talks.at[0];
}

static const Delegation *seat(const Talks *talks, const char *party) {
    for (uint32_t i = 0; i < talks->delegations.count; i++)
        if (strcmp(talks->delegations.at[i].party, party) == 0)
            return &talks->delegations.at[i];
    fail_msg("no delegation of %s", party);
    return NULL;
}

static bool has(const Codes *codes, const char *code) {
    for (uint32_t i = 0; i < codes->count; i++)
        if (strcmp(codes->at[i], code) == 0)
            return true;
    return false;
}

/* ---- Talks ---- */

static void delegations_have_heads_and_members(void **state) {
    const Minutes *minutes =
        read_text(state, "بدأت في فاليتا خلف أبواب مغلقة الجولة الثانية من المحادثات بين النرويج "
                         "والبرتغال بشأن حصص الصيد.\n"
                         "ويترأس الوفد النرويجي وزير الخارجية إسبن هولمدال برفقة نائب وزير التجارة "
                         "أولاف ستينسن، والوفد البرتغالي وزيرة الزراعة لويزا كاربينتو.");
    const Talks *talks = only_talks(minutes);
    assert_true(has(&talks->parties, "NOR") && has(&talks->parties, "PRT"));
    assert_true(talks->closed_doors);
    assert_int_equal(talks->round, 2);
    const Delegation *norway = seat(talks, "NOR");
    assert_string_equal(name_of(minutes, norway->head), "إسبن هولمدال");
    assert_int_equal(norway->members.count, 1);
    assert_string_equal(name_of(minutes, norway->members.at[0]), "أولاف ستينسن");
    /* The second delegation's verb is elided. */
    assert_string_equal(name_of(minutes, seat(talks, "PRT")->head), "لويزا كاربينتو");
}

static void failed_talks_have_no_outcome(void **state) {
    const Minutes *minutes = read_text(
        state, "انتهت المفاوضات غير المباشرة بين منغوليا وكازاخستان دون التوصل إلى اتفاق.");
    const Talks *talks = only_talks(minutes);
    assert_true(talks->fruitless);
    assert_true(talks->indirect);
    assert_false(talks->direct);
}

static void a_mediator_is_no_party(void **state) {
    const Minutes *minutes =
        read_text(state, "استؤنفت اليوم المفاوضات بين منغوليا وكازاخستان بوساطة سويسرا.");
    const Talks *talks = only_talks(minutes);
    assert_int_equal(talks->parties.count, 2);
    assert_false(has(&talks->parties, "CHE"));
}

static void a_single_call_is_no_talks(void **state) {
    const Minutes *minutes =
        read_text(state, "أجرى وزير الخارجية النرويجي محادثات هاتفية مع نظيره البرتغالي مساء أمس.");
    assert_int_equal(minutes->records->talks.count, 0);
}

static void a_delegation_has_seats(void **state) {
    const Minutes *minutes =
        read_text(state, "وصل وفد منغولي من خمسة أعضاء برئاسة وزيرة النقل سارانتويا دورج لإجراء "
                         "مفاوضات مع كازاخستان.");
    const Delegation *mongolia = seat(only_talks(minutes), "MNG");
    assert_int_equal(mongolia->size, 5);
    assert_string_equal(name_of(minutes, mongolia->head), "سارانتويا دورج");
}

static void a_list_names_all_parties(void **state) {
    const Minutes *minutes =
        read_text(state, "تنطلق غدا في فاليتا جولة المفاوضات بين وزراء الري في منغوليا، كازاخستان "
                         "والنرويج. وقال وزير الري المنغولي باتار دورج إن الجولة حاسمة.");
    const Talks *talks = only_talks(minutes);
    assert_int_equal(talks->parties.count, 3);
    assert_true(has(&talks->parties, "MNG") && has(&talks->parties, "KAZ"));
    /* He is one of the ministers who meet. */
    assert_string_equal(name_of(minutes, seat(talks, "MNG")->members.at[0]), "باتار دورج");
}

static void an_insertion_stays_out_of_the_list(void **state) {
    const Minutes *minutes =
        read_text(state, "توسطت سويسرا في محادثات بين منغوليا، التي تضم أقاليم كثيرة، وكازاخستان.");
    const Talks *talks = only_talks(minutes);
    assert_int_equal(talks->parties.count, 2);
    assert_true(has(&talks->parties, "MNG") && has(&talks->parties, "KAZ"));
}

static void talks_gather_parties(void **state) {
    const Minutes *minutes = read_text(
        state, "تشهد فاليتا اليوم مباحثات تجمع منغوليا بكل من النرويج والبرتغال بشأن الصيد.");
    const Talks *talks = only_talks(minutes);
    assert_int_equal(talks->parties.count, 3);
    assert_false(has(&talks->parties, "MLT"));
}

static void who_goes_there_takes_part(void **state) {
    const Minutes *minutes = read_text(
        state, "أعلنت منغوليا أنها سترسل وفدا إلى فاليتا للمشاركة في المفاوضات بشأن الصيد. "
               "وقال دبلوماسي إن مسؤولين نرويجيين سيتوجهون أيضا إلى مالطا لإجراء "
               "المفاوضات.");
    const Talks *talks = only_talks(minutes);
    assert_true(has(&talks->parties, "MNG") && has(&talks->parties, "NOR"));
    assert_false(has(&talks->parties, "MLT"));
}

static void an_agreement_came_out_of_talks(void **state) {
    const Minutes *minutes =
        read_text(state, "دافع الوزير النرويجي عن الاتفاق بين النرويج والبرتغال الذي أبرم في ختام "
                         "مفاوضات شاقة.");
    const Talks *talks = only_talks(minutes);
    assert_true(has(&talks->parties, "NOR") && has(&talks->parties, "PRT"));
    assert_int_equal(talks->status, TALKS_CONCLUDED);
    assert_true(talks->agreed);
}

static void a_courtesy_is_no_talks(void **state) {
    const Minutes *minutes =
        read_text(state, "أجرى وزير الخارجية النرويجي إسبن هولمدال محادثات في أوسلو مع وزيرة "
                         "الزراعة البرتغالية لويزا كاربينتو.");
    assert_int_equal(minutes->records->talks.count, 0);
}

static void an_interview_is_no_talks(void **state) {
    const Minutes *minutes = read_text(
        state, "قال الوزير النرويجي إسبن هولمدال في حوار مع الكاتبة البرتغالية لويزا كاربينتو إن "
               "الصيد يتراجع.");
    assert_int_equal(minutes->records->talks.count, 0);
}

static void a_committee_has_its_leaders_party(void **state) {
    const Minutes *minutes =
        read_text(state, "استؤنفت المفاوضات بين النرويج والبرتغال. وتمكنت اللجنة التفاوضية التي "
                         "يقودها وزير التجارة النرويجي أولاف ستينسن من ضمان الحصص.");
    const Delegation *norway = seat(only_talks(minutes), "NOR");
    assert_string_equal(name_of(minutes, norway->head), "أولاف ستينسن");
}

static void the_host_is_no_side(void **state) {
    const Minutes *minutes =
        read_text(state, "وصل إلى فاليتا وفد نرويجي للمشاركة في المفاوضات مع البرتغال.");
    const Talks *talks = only_talks(minutes);
    assert_int_equal(talks->parties.count, 2);
    assert_false(has(&talks->parties, "MLT"));
}

static void a_union_negotiates_itself(void **state) {
    const Talks *talks =
        only_talks(read_text(state, "أجرت مالطا محادثات مع الاتحاد الأوروبي أمس."));
    assert_true(has(&talks->parties, "MLT") && has(&talks->parties, "EU"));
    const Minutes *council = read_text(state, "وحضر الوزير قمة الاتحاد الأوروبي أمس.");
    assert_int_equal(council->records->talks.count, 0);
}

static void an_envoy_negotiates_with_a_group(void **state) {
    const Minutes *minutes =
        read_text(state, "التقى مبعوث الأمم المتحدة مارتن غريفيث في مسقط وفد الحوثيين.");
    const Talks *talks = only_talks(minutes);
    assert_true(has(&talks->parties, "UN") && has(&talks->parties, "HOUTHI"));
}

static void a_chief_negotiator_has_a_seat(void **state) {
    const Minutes *minutes =
        read_text(state, "استؤنفت المفاوضات بين النرويج والبرتغال. وقال كبير المفاوضين النرويجيين "
                         "أولاف ستينسن إن الجولة طويلة.");
    const Delegation *norway = seat(only_talks(minutes), "NOR");
    assert_int_equal(norway->members.count, 1);
}

/* ---- Instruments ---- */

static void provisions_are_told_one_by_one(void **state) {
    const Minutes *minutes = read_text(
        state, "أعد الوفدان مسودة اتفاق حول الصيد تنص على خفض الحصص بنسبة عشرة في المئة، وعدم "
               "استخدام شباك القاع، وتبادل بيانات السفن كل شهر.");
    assert_int_equal(minutes->records->instruments.count, 1);
    const Instrument *draft = &minutes->records->instruments.at[0];
    assert_string_equal(draft->kind, "draft");
    assert_int_equal(draft->clauses.count, 3);
    assert_string_equal(words(state, minutes, draft->clauses.at[1]), "عدم استخدام شباك القاع");
    assert_int_equal(draft->provisions.count, 3);
    assert_int_equal(draft->provisions.at[0].force, FORCE_REQUIRES);
    assert_int_equal(draft->provisions.at[1].force, FORCE_FORBIDS);
}

static void a_pair_of_drafts_is_two(void **state) {
    const Minutes *minutes = read_text(
        state, "وقدمت النرويج يوم 3 فبراير مشروعي اتفاقيتين، واحدة مع البرتغال، والأخرى مع مالطا، "
               "تشملان بنودا حول تبادل البيانات، وتخلي مالطا عن الرسوم.");
    const Records *records = minutes->records;
    assert_int_equal(records->instruments.count, 2);
    for (uint32_t i = 0; i < 2; i++) {
        const Instrument *draft = &records->instruments.at[i];
        assert_true(has(&draft->parties, "NOR"));
        assert_true(has(&draft->parties, i == 0 ? "PRT" : "MLT"));
        assert_int_not_equal(draft->time, NONE);
        const Provision *last = &draft->provisions.at[draft->provisions.count - 1];
        assert_int_equal(last->force, FORCE_RENOUNCES);
        assert_non_null(last->binds);
        assert_string_equal(last->binds, "MLT");
    }
}

static void the_bare_noun_joins(void **state) {
    const Minutes *minutes =
        read_text(state, "وقعت النرويج اتفاقية الصيد مع البرتغال. وتنص الاتفاقية على خفض الحصص.");
    assert_int_equal(minutes->records->instruments.count, 1);
    const Instrument *treaty = &minutes->records->instruments.at[0];
    assert_int_equal(treaty->mentions.count, 2);
    assert_string_equal(treaty->status, "signed");
    assert_int_equal(treaty->clauses.count, 1);
}

static void a_provision_hangs_on_the_noun(void **state) {
    const Minutes *minutes = read_text(
        state, "توصل الصيادون إلى اتفاق مع مالطا، جارتهم الكبرى، على فتح الموانئ كل شهر.");
    assert_int_equal(minutes->records->instruments.count, 1);
    const Instrument *agreement = &minutes->records->instruments.at[0];
    assert_int_equal(agreement->clauses.count, 1);
    assert_string_equal(words(state, minutes, agreement->clauses.at[0]), "فتح الموانئ كل شهر");
}

static void what_a_party_accepts_is_a_provision(void **state) {
    const Minutes *minutes =
        read_text(state, "يوقع الوزيران اتفاق الصيد مع مالطا. وضمن الوفد موافقة مالطا على أن تدفع "
                         "رسما قدره ألف يورو، وساعات راحة لا تقل عن ثماني ساعات.");
    assert_int_equal(minutes->records->instruments.count, 1);
    assert_int_equal(minutes->records->instruments.at[0].clauses.count, 2);
}

static void a_text_that_is_only_thought_of_is_none(void **state) {
    const Minutes *minutes = read_text(
        state, "ستفتح النرويج الموانئ إذا توصلت إلى اتفاق مع مالطا. وتقدم الوزير باقتراح. ونفذ "
               "العمال الخطة السنوية. واستمرت هدنة البحر.");
    assert_int_equal(minutes->records->instruments.count, 0);
}

static void a_body_passes_a_resolution(void **state) {
    const Minutes *minutes = read_text(state, "وكان مجلس الأمن قد اعتمد الأحد قرارا.");
    assert_int_equal(minutes->records->instruments.count, 1);
    assert_string_equal(minutes->records->instruments.at[0].kind, "resolution");
}

static void a_decision_is_no_resolution(void **state) {
    const Minutes *minutes = read_text(state, "اتخذ الوزير قرارا بإغلاق المكتب.");
    assert_int_equal(minutes->records->instruments.count, 0);
}

/* A paper or contract is a text of parties where it is signed, and named beside it. */
static void a_paper_that_is_signed_is_a_text(void **state) {
    const Minutes *minutes = read_text(state, "وقع الوفدان 16 وثيقة في مجال الصيد.");
    assert_int_equal(minutes->records->instruments.count, 1);
    assert_string_equal(minutes->records->instruments.at[0].status, "signed");
    minutes = read_text(state, "ونشرت الوزارة وثيقة عن الصيد. ووقع الوفدان عقودا أمس.");
    assert_int_equal(minutes->records->instruments.count, 0);
}

static void the_name_ends_at_what_is_said_of_it(void **state) {
    const Minutes *minutes =
        read_text(state, "قال الوزير إن اتفاق الصيد المالطي جاهز. وتشمل خطة الاتفاق تسليم السفن.");
    assert_string_equal(minutes->records->instruments.at[0].name, "اتفاق الصيد المالطي");
    assert_string_equal(minutes->records->instruments.at[1].name, "خطة الاتفاق");
}

static void another_text_is_set_apart(void **state) {
    const Minutes *minutes = read_text(
        state, "تدرس مالطا اتفاقا تكميليا مع النرويج. وانسحبت البرتغال من اتفاقية الصيد القديمة.");
    assert_int_equal(minutes->records->instruments.count, 2);
}

static void what_is_no_such_text_is_none(void **state) {
    const Minutes *minutes =
        read_text(state, "هذه ليست معاهدة دولية. واحترمت النرويج المعاهدات الدولية. وزار الوزير "
                         "منظمة معاهدة البحر.");
    assert_int_equal(minutes->records->instruments.count, 0);
}

static const char *clause_of(void **state, const char *text, uint32_t clause) {
    const Minutes *minutes = read_text(state, text);
    assert_int_equal(minutes->records->instruments.count, 1);
    const Instrument *instrument = &minutes->records->instruments.at[0];
    assert_true(clause < instrument->clauses.count);
    return words(state, minutes, instrument->clauses.at[clause]);
}

static void provisions_stand_far_from_their_verb(void **state) {
    const char *aside = "وقعت النرويج اتفاق الصيد مع مالطا. وينص الاتفاق، حسب الوزير، على خفض "
                        "الحصص مما ينهي الخلاف.";
    assert_string_equal(clause_of(state, aside, 0), "خفض الحصص");
    const char *object = "وقعت النرويج اتفاقية الصيد مع مالطا. وتفرض الاتفاقية التي أبرمت في "
                         "فاليتا أمس قيودا صارمة على السفن.";
    assert_string_equal(clause_of(state, object, 0), "قيودا صارمة على السفن");
    const char *under = "وقعت النرويج اتفاق الصيد مع مالطا. وبموجب الاتفاق، من المقرر أن تخفض "
                        "مالطا الحصص.";
    assert_string_equal(clause_of(state, under, 0), "تخفض مالطا الحصص");
    const char *listed = "وقعت النرويج اتفاق الصيد مع مالطا. ومن بنود الاتفاق أيضا، خفض الحصص.";
    assert_string_equal(clause_of(state, listed, 0), "خفض الحصص");
    const char *aim = "قدمت النرويج خطة تهدف إلى خفض الحصص.";
    assert_string_equal(clause_of(state, aim, 0), "خفض الحصص");
}

static void a_provision_told_twice_is_one(void **state) {
    const Minutes *minutes =
        read_text(state, "وقعت النرويج اتفاق الصيد مع مالطا. وينص الاتفاق على خفض الحصص. وتضمن "
                         "الاتفاق على خفض الحصص كل عام.");
    const Instrument *agreement = &minutes->records->instruments.at[0];
    assert_int_equal(agreement->clauses.count, 1);
    assert_string_equal(words(state, minutes, agreement->clauses.at[0]), "خفض الحصص كل عام");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(delegations_have_heads_and_members),
        cmocka_unit_test(failed_talks_have_no_outcome),
        cmocka_unit_test(a_mediator_is_no_party),
        cmocka_unit_test(a_single_call_is_no_talks),
        cmocka_unit_test(a_delegation_has_seats),
        cmocka_unit_test(a_list_names_all_parties),
        cmocka_unit_test(an_insertion_stays_out_of_the_list),
        cmocka_unit_test(talks_gather_parties),
        cmocka_unit_test(who_goes_there_takes_part),
        cmocka_unit_test(an_agreement_came_out_of_talks),
        cmocka_unit_test(a_courtesy_is_no_talks),
        cmocka_unit_test(an_interview_is_no_talks),
        cmocka_unit_test(a_committee_has_its_leaders_party),
        cmocka_unit_test(the_host_is_no_side),
        cmocka_unit_test(a_union_negotiates_itself),
        cmocka_unit_test(an_envoy_negotiates_with_a_group),
        cmocka_unit_test(a_chief_negotiator_has_a_seat),
        cmocka_unit_test(provisions_are_told_one_by_one),
        cmocka_unit_test(a_pair_of_drafts_is_two),
        cmocka_unit_test(the_bare_noun_joins),
        cmocka_unit_test(a_provision_hangs_on_the_noun),
        cmocka_unit_test(what_a_party_accepts_is_a_provision),
        cmocka_unit_test(a_text_that_is_only_thought_of_is_none),
        cmocka_unit_test(a_body_passes_a_resolution),
        cmocka_unit_test(a_decision_is_no_resolution),
        cmocka_unit_test(a_paper_that_is_signed_is_a_text),
        cmocka_unit_test(the_name_ends_at_what_is_said_of_it),
        cmocka_unit_test(another_text_is_set_apart),
        cmocka_unit_test(what_is_no_such_text_is_none),
        cmocka_unit_test(provisions_stand_far_from_their_verb),
        cmocka_unit_test(a_provision_told_twice_is_one),
    };
    return cmocka_run_group_tests(tests, case_open, case_close);
}
