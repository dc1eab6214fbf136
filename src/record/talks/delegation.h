/* SPDX-License-Identifier: Apache-2.0
 * Role:   who leads and who sits in a party's delegation, as sentences tell it.
 *
 *     ويقود   الوفد النرويجي   وزير … هولمدال   برفقة   … ستينسن،   والوفد البرتغالي   … كاربينتو
 *     led      └ party NOR ┘  └── head ───┘    with    └ member ┘  └ party PRT ──┘  └ head ┘
 */
#ifndef MAHDAR_RECORD_DELEGATION_H
#define MAHDAR_RECORD_DELEGATION_H

#include "record/wording.h"

/** All delegations that the article describes, those of one party joined, by first mention. */
void delegation_find(Arena *arena, const Mentions *mentions, Delegations *found);

/** The delegation of `party`, made if it is not there. */
Delegation *delegation_of(Arena *arena, Delegations *delegations, const char *party);

/** Add a member who is not there yet, neither as head. */
void delegation_add(Arena *arena, Delegation *delegation, uint32_t actor);

/** Whether a person holds the office that a mention names of several: وزير الموارد والري is one of
 *  وزراء الري. */
bool delegation_holds(const Mentions *mentions, uint32_t person, uint32_t office);

#endif
