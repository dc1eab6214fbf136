// SPDX-License-Identifier: Apache-2.0
// Columns that several views show.

import type { Row } from "../base/api";
import { Child, bdi, h, joined } from "../base/dom";
import { known, number, t } from "../base/language";
import { deed, evidence, link, names, person, status, when, words } from "../base/parts";
import type { Column } from "../base/table";

export const dayColumn: Column = { key: "day", class: "day", cell: (row) => when(row) };

export const statusColumn: Column = {
    key: "status",
    class: "short",
    cell: (row) => status(row.status ?? ""),
};

export const placeColumn: Column = { key: "place", cell: (row) => names(row.place) };

export const evidenceColumn: Column = {
    key: "article",
    get label() {
        return t("evidence");
    },
    cell: (row) => evidence(row, row.name ?? row.person),
};

export const articlesColumn: Column = {
    key: "articles",
    class: "number",
    cell: (row) => number(row.articles ?? ""),
};

export const outletColumn: Column = {
    key: "outlets",
    get label() {
        return t("outlets");
    },
    cell: outlets,
};

function outlets(row: Row): Child {
    const count = Number(row.outlets);
    return Number.isFinite(count) ? number(count) : bdi(row.outlets ?? "");
}

function typeName(row: Row): Child {
    const mode = (row.mode ?? "")
        .split(/[ ,;]+/)
        .filter((name) => name && known(name))
        .map((name) => t(name));
    const name = t(row.type ?? "");
    return [
        row.key ? link("event", { key: row.key }, name) : name,
        mode.length > 0 ? h("span", { class: "mode" }, ` ${mode.join(t("comma"))}`) : null,
    ];
}

export const eventColumns: readonly Column[] = [
    dayColumn,
    { key: "type", class: "short", cell: typeName },
    statusColumn,
    {
        key: "source",
        get label() {
            return t("who");
        },
        class: "who",
        cell: deed,
    },
    placeColumn,
    { key: "words", class: "telling", cell: (row) => words(row) },
    outletColumn,
];

/** Through whom it came: the links of the chain ("A < B; B < C") without the speaker, else the medium. */
export function chain(row: Row): Child {
    const links = (row.chain ?? "").split(/ < |; /).filter((name) => name && name !== row.speaker);
    const names = links.length > 0 ? [...new Set(links)] : [row.channel ?? ""];
    return joined(
        names.filter(Boolean).map((name) => bdi(name)),
        h("span", { class: "versus" }, ` ${t("through")} `),
    );
}

export function speaker(row: Row): Child {
    return row.speaker ? person(row.speaker, row.code ?? "", row.office ?? "") : t("unknown");
}

export const quoteColumns: readonly Column[] = [
    dayColumn,
    { key: "speaker", class: "who", cell: speaker },
    { key: "words", class: "wide", cell: (row) => statement(row) },
    { key: "kind", class: "short", cell: (row) => t(row.kind ?? "") },
    {
        key: "channel",
        get label() {
            return t("channel");
        },
        cell: chain,
    },
    { key: "addressee", cell: (row) => bdi(row.addressee ?? "") },
    outletColumn,
];

/** Verbatim words in quotation marks, reported ones without. */
function statement(row: Row): Child {
    const said = row.words ?? "";
    return words(row, row.kind === "direct" ? `«${said}»` : said);
}
