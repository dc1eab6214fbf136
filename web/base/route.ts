// SPDX-License-Identifier: Apache-2.0
// What stands in the address after "#": /VIEW?parameters, the language among them. The page has no
// other memory.

import type { Language } from "./language";

export interface Route {
    readonly view: string;
    readonly language: Language | undefined;
    readonly parameters: URLSearchParams;
}

export type Parameters = Readonly<Record<string, string | undefined>>;

export function routeOf(hash: string): Route {
    const [path = "", query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
    const parameters = new URLSearchParams(query);
    const lang = parameters.get("lang");
    parameters.delete("lang");
    return { view: path || "talks", language: lang === "ar" || lang === "en" ? lang : undefined, parameters };
}

export function currentRoute(): Route {
    return routeOf(location.hash);
}

export function hashOf(view: string, parameters: Parameters, language: Language): string {
    const query = new URLSearchParams({ lang: language });
    for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
    return `#/${view}?${query.toString()}`;
}
