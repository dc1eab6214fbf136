// SPDX-License-Identifier: Apache-2.0
// The panel beside the words: the records at the chosen words with what they say and why, below
// them all records of the article as the way in for the keyboard.

import { Child, append, bdi, h } from "../base/dom";
import { number, t } from "../base/language";
import { firstOnly, link, status, terms } from "../base/parts";
import { KINDS, Kind, Mark } from "./records";

const LINES = 500;

export interface Panel {
    readonly element: HTMLElement;
    /** Show the records at the chosen words. */
    readonly choose: (marks: readonly Mark[]) => void;
}

export interface PanelActions {
    /** Show the words of a record. */
    readonly select: (mark: Mark) => void;
    /** Paint these kinds only. */
    readonly limit: (kinds: ReadonlySet<Kind>) => void;
    /** The dossier's key of an event of this article, "" where not known. */
    readonly eventKey: (mark: Mark) => string;
    /** Words of the article. */
    readonly wordsOf: (mark: Mark) => string;
}

function titleOf(mark: Mark): Child {
    return mark.news ? bdi(mark.title) : mark.title;
}

function leadsTo(mark: Mark, actions: PanelActions): Child {
    if (mark.person) return link("person", { name: mark.person }, t("to-person"));
    const key = mark.kind === "event" ? actions.eventKey(mark) : "";
    return key ? link("event", { key }, t("to-event")) : null;
}

function why(mark: Mark): Child {
    if (mark.rules.length === 0) return null;
    const rules = mark.rules.map((rule) => h("code", { dir: "ltr" }, rule));
    return h(
        "p",
        { class: "why" },
        h("span", { class: "label" }, t("why")),
        " ",
        ...rules.flatMap((rule) => [rule, " "]),
    );
}

function card(mark: Mark, actions: PanelActions): HTMLElement {
    return h(
        "li",
        { class: `record record-${mark.kind}` },
        h(
            "h3",
            {},
            h("span", { class: "kind" }, t(`record-${mark.kind}`)),
            " ",
            h("button", { type: "button", onclick: () => actions.select(mark) }, titleOf(mark)),
        ),
        mark.status ? h("p", {}, status(mark.status)) : null,
        h("p", { class: "words" }, bdi(actions.wordsOf(mark))),
        terms(...mark.says.map(([label, value]): [string, Child] => [label, bdi(value)])),
        why(mark),
        leadsTo(mark, actions),
    );
}

function line(mark: Mark, actions: PanelActions): HTMLElement {
    const words = actions.wordsOf(mark);
    return h(
        "li",
        {},
        h(
            "button",
            { type: "button", class: "line", onclick: () => actions.select(mark) },
            h("span", { class: "title" }, titleOf(mark)),
            mark.status ? h("span", { class: "small" }, " ", status(mark.status)) : null,
            words === mark.title ? null : h("span", { class: "small" }, " ", bdi(words)),
        ),
    );
}

/** Lines of one kind of record, made when they are unfolded: an article may have thousands. */
function kindBox(kind: Kind, marks: readonly Mark[], actions: PanelActions): HTMLElement | null {
    const mine = marks.filter((mark) => mark.kind === kind);
    if (mine.length === 0) return null;
    const list = h("ol");
    const fill = (): void => {
        if (list.childElementCount === 0)
            append(
                list,
                mine.slice(0, LINES).map((mark) => line(mark, actions)),
            );
        if (mine.length > LINES) list.after(firstOnly(LINES));
    };
    const name = [h("span", { class: `swatch rec-${kind}` }), t(`records-${kind}`)];
    const summary = h("summary", {}, name, h("span", { class: "count" }, number(mine.length)));
    const box = h("details", { class: "kind-box" }, summary, list);
    box.addEventListener("toggle", fill, { once: true });
    return box;
}

function legend(marks: readonly Mark[], actions: PanelActions): HTMLElement {
    const present = KINDS.filter(
        (kind) => kind !== "source" && kind !== "talks" && marks.some((mark) => mark.kind === kind),
    );
    const wanted = new Set<Kind>(present);
    const boxes = present.map((kind) => {
        const toggle = (event: Event): void => {
            if ((event.target as HTMLInputElement).checked) wanted.add(kind);
            else wanted.delete(kind);
            actions.limit(wanted);
        };
        return h(
            "label",
            { class: "toggle" },
            h("input", { type: "checkbox", checked: true, onchange: toggle }),
            h("span", { class: `swatch rec-${kind}` }),
            t(`records-${kind}`),
        );
    });
    return h("fieldset", { class: "legend" }, h("legend", {}, t("shown-in-text")), ...boxes);
}

export function panelOf(marks: readonly Mark[], actions: PanelActions): Panel {
    const heading = h("h2", { id: "chosen-heading" }, t("at-the-words"));
    const hint = h("p", { class: "nothing" }, t("click-the-words"));
    const chosen = h("div", { class: "chosen", role: "status", "aria-live": "polite" }, hint);
    const boxes = KINDS.map((kind) => kindBox(kind, marks, actions));
    const element = h(
        "aside",
        { class: "panel", "aria-label": t("records-of-article") },
        heading,
        chosen,
        h("h2", {}, t("all-records")),
        legend(marks, actions),
        ...boxes,
    );
    const choose = (some: readonly Mark[]): void => {
        const list = h("ul", { class: "records" }, ...some.slice(0, 12).map((mark) => card(mark, actions)));
        chosen.replaceChildren(some.length > 0 ? list : h("p", { class: "nothing" }, t("no-record-here")));
    };
    return { element, choose };
}
