/* SPDX-License-Identifier: Apache-2.0
 * Role:   SANITIZED is defined where AddressSanitizer runs: such tests take smaller inputs.
 */
#ifndef MAHDAR_TESTS_SANITIZED_H
#define MAHDAR_TESTS_SANITIZED_H

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#endif
