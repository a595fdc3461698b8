import { md } from "./md";
import type { SeedThread } from "./types";

const hour = 60;
const day = 24 * hour;

export const threadsDeDrying: SeedThread[] = [
  {
    key: "t8-heizt-nicht",
    locale: "de",
    kind: "question",
    state: "unanswered",
    category: "tumble-dryers",
    author: "holger-brandt",
    title: "Lenta T8 heizt nicht mehr, Wäsche bleibt nach 90 Minuten klamm",
    body: md`
      Seit drei Tagen trocknet unsere T8 nicht mehr richtig. _Schranktrocken_, 5 kg Baumwolle, früher 1 h 50, jetzt bricht sie nach 90 Minuten mit _Ende_ ab und alles ist klamm und **kalt**. Die Trommel dreht, das Gebläse läuft, der Wasserbehälter ist fast leer.

      Was mir aufgefallen ist: Früher hörte man nach ein paar Minuten ein tiefes Brummen (den Kompressor?), das fehlt jetzt.

      Keine Fehlermeldung im Display.
    `,
    agoMinutes: 2 * hour + 8,
    tags: ["lenta-t8"],
    facts: { appliance: "Lenta T8", programme: "Baumwolle Schranktrocken", bought: "Februar 2024" },
    tried: ["Flusensieb gereinigt", "Wärmetauscher abgesaugt", "10 Minuten ohne Strom", "Anderes Programm"],
    meToo: 12,
    followers: 4,
    views: 58,
    comments: [
      {
        author: "elif-arslan",
        afterMinutes: 34,
        body: "Bei uns genauso, seit dem Wochenende. Auch T8, auch ohne Fehler.",
      },
      {
        author: "holger-brandt",
        afterMinutes: 41,
        body: "Steht Ihrer auch in einem kalten Keller? Bei uns sind es 9 Grad.",
      },
    ],
    answers: [],
    waitingChat: true,
    waiting: { department: "appliance-support", sinceMinutes: 6 },
  },
  {
    key: "t8-filter",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "tumble-dryers",
    author: "nadine-scholz",
    title: "Trockner Lenta T8 bleibt nach zehn Minuten stehen und zeigt „Filter“",
    body: md`
      Das Flusensieb ist sauber und der Wärmetauscher abgesaugt. Nach dem Start läuft er kurz an, dann piept er, und \`Filter\` blinkt. Wenn ich ihn sofort wieder starte, dasselbe.
    `,
    agoMinutes: 12 * day,
    tags: ["lenta-t8", "filter"],
    facts: { appliance: "Lenta T8", errorCode: "Filter", bought: "August 2025" },
    tried: ["Flusensieb gereinigt", "Wärmetauscher abgesaugt"],
    meToo: 18,
    views: 1966,
    accepted: 0,
    acceptedAfterMinutes: 6 * hour,
    answers: [
      {
        author: "jonas-wirth",
        afterMinutes: 36,
        helpful: 22,
        body: md`
          Halten Sie das Sieb einmal unter den Wasserhahn. Läuft das Wasser **nicht durch**, sondern steht darauf wie auf Folie, ist das Gewebe von Weichspüler oder Trocknertüchern versiegelt. Sehen kann man das nicht.

          - Mit warmem Wasser, Spülmittel und weicher Bürste von beiden Seiten waschen.
          - Ganz trocknen lassen, sonst klebt gleich wieder alles fest.
          - Auch den zweiten, feinen Filter in der Klappe unten nicht vergessen. Den übersehen neun von zehn.
        `,
        comments: [
          {
            author: "nadine-scholz",
            afterMinutes: 6 * hour - 4,
            body: "Wie auf Folie, genau. Jetzt läuft er durch. Die Trocknertücher sind im Müll.",
          },
        ],
      },
      {
        author: "carla-weber",
        afterMinutes: 5 * day,
        helpful: 4,
        body: "Bei mir hat das nicht gereicht, es lag an der **Dichtung** vom Sieb, die war umgeklappt. Kleine Ursache.",
      },
    ],
  },
  {
    key: "t6-ablauf",
    locale: "de",
    kind: "question",
    state: "answered",
    category: "tumble-dryers",
    author: "malte-hinrichs",
    title: "T6: Kondenswasser direkt in den Abfluss leiten?",
    body: "Ich bin es leid, nach jeder Ladung den Behälter zu leeren. Geht bei der T6 ein fester Ablauf, und wie hoch darf der Siphon sein?",
    agoMinutes: 4 * day + 340,
    tags: ["lenta-t6"],
    facts: { appliance: "Lenta T6", bought: "2019" },
    meToo: 6,
    views: 377,
    answers: [
      {
        author: "igor-maljkic",
        afterMinutes: 3 * hour,
        helpful: 8,
        body: "Geht. Hinten links ist der kurze schwarze Schlauch vom Behälter, den ziehen Sie ab und stecken den Ablaufschlauch (`NH-AB-120`, 2 m) auf. Siphon **höchstens 80 cm** über dem Boden, und der Schlauch darf nicht im Wasser hängen, sonst saugt er zurück.",
      },
      {
        author: "stefan-pohl",
        official: true,
        afterMinutes: 22 * hour,
        helpful: 5,
        body: "Der Schlauch ist lieferbar, 14,90 €, meist in drei Werktagen da. Bei der T8 liegt er im Karton.",
      },
    ],
  },
  {
    key: "t8-tueranschlag",
    locale: "de",
    kind: "question",
    state: "unanswered",
    category: "tumble-dryers",
    author: "oliver-kranz",
    title: "Türanschlag an der Lenta T8 wechseln, welches Werkzeug?",
    body: "Die Tür soll links öffnen. In der Anleitung steht nur „Türanschlag wechselbar (Fachpersonal)“. Die Schrauben sehen nach Torx mit Stift aus, T20? Hat das jemand schon gemacht?",
    agoMinutes: 25,
    tags: ["lenta-t8"],
    facts: { appliance: "Lenta T8" },
    views: 9,
    answers: [],
  },
  {
    key: "t6-quietscht",
    locale: "de",
    kind: "question",
    state: "unanswered",
    category: "tumble-dryers",
    author: "ursula-beck",
    title: "T6 quietscht in den ersten Minuten",
    body: "Nur kalt, nach zehn Minuten ist Ruhe. Klingt wie eine Schaukel. Kann man da etwas ölen?",
    agoMinutes: 9 * day,
    tags: ["lenta-t6", "noise"],
    facts: { appliance: "Lenta T6", bought: "2020" },
    meToo: 3,
    views: 208,
    comments: [
      {
        author: "paul-reuter",
        afterMinutes: 2 * day,
        body: "Quietscht es auch mit leerer Trommel? Dann sind es eher die Rollen als der Riemen.",
      },
    ],
    answers: [],
  },
];
