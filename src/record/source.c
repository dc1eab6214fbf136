/* SPDX-License-Identifier: Apache-2.0
 * Role:   the links of the chain of who told it through what.
 * Input:  quotes with speaker and channel.   Output: records->sources.
 */
#include "record/speech.h"

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

void source_run(Arena *arena, Records *records) {
    const Mentions *mentions = records->clauses->mentions;
    for (uint32_t i = 0; i < records->quotes.count; i++) {
        const Quote *quote = &records->quotes.at[i];
        if (quote->speaker == NONE || quote->channel == NONE || quote->speaker == quote->channel ||
            known(records, quote->speaker, quote->channel)) {
            continue;
        }
        *VECTOR_PUSH(arena, &records->sources) =
            (SourceLink){.teller = mentions->actors.at[quote->speaker].name,
                         .channel = mentions->actors.at[quote->channel].name,
                         .span = quote->span,
                         .teller_actor = quote->speaker,
                         .channel_actor = quote->channel,
                         .rule = {"quote-channel", TABLE_COUNT, 0}};
    }
}
