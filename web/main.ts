// SPDX-License-Identifier: Apache-2.0
// Starts the page: the address decides view and language, the view asks and builds, news of a
// change builds it again where the reader is.

import { ApiError, onChange } from "./base/api";
import { byId, h } from "./base/dom";
import { Language, currentLanguage, setLanguage, t } from "./base/language";
import { currentRoute, hashOf } from "./base/route";
import { drawFrame, markView } from "./frame";
import { View, viewOf } from "./views/index";

const RESTING = 5000;
let generation = 0;
let drawn: Language | undefined;
let quieting = 0;

function preferredLanguage(): Language {
    return (navigator.languages[0] ?? "ar").startsWith("en") ? "en" : "ar";
}

function say(text: string): void {
    const notice = byId("notice");
    notice.textContent = text;
    notice.classList.toggle("speaks", text !== "");
    window.clearTimeout(quieting);
    if (text) quieting = window.setTimeout(() => say(""), RESTING);
}

function faultPage(error: unknown): HTMLElement[] {
    const gone = error instanceof ApiError && error.status < 500;
    const key = error instanceof ApiError ? (gone ? "fault-question" : "fault-dossier") : "fault-server";
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
    const keep = quietly ? focusPath(main) : null;
    main.replaceChildren(...nodes);
    main.dataset.view = route.view;
    main.removeAttribute("aria-busy");
    document.title = `${main.querySelector("h1")?.textContent ?? ""} · ${t("mahdar")}`;
    markView(view.tab);
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

function isWriting(): boolean {
    return document.activeElement?.matches("main input, main select") ?? false;
}

async function refresh(): Promise<void> {
    if (!isWriting()) await show(true);
    drawFrame();
    markView(viewOf(currentRoute().view).tab);
    say(t("changed"));
}

function start(): void {
    const language = currentRoute().language ?? preferredLanguage();
    setLanguage(language);
    if (!location.hash) history.replaceState(null, "", hashOf("talks", {}, language));
    window.addEventListener("hashchange", () => void show(false));
    onChange(
        () => void refresh(),
        (lost) => document.body.classList.toggle("lost", lost),
    );
    void show(false);
}

start();
