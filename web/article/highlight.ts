// SPDX-License-Identifier: Apache-2.0
// Paints ranges of text without touching it (CSS Custom Highlight API; page.css says how each name
// looks). Where a browser has none, the chosen words are selected instead.

const PRIORITIES: Readonly<Record<string, number>> = { current: 9, hit: 8 };

export function paint(name: string, ranges: readonly Range[]): void {
    const registry = typeof Highlight === "function" ? CSS.highlights : undefined;
    if (!registry) return;
    registry.delete(name);
    if (ranges.length === 0) return;
    const highlight = new Highlight();
    for (const range of ranges) highlight.add(range);
    highlight.priority = PRIORITIES[name] ?? 0;
    registry.set(name, highlight);
}

export function clearAll(): void {
    if (typeof Highlight === "function") CSS.highlights?.clear();
}

/** Show which words are meant: painted, or selected where painting is not known. */
export function paintCurrent(range: Range): void {
    if (typeof Highlight === "function" && CSS.highlights) {
        paint("current", [range]);
        return;
    }
    const selection = window.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
}

const FLASH = 1600;

function box(rect: DOMRect, origin: DOMRect): HTMLElement {
    const mark = document.createElement("div");
    mark.className = "flash";
    mark.style.left = `${rect.left - origin.left}px`;
    mark.style.top = `${rect.top - origin.top}px`;
    mark.style.width = `${rect.width}px`;
    mark.style.height = `${rect.height}px`;
    return mark;
}

/** A short glow over the words, in boxes that lie over the text. */
export function flash(container: HTMLElement, range: Range): void {
    const origin = container.getBoundingClientRect();
    const layer = document.createElement("div");
    layer.setAttribute("aria-hidden", "true");
    layer.append(...[...range.getClientRects()].slice(0, 60).map((rect) => box(rect, origin)));
    container.append(layer);
    window.setTimeout(() => layer.remove(), FLASH);
}
