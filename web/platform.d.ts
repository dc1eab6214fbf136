// SPDX-License-Identifier: Apache-2.0
// What the type checker does not know by itself: tables bundled as text, and the CSS Custom
// Highlight API with the caret look-ups, which are younger than the checker.

declare module "*.tsv" {
    const text: string;
    export default text;
}

declare class Highlight {
    constructor(...ranges: Range[]);
    add(range: Range): void;
    priority: number;
    readonly size: number;
}

declare namespace CSS {
    const highlights:
        | {
              set(name: string, highlight: Highlight): void;
              delete(name: string): boolean;
              clear(): void;
          }
        | undefined;
}

interface CaretPosition {
    readonly offsetNode: Node;
    readonly offset: number;
}

interface Document {
    caretPositionFromPoint?(x: number, y: number): CaretPosition | null;
}
