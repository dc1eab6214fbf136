/* SPDX-License-Identifier: Apache-2.0
 * Role:   the compiled model as read-only data of the library: one file is the whole program.
 */
#if defined(__APPLE__)
    .const
#define SYMBOL(name) _##name
#else
    .section .rodata.mahdar_model, "a"
    .hidden model_embedded
    .hidden model_embedded_end
#define SYMBOL(name) name
#endif
    .globl SYMBOL(model_embedded)
    .globl SYMBOL(model_embedded_end)
    .balign 64
SYMBOL(model_embedded):
    .incbin MODEL_FILE
SYMBOL(model_embedded_end):
    .byte 0
#if defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#endif
