// SPDX-License-Identifier: Apache-2.0
// Starts the page: the address decides view and language, the view asks and builds, news of a
// change builds it again where the reader is.

import { ApiError, onChange } from "./base/api";
import { byId, h } from "./base/dom";
import { Language, currentLanguage, setLanguage, t } from "./base/language";
import { currentRoute, hashOf } from "./base/route";
import { drawFrame, markView, tellDossier } from "./frame";
import { View, viewOf } from "./views/index";

const RESTING = 5000;
let generation = 0;
let drawn: Language | undefined;
let quieting = 0;

function preferredLanguage(): Language {
    return (navigator.languages[0] ?? "ar").startsWith("en") ? "en" : "ar";
}

/** Say something to everybody; it stays while it can be answered with its button. */
function say(text: string, action?: () => void): void {
    const button = action ? h("button", { type: "button", onclick: action }, t("show-now")) : "";
    byId("notice").replaceChildren(text, button);
    byId("notice").classList.toggle("speaks", text !== "");
    window.clearTimeout(quieting);
    if (text && !action) quieting = window.setTimeout(() => say(""), RESTING);
}

function faultOf(status: number): string {
    if (status === 401 || status === 403) return "fault-token";
    return status < 500 ? "fault-question" : "fault-dossier";
}

function faultPage(error: unknown): HTMLElement[] {
    const key = error instanceof ApiError ? faultOf(error.status) : "fault-server";
    const words = error instanceof Error ? error.message : String(error);
    return [
        h("h1", {}, t("fault")),
        h("p", { class: "fault", role: "alert" }, t(key)),
        h("p", {}, h("code", { dir: "ltr" }, words)),
        h("button", { type: "button", onclick: () => void show(true) }, t("try-again")),
    ];
}

async function build(view: View, parameters: URLSearchParams): Promise<readonly Node[]> {
    try {
        return await view.build(parameters);
    } catch (error) {
        return faultPage(error);
    }
}

function useLanguage(language: Language): void {
    if (language === drawn) return;
    drawn = language;
    setLanguage(language);
    drawFrame();
}

/** Build the view the address names; quietly: where the reader is, without moving the focus. */
async function show(quietly: boolean): Promise<void> {
    const mine = ++generation;
    const route = currentRoute();
    useLanguage(route.language ?? currentLanguage());
    const view = viewOf(route.view);
    const main = byId("main");
    main.setAttribute("aria-busy", "true");
    const nodes = await build(view, route.parameters);
    if (mine !== generation) return;
    markView(view.tab);
    const keep = quietly ? focusPath(main) : null;
    const unfolded = quietly ? unfoldedIn(main) : [];
    main.replaceChildren(...nodes);
    unfold(main, unfolded);
    main.dataset.view = route.view;
    main.removeAttribute("aria-busy");
    document.title = `${main.querySelector("h1")?.textContent ?? ""} · ${t("mahdar")}`;
    if (quietly) restoreFocus(main, keep);
    else settle(main);
    view.settled?.(route.parameters);
}

/** After going to another view: at its beginning, where a screen reader goes on. */
function settle(main: HTMLElement): void {
    window.scrollTo(0, 0);
    const heading = main.querySelector("h1");
    if (heading && generation > 1) {
        heading.setAttribute("tabindex", "-1");
        heading.focus({ preventScroll: true });
    }
}

function unfoldedIn(main: HTMLElement): boolean[] {
    return [...main.querySelectorAll("details")].map((box) => box.open);
}

function unfold(main: HTMLElement, open: readonly boolean[]): void {
    main.querySelectorAll("details").forEach((box, at) => (box.open = open[at] ?? box.open));
}

/** Where the focus is, as the way from main down to it. */
function focusPath(main: HTMLElement): number[] | null {
    const path: number[] = [];
    let at: Element | null = document.activeElement;
    while (at && at !== main) {
        const parent: Element | null = at.parentElement;
        if (!parent) return null;
        path.unshift([...parent.children].indexOf(at));
        at = parent;
    }
    return at ? path : null;
}

function restoreFocus(main: HTMLElement, path: number[] | null): void {
    const goal = path?.reduce<Element | undefined>((at, index) => at?.children[index], main);
    if (goal instanceof HTMLElement && goal !== main) goal.focus({ preventScroll: true });
}

/** Whether a change must not take away what the reader wrote, unfolded or sorted. */
function isAtWork(): boolean {
    const main = byId("main");
    return (
        main.querySelector("[data-touched]") !== null ||
        (document.activeElement?.matches("main input, main select") ?? false)
    );
}

/** The dossier has changed: show it, or offer to. An article stays as it is. */
async function refresh(): Promise<void> {
    tellDossier();
    const isSteady = viewOf(currentRoute().view).steady ?? false;
    if (!isSteady && !isAtWork()) await show(true);
    else if (!isSteady) return say(t("changed-wait"), () => void show(true).then(() => say("")));
    say(t("changed"));
}

function tellLost(lost: boolean): void {
    if (lost && !document.body.classList.contains("lost")) say(t("fault-server"));
    document.body.classList.toggle("lost", lost);
}

function start(): void {
    const language = currentRoute().language ?? preferredLanguage();
    setLanguage(language);
    if (!location.hash) history.replaceState(null, "", hashOf("talks", {}, language));
    window.addEventListener("hashchange", () => void show(false));
    onChange(() => void refresh(), tellLost);
    void show(false);
}

start();
