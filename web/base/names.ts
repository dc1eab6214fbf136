// SPDX-License-Identifier: Apache-2.0
// Names of the parties behind the codes, from the tables the reader itself uses.

import groups from "../../lang/actors/groups.tsv";
import organisations from "../../lang/actors/organisations.tsv";
import states from "../../lang/actors/states.tsv";
import { currentLanguage } from "./language";
import { rowsOf } from "./tsv";

interface Party {
    readonly ar: string;
    readonly en: string;
    readonly spellings: ReadonlySet<string>;
}

const parties = new Map<string, Party>();
for (const table of [groups, organisations, states])
    for (const { code = "", english = "", names = "" } of rowsOf(table))
        parties.set(
            code,
            partyOf(
                code,
                english,
                names.split("|").map((name) => name.trim()),
            ),
        );

function partyOf(code: string, english: string, names: readonly string[]): Party {
    return { ar: names[0] || code, en: english || code, spellings: new Set([code, ...names]) };
}

/** The name of a code's party, or the code where no table has it. */
export function partyName(code: string): string {
    return parties.get(code)?.[currentLanguage()] ?? code;
}

/** Whether the news calls a code's party itself so, and nobody who belongs to it. */
export function isParty(name: string, code: string): boolean {
    return parties.get(code || name)?.spellings.has(name) ?? false;
}

export function allParties(): string[] {
    return [...parties.keys()];
}

export interface Actor {
    readonly name: string;
    readonly code: string;
}

/** "name (CODE); name (CODE)", as the dossier writes actors. */
export function actorsOf(cell: string): Actor[] {
    return cell.split("; ").filter(Boolean).map(actorOf);
}

function actorOf(text: string): Actor {
    const parts = /^(.*?)(?: \(([A-Z0-9]{2,12})\))?$/s.exec(text);
    return { name: parts?.[1] || text, code: parts?.[2] ?? "" };
}

/** "NOR PRT", as the dossier writes parties. */
export function codesOf(cell: string): string[] {
    return cell.split(/[\s;,]+/).filter(Boolean);
}
