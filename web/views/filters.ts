// SPDX-License-Identifier: Apache-2.0
// The form above a table. What is chosen goes to the address, and the address makes the view.

import { h } from "../base/dom";
import { t } from "../base/language";
import { currentLanguage } from "../base/language";
import { allParties, partyName } from "../base/names";
import { hashOf } from "../base/route";

export type Filter = "party" | "type" | "status" | "place" | "outlet" | "since" | "until" | "text" | "person";

export const TYPES = ["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];
const CHOICES: Readonly<Partial<Record<Filter, readonly string[]>>> = {
    type: TYPES,
    status: ["occurred", "planned", "possible", "negated"],
};

function select(name: Filter, id: string, values: readonly string[], chosen: string): HTMLElement {
    const options = values.map((value) => h("option", { value, selected: value === chosen }, t(value)));
    return h("select", { name, id }, h("option", { value: "" }, t("any")), ...options);
}

function partyInput(id: string, chosen: string): HTMLElement[] {
    const options = allParties().map((code) => h("option", { value: code }, partyName(code)));
    const input = h("input", { type: "text", name: "party", id, list: `${id}-list`, value: chosen, maxlength: 60, autocomplete: "off" });
    return [input, h("datalist", { id: `${id}-list` }, ...options)];
}

function fieldOf(name: Filter, chosen: string): HTMLElement {
    const id = `filter-${name}`;
    const choices = CHOICES[name];
    const day = name === "since" || name === "until";
    const control = choices
        ? [select(name, id, choices, chosen)]
        : name === "party"
          ? partyInput(id, chosen)
          : [h("input", { type: day ? "date" : "text", name, id, value: chosen, maxlength: 200, autocomplete: "off" })];
    return h("div", { class: `field field-${name}` }, h("label", { for: id }, t(name)), ...control);
}

/** A name of a party in either language becomes its code. */
function codeOf(value: string): string {
    const text = value.trim();
    return allParties().find((code) => partyName(code) === text) ?? text.toUpperCase();
}

function chosen(form: HTMLFormElement): Record<string, string> {
    const values: Record<string, string> = {};
    for (const [name, value] of new FormData(form)) if (typeof value === "string") values[name] = value.trim();
    if (values.party) values.party = codeOf(values.party);
    return values;
}

export function filterForm(view: string, names: readonly Filter[], parameters: URLSearchParams): HTMLElement {
    const apply = (): void => {
        location.hash = hashOf(view, chosen(form), currentLanguage());
    };
    const form = h(
        "form",
        {
            class: "filters",
            "aria-label": t("filters"),
            onsubmit: (event) => {
                event.preventDefault();
                apply();
            },
        },
        ...names.map((name) => fieldOf(name, parameters.get(name) ?? "")),
        h("div", { class: "field buttons" }, h("button", { type: "submit" }, t("apply")), h("a", { href: hashOf(view, {}, currentLanguage()) }, t("clear"))),
    );
    return form;
}

/** The filters that stand in the address. */
export function filtersOf(names: readonly Filter[], parameters: URLSearchParams): Record<string, string> {
    const filters: Record<string, string> = {};
    for (const name of names) {
        const value = parameters.get(name);
        if (value) filters[name] = value;
    }
    return filters;
}
