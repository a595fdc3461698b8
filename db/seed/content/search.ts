import type { SeedSearch } from "./types";

/** What the managers taught the search, what people opened of what they found, and what became of suggestions. */
export const search: SeedSearch = {
  rules: [
    { locale: "de", by: "lena-hartmann", agoDays: 40, kind: "synonyms", data: { words: ["Waschmaschine", "Waschautomat"] } },
    { locale: "de", by: "lena-hartmann", agoDays: 38, kind: "synonyms", data: { words: ["Geschirrspüler", "Spülmaschine", "Abwaschmaschine"] } },
    { locale: "de", by: "lena-hartmann", agoDays: 21, kind: "one_way", data: { from: "Handy", to: ["App"] } },
    { locale: "de", by: "marcus-bell", agoDays: 9, kind: "stop_word", data: { word: "bitte" } },
    { locale: "en", by: "marcus-bell", agoDays: 33, kind: "synonyms", data: { words: ["hob", "cooktop", "stove top"] } },
    { locale: "en", by: "marcus-bell", agoDays: 30, kind: "synonyms", data: { words: ["router", "modem"] } },
  ],
  pins: [
    { locale: "de", by: "lena-hartmann", agoDays: 17, query: "E18", documents: ["article:flusensieb-reinigen", "thread:w7-e18"] },
    { locale: "en", by: "marcus-bell", agoDays: 12, query: "router", documents: ["article:change-network"] },
  ],
  opened: [
    { locale: "de", words: "E18 beheben", document: "article:flusensieb-reinigen" },
    { locale: "de", words: "Flusensieb öffnen", document: "article:flusensieb-reinigen" },
    { locale: "de", words: "Miro entkalken", document: "article:miro-entkalken" },
    { locale: "de", words: "App verbindet nicht", document: "article:app-verbinden" },
    { locale: "en", words: "fix E18", document: "article:clean-filter" },
    { locale: "en", words: "Unb on display", document: "thread:w7-unb" },
    { locale: "en", words: "descale Miro", document: "article:descale-miro" },
    { locale: "en", words: "hob demo mode", document: "article:hob-demo-mode" },
  ],
  rare: [
    { locale: "de", words: "weißer belag gläser", document: "article:sola-enthaertung", times: 4 },
    { locale: "de", words: "dichtung schimmel", document: "article:tuerdichtung-wechseln", times: 4 },
    { locale: "de", words: "typenschild wo", document: "article:typenschild", times: 3 },
    { locale: "de", words: "maschine wandert", document: "article:transportsicherung", times: 3 },
    { locale: "en", words: "white film glasses", document: "article:water-hardness", times: 4 },
    { locale: "en", words: "drum does not spin", document: "article:no-spin", times: 3 },
  ],
  outcomes: [
    { locale: "de", title: "Waschmaschine pumpt das Wasser nicht ab", helped: "article:flusensieb-reinigen", times: 6 },
    { locale: "de", title: "Fehler E18 an der Lenta W7", helped: "article:flusensieb-reinigen", times: 6 },
    { locale: "de", title: "Wie entkalke ich die Miro richtig?", helped: "article:miro-entkalken", times: 5 },
    { locale: "de", title: "Gerät wird in der App nicht gefunden", helped: "article:app-verbinden", times: 4 },
    { locale: "de", title: "Milchiger Belag auf den Gläsern nach dem Spülen", helped: "article:sola-enthaertung", times: 3 },
    { locale: "en", title: "Washing machine does not drain, shows E18", helped: "article:clean-filter", times: 4 },
    { locale: "en", title: "Hob is on but does not heat up", helped: "article:hob-demo-mode", times: 3 },
    { locale: "en", title: "New router, appliance offline", helped: "article:change-network", times: 3 },
    { locale: "de", title: "Kindersicherung geht nicht mehr aus", meToo: "thread:w9-kindersicherung", times: 5 },
    { locale: "de", title: "Mahlwerk der Miro K2 sehr laut", meToo: "thread:k2-mahlwerk-laut", times: 4 },
    { locale: "en", title: "Push notifications arrive hours late", meToo: "thread:notifications-late", times: 4 },
    { locale: "en", title: "Coffee machine leaks underneath", meToo: "thread:k2-leaks", times: 4 },
    { locale: "de", title: "Welches Salz für den Geschirrspüler?", shown: ["article:sola-enthaertung", "article:sola-e15"], times: 6 },
    { locale: "de", title: "Trockner im Keller aufstellen, geht das?", shown: ["article:trockner-filter", "thread:t6-ablauf"], times: 5 },
    { locale: "en", title: "Can I stack the dryer on the washer?", shown: ["thread:t6-four-hours", "article:clean-filter"], times: 5 },
    { locale: "en", title: "Spare shelf for the oven", shown: ["thread:b5-probe"], times: 5 },
  ],
};
