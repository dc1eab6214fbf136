// SPDX-License-Identifier: Apache-2.0
// The views by the name that stands in the address.

import { articleSettled, articleView } from "./article";
import { articlesView } from "./articles";
import { diffView } from "./diff";
import { eventView } from "./event";
import { eventsView } from "./events";
import { openView } from "./open";
import { peopleView } from "./people";
import { personView } from "./person";
import { searchView } from "./search";
import { statementsView } from "./statements";
import { talkView } from "./talk";
import { talksView } from "./talks";

export interface View {
    /** Asks the dossier and builds the nodes of main. */
    readonly build: (parameters: URLSearchParams) => Promise<readonly Node[]>;
    /** What is to be done once they stand on the page. */
    readonly settled?: (parameters: URLSearchParams) => void;
    /** Not built again when the dossier changes. */
    readonly steady?: boolean;
    /** The tab it belongs to. */
    readonly tab: string;
}

const VIEWS: Readonly<Record<string, View>> = {
    talks: { build: talksView, tab: "talks" },
    talk: { build: talkView, tab: "talks" },
    people: { build: peopleView, tab: "people" },
    person: { build: personView, tab: "people" },
    events: { build: eventsView, tab: "events" },
    event: { build: eventView, tab: "events" },
    statements: { build: statementsView, tab: "statements" },
    open: { build: openView, tab: "open" },
    diff: { build: diffView, tab: "diff" },
    search: { build: searchView, tab: "search" },
    articles: { build: articlesView, tab: "articles" },
    article: { build: articleView, settled: articleSettled, steady: true, tab: "articles" },
};

export const TABS = ["talks", "open", "people", "events", "statements", "diff", "articles"] as const;

export function viewOf(name: string): View {
    return VIEWS[Object.prototype.hasOwnProperty.call(VIEWS, name) ? name : "talks"] as View;
}
