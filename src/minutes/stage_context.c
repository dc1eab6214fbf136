/* SPDX-License-Identifier: Apache-2.0
 * Role:   prints what stands around the events.
 * Input:  Minutes.   Output: a line for each record, columns by tabs:
 *
 *     order        وصل      مفاوضات     قبل
 *     background   في ظل    توتر متزايد   of المحادثات
 *     depiction    مقطع فيديو   يظهر   طائرة الوفد   by الوزارة
 *     publication  نص الاتفاق   نشرت   occurred   by الوزارة   on أمس
 */
#include "minutes/stages.h"

static void event(Out *out, const Minutes *minutes, const char *label, uint32_t index) {
    if (index != NONE)
        stage_words(out, minutes, label, minutes->records->events.at[index].trigger);
}

static void publication(Out *out, const Minutes *minutes, const Publication *made) {
    static const char *const STATUSES[] = {"occurred", "planned", "possible", "negated"};
    const Mentions *mentions = minutes->mentions;
    out_string(out, "publication");
    stage_words(out, minutes, "", made->span);
    stage_words(out, minutes, "", made->cue);
    stage_cell(out, "", slice_of(STATUSES[made->status]));
    if (made->by != NONE)
        stage_cell(out, "by ", slice_of(mentions->actors.at[made->by].name));
    if (made->time != NONE)
        stage_words(out, minutes, "on ", mentions->times.at[made->time].span);
    if (made->place != NONE)
        stage_cell(out, "in ", slice_of(mentions->places.at[made->place].name));
    if (made->through.end)
        stage_words(out, minutes, "through ", made->through);
    for (uint32_t i = 0; i < made->instruments.count; i++)
        stage_words(out, minutes, "of ",
                    minutes->records->instruments.at[made->instruments.at[i]].span);
    out_char(out, '\n');
}

bool stage_context(const Minutes *minutes, Sink sink) {
    const Records *records = minutes->records;
    Out out;
    out_init(&out, sink);
    for (uint32_t i = 0; i < records->orders.count; i++) {
        const Order *order = &records->orders.at[i];
        out_string(&out, "order");
        event(&out, minutes, "", order->first);
        event(&out, minutes, "", order->then);
        stage_words(&out, minutes, "", order->cue);
        out_char(&out, '\n');
    }
    for (uint32_t i = 0; i < records->backgrounds.count; i++) {
        const Background *background = &records->backgrounds.at[i];
        out_string(&out, "background");
        stage_words(&out, minutes, "", background->cue);
        stage_words(&out, minutes, "", background->span);
        event(&out, minutes, "of ", background->event);
        out_char(&out, '\n');
    }
    for (uint32_t i = 0; i < records->depictions.count; i++) {
        const Depiction *depiction = &records->depictions.at[i];
        out_string(&out, "depiction");
        stage_words(&out, minutes, "", depiction->medium);
        stage_words(&out, minutes, "", depiction->cue);
        stage_words(&out, minutes, "", depiction->span);
        if (depiction->by != NONE)
            stage_cell(&out, "by ", slice_of(minutes->mentions->actors.at[depiction->by].name));
        out_char(&out, '\n');
    }
    for (uint32_t i = 0; i < records->publications.count; i++)
        publication(&out, minutes, &records->publications.at[i]);
    return out_end(&out) == MAHDAR_OK;
}
