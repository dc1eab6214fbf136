/* SPDX-License-Identifier: Apache-2.0
 * Role:   where the dateline of a report ends.
 * Input:  tokens of the first sentence of the body.   Output: first token behind the dateline.
 */
#include "text/scan.h"

#include "text/letter.h"

uint32_t dateline_end(const TokenVector *tokens, uint32_t first, uint32_t end) {
    (void)tokens;
    (void)end;
    return first;
}
