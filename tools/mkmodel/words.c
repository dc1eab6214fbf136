/* SPDX-License-Identifier: Apache-2.0
 * Role:   lang/words → lemmas and all their inflected forms.
 */
#include "mkmodel.h"

void words_add(Builder *builder) {
    (void)builder;
}
