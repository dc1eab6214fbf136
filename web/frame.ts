// SPDX-License-Identifier: Apache-2.0
// What stands around every view: the name, the views, the search, the other language, the colophon.

import { About, about } from "./base/api";
import { bdi, byId, h } from "./base/dom";
import { counted, currentLanguage, day, t } from "./base/language";
import { href } from "./base/parts";
import { currentRoute, hashOf } from "./base/route";
import { TABS } from "./views/index";

function tabs(): HTMLElement {
    const links = TABS.map((view) =>
        h("li", {}, h("a", { href: href(view), "data-view": view }, t(`view-${view}`))),
    );
    return h("nav", { class: "tabs", "aria-label": t("views") }, h("ul", {}, ...links));
}

function searchForm(): HTMLElement {
    const input = h("input", {
        type: "search",
        name: "text",
        id: "search-text",
        maxlength: 200,
        placeholder: t("search-for"),
        autocomplete: "off",
    });
    const submit = (event: Event): void => {
        event.preventDefault();
        location.hash = href("search", { text: input.value.trim() });
    };
    return h(
        "form",
        { class: "search", role: "search", onsubmit: submit },
        h("label", { class: "unseen", for: "search-text" }, t("search-for")),
        input,
        h("button", { type: "submit" }, t("view-search")),
    );
}

/** The same view in the other language. */
function otherLanguage(): HTMLElement {
    const other = currentLanguage() === "ar" ? "en" : "ar";
    const change = (event: Event): void => {
        event.preventDefault();
        const { view, parameters } = currentRoute();
        location.hash = hashOf(view, Object.fromEntries(parameters), other);
    };
    return h(
        "a",
        { class: "language", href: href("talks"), lang: other, hreflang: other, onclick: change },
        t("other-language"),
    );
}

function wordmark(): HTMLElement {
    return h(
        "p",
        { class: "wordmark" },
        h(
            "a",
            { href: href("talks") },
            h("span", { lang: "ar", class: "mahdar" }, t("wordmark")),
            currentLanguage() === "en" ? h("span", { class: "latin" }, "Mahdar") : null,
        ),
        h("span", { class: "dossier", id: "dossier" }),
    );
}

function sayDossier(state: About): void {
    const place = byId("dossier");
    const name = (state.name ?? state.file ?? "").split("/").pop() ?? "";
    const parts = [
        state.articles === undefined ? "" : counted("articles", Number(state.articles)),
        state.last_day ? t("up-to", day(state.last_day)) : "",
    ].filter(Boolean);
    place.replaceChildren(bdi(name, "file"), ` ${parts.join(t("comma"))}`);
    byId("version").textContent = state.version ?? "";
}

function colophon(): (Node | string)[] {
    return [
        h("p", {}, t("colophon"), " ", h("span", { id: "version", dir: "ltr" })),
        h("p", { class: "legend-note" }, t("status-note")),
    ];
}

export function drawFrame(): void {
    byId("skip").textContent = t("skip");
    const print = h("button", { type: "button", class: "print", onclick: () => window.print() }, t("print"));
    const tools = h("div", { class: "tools" }, searchForm(), print, otherLanguage());
    const row = h("div", { class: "head" }, wordmark(), tools);
    byId("masthead").replaceChildren(row, tabs());
    byId("colophon").replaceChildren(...colophon());
    byId("skip").onclick = (event) => {
        event.preventDefault();
        byId("main").focus();
    };
    tellDossier();
}

/** Which dossier this is and how far it reaches. */
export function tellDossier(): void {
    about().then(sayDossier, () => undefined);
}

/** Tell which of the views is shown. */
export function markView(tab: string): void {
    for (const link of document.querySelectorAll<HTMLElement>(".tabs a")) {
        const isShown = link.dataset.view === tab;
        if (isShown) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
        if (isShown) intoSight(link);
    }
}

/** On a narrow screen the row of tabs scrolls. */
function intoSight(link: HTMLElement): void {
    const row = link.closest("ul");
    const at = link.parentElement;
    if (!row || !at || row.scrollWidth <= row.clientWidth) return;
    const beside = row.getBoundingClientRect();
    const own = at.getBoundingClientRect();
    row.scrollLeft += own.left + own.width / 2 - (beside.left + beside.width / 2);
}
