/* SPDX-License-Identifier: Apache-2.0
 * Role:   titles, offices and a name that stand together: read by actor_person.c, made into actors
 *         by group_add.c, shared among several by group_shared.c.
 */
#ifndef MAHDAR_MENTION_GROUP_H
#define MAHDAR_MENTION_GROUP_H

#include "mention/actor/actor.h"
#include "mention/actor/person.h"

typedef struct Group {
    uint32_t first, end;
    uint32_t name_first, name_end; /* equal: no name */
    Office front, behind;          /* the longest before the name; the apposition */
    bool has_front, has_behind;
    bool kin;             /* ابنة الرئيس إيفانكا: the office is another's */
    const char *kin_code; /* and this its state; or that of the person, told before his name */
    Office nation;        /* المواطن الأمريكي فلان: only its state */
    const char *title_sector;
    const PhraseHit *title;
} Group;

/** A comma of either script. */
bool group_comma(const Scan *scan, uint32_t i);

/** The token behind the title at i, or i. */
uint32_t group_title(const Scan *scan, uint32_t i, Group *group);

/** Whether the word of token i begins with و. */
bool group_waw(const Scan *scan, uint32_t i);

/** The person of the group, with what it says of the office. */
void group_add(Scan *scan, Group *group);

/** An office without a name; returns its end, or i. */
uint32_t group_holder(Scan *scan, const Office *office, uint32_t i);

/** The state inside an office, as a mention of its own. */
void group_state(Scan *scan, const Office *office);

/** Its tokens are a name, which holds no place and no short name. */
void group_mark(Scan *scan, const Group *group);

/** Of an office of several with two portfolios, the first or the second. */
void group_portfolio(Office *office, bool first);

/** The holders that follow the first one; returns their end. */
uint32_t group_shared(Scan *scan, const Group *first);

/** The holders of one office of several states that is told before all names; their end, or i. */
uint32_t group_paired(Scan *scan, const Group *group, uint32_t i);

/** Whether the name is the ruler's and not his adviser's; and reading it so. */
bool group_of_inner(const Scan *scan, const Group *group);
uint32_t group_inner(Scan *scan, Group *group);

#endif
