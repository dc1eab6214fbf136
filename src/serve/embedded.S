/* SPDX-License-Identifier: Apache-2.0
 * Role:   the files of the page as read-only data of the library (WEB is their folder in the build).
 */
#if defined(__APPLE__)
    .const
#define SYMBOL(name) _##name
#else
    .section .rodata.mahdar_web, "a"
#define SYMBOL(name) name
#endif

.macro web symbol, end, file
    .globl \symbol
    .globl \end
#if !defined(__APPLE__)
    .hidden \symbol
    .hidden \end
#endif
    .balign 16
\symbol:
    .incbin "\file"
\end:
    .byte 0
.endm

    web SYMBOL(web_index), SYMBOL(web_index_end), index.html
    web SYMBOL(web_refused), SYMBOL(web_refused_end), refused.html
    web SYMBOL(web_script), SYMBOL(web_script_end), page.js
    web SYMBOL(web_style), SYMBOL(web_style_end), page.css
    web SYMBOL(web_world), SYMBOL(web_world_end), world.json
    web SYMBOL(web_regular), SYMBOL(web_regular_end), font-regular.ttf
    web SYMBOL(web_bold), SYMBOL(web_bold_end), font-bold.ttf

#if defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#endif
