// SPDX-License-Identifier: Apache-2.0
// Elements out of plain values. Text always becomes a text node, never markup, and controls that
// could turn the reading direction of what stands around them are shown as a box instead of obeyed.

export type Child = Node | string | number | null | undefined | false | Child[];
type Value = string | number | boolean | null | undefined | ((event: Event) => void);
export type Attributes = Readonly<Record<string, Value>>;

const SVG = "http://www.w3.org/2000/svg";
/** Overrides, embeddings, isolates; control characters except tab, line feed, return. */
const UNRULY = /[\u202A-\u202E\u2066-\u2069\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
export const BOX = "\u25AF";

/** Text as it may stand on the page: as many code points as before. */
export function shown(text: string): string {
    return text.search(UNRULY) < 0 ? text : text.replace(UNRULY, BOX);
}

export function countUnruly(text: string): number {
    return text.match(UNRULY)?.length ?? 0;
}

function setAttribute(element: Element, name: string, value: Value): void {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined)
        element.setAttribute(name, shown(String(value)));
}

export function append(element: Element, children: readonly Child[]): void {
    for (const child of children) {
        if (child === null || child === undefined || child === false) continue;
        if (Array.isArray(child)) append(element, child);
        else element.append(child instanceof Node ? child : shown(String(child)));
    }
}

function filled<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
    for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
    append(element, children);
    return element;
}

export function h<K extends keyof HTMLElementTagNameMap>(
    name: K,
    attributes: Attributes = {},
    ...children: Child[]
): HTMLElementTagNameMap[K] {
    return filled(document.createElement(name), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
    name: K,
    attributes: Attributes = {},
    ...children: Child[]
): SVGElementTagNameMap[K] {
    return filled(document.createElementNS(SVG, name), attributes, children);
}

/** A word that may be broken anywhere rather than push a column aside. */
const ENDLESS = /\S{30}/;

/** Words of the news, kept apart from the direction of what stands around them. */
export function bdi(text: string, name = ""): HTMLElement {
    const names = [name, ENDLESS.test(text) ? "endless" : ""].filter(Boolean).join(" ");
    return h("bdi", { class: names || null }, text);
}

/** The children with something between each two. */
export function joined(children: readonly Child[], between: Child): Child[] {
    return children.flatMap((child, at) => (at === 0 ? [child] : [cloned(between), child]));
}

function cloned(child: Child): Child {
    return child instanceof Node ? child.cloneNode(true) : child;
}

export function byId(id: string): HTMLElement {
    const element = document.getElementById(id);
    if (!element) throw new Error(`no element ${id}`);
    return element;
}
