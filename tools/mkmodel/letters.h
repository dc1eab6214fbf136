/* SPDX-License-Identifier: Apache-2.0
 * Role:   which characters a cell of lang/ may hold, and the letters that endings are made of.
 */
#ifndef MAHDAR_MKMODEL_LETTERS_H
#define MAHDAR_MKMODEL_LETTERS_H

#include "base/slice.h"

#define SPELLED_ALIF "\u0627"        /* ا */
#define SPELLED_TAA_MARBUTA "\u0629" /* ة */
#define SPELLED_TAA "\u062A"         /* ت */
#define SPELLED_LAM "\u0644"         /* ل */
#define SPELLED_NUN "\u0646"         /* ن */
#define SPELLED_WAW "\u0648"         /* و */
#define SPELLED_YAA "\u064A"         /* ي */
#define SPELLED_AL SPELLED_ALIF SPELLED_LAM

/** What is wrong with the characters of a cell, or NULL. */
const char *letters_fault(Slice cell);

#endif
