/* SPDX-License-Identifier: Apache-2.0
 * Role:   the links of the chain of who told it through what.
 * Input:  quotes with their speakers.   Output: records->sources; channels that the report has not.
 *
 *     قال الوزير في حوار مع قناة «المرفأ»          teller الوزير, channel المرفأ
 */
#include "record/speech/speech.h"

static bool known(const Records *records, uint32_t teller, uint32_t channel) {
    enum { LOOK_BACK = 64 };
    uint32_t count = records->sources.count;
    for (uint32_t i = count; i-- > 0 && count - i <= LOOK_BACK;) {
        if (records->sources.at[i].teller_actor == teller &&
            records->sources.at[i].channel_actor == channel) {
            return true;
        }
    }
    return false;
}

static void add(Arena *arena, Records *records, const Carried *link, const char *rule) {
    const Mentions *mentions = record_mentions(records);
    if (link->teller == NONE || link->channel == NONE || link->teller == link->channel ||
        known(records, link->teller, link->channel) ||
        strstr(mentions->actors.at[link->teller].name, mentions->actors.at[link->channel].name)) {
        return; /* مصور │المرفأ│ tells it himself */
    }
    *VECTOR_PUSH(arena, &records->sources) =
        (SourceLink){.teller = mentions->actors.at[link->teller].name,
                     .channel = mentions->actors.at[link->channel].name,
                     .span = link->span,
                     .teller_actor = link->teller,
                     .channel_actor = link->channel,
                     .rule = {rule, TABLE_COUNT, 0}};
}

void source_run(Arena *arena, Records *records) {
    for (uint32_t i = 0; i < records->quotes.count; i++) {
        Quote *quote = &records->quotes.at[i];
        if (quote->speaker != NONE && quote->channel == NONE &&
            !channel_is(records->speech, quote->speaker)) {
            quote->channel = medium_beside(records->speech, quote);
        }
        Carried link = {quote->speaker, quote->channel, quote->span};
        add(arena, records, &link, "quote-channel");
    }
    for (uint32_t i = 0; i < records->speech->carried.count; i++) {
        add(arena, records, &records->speech->carried.at[i], "medium-behind-medium");
    }
}
