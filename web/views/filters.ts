// SPDX-License-Identifier: Apache-2.0
// The form above a table. What is chosen goes to the address, and the address makes the view.

import { Filters, about } from "../base/api";
import { h } from "../base/dom";
import { currentLanguage, t } from "../base/language";
import { CONFLICT, COOPERATION } from "../base/minutes";
import { allParties, partyName } from "../base/names";
import { hashOf } from "../base/route";

export type Filter =
    "party" | "type" | "status" | "state" | "place" | "outlet" | "since" | "until" | "text" | "person" | "newest";

const MONTH = 30 * 86_400_000;
const CHOICES: Readonly<Partial<Record<Filter, readonly string[]>>> = {
    type: [...COOPERATION, ...CONFLICT],
    status: ["occurred", "planned", "possible", "negated"],
    state: ["planned", "ongoing", "suspended", "concluded", "failed"],
};

function select(name: Filter, id: string, values: readonly string[], chosen: string): HTMLElement {
    const options = values.map((value) => h("option", { value, selected: value === chosen }, t(value)));
    return h("select", { name, id }, h("option", { value: "" }, t("any")), ...options);
}

/** The usual order, or the newest first. */
function orderSelect(id: string, chosen: string): HTMLElement {
    const usual = h("option", { value: "" }, t("order-usual"));
    const newest = h("option", { value: "1", selected: chosen === "1" }, t("order-newest"));
    return h("select", { name: "newest", id }, usual, newest);
}

function partyInput(id: string, chosen: string): HTMLElement[] {
    const options = allParties().map((code) => h("option", { value: code }, partyName(code)));
    const input = h("input", {
        type: "text",
        name: "party",
        id,
        list: `${id}-list`,
        value: chosen,
        maxlength: 60,
        autocomplete: "off",
    });
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
          : name === "newest"
            ? [orderSelect(id, chosen)]
            : [
                  h("input", {
                      type: day ? "date" : "text",
                      name,
                      id,
                      value: chosen,
                      maxlength: 200,
                      autocomplete: "off",
                  }),
              ];
    return h(
        "div",
        { class: `field field-${name}` },
        h("label", { for: id }, t(name === "state" ? "status" : name)),
        ...control,
    );
}

/** A name of a party in either language becomes its code. */
function codeOf(value: string): string {
    const text = value.trim();
    return allParties().find((code) => partyName(code) === text) ?? text.toUpperCase();
}

function chosen(form: HTMLFormElement): Record<string, string> {
    const values: Record<string, string> = {};
    for (const [name, value] of new FormData(form))
        if (typeof value === "string") values[name] = value.trim();
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
        h(
            "div",
            { class: "field buttons" },
            h("button", { type: "submit" }, t("apply")),
            h("a", { href: hashOf(view, { all: "1" }, currentLanguage()) }, t("clear")),
        ),
    );
    const wide = window.matchMedia("(min-width: 44rem)").matches;
    return h("details", { class: "filter-box", open: wide }, h("summary", {}, t("filters")), form);
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

function dayAt(milliseconds: number): string {
    return new Date(milliseconds).toISOString().slice(0, 10);
}

/** As in the address; where it names none, a month before and behind the dossier's last day, so that the
 *  newest is seen first. */
export async function recently(names: readonly Filter[], parameters: URLSearchParams): Promise<Filters> {
    const filters = filtersOf(names, parameters);
    if (Object.keys(filters).length > 0 || parameters.has("all")) return filters;
    const last = Date.parse(`${(await about()).last_day ?? ""}T00:00:00Z`);
    if (Number.isNaN(last)) return filters;
    return { since: dayAt(last - MONTH), until: dayAt(last + MONTH) };
}

/** Filters as the form takes them. */
export function parametersOf(filters: Filters): URLSearchParams {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(filters)) if (value) parameters.set(name, String(value));
    return parameters;
}
