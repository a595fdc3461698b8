import { md } from "./md";
import type { SeedThread } from "./types";

const hour = 60;
const day = 24 * hour;

export const threadsDeCooking: SeedThread[] = [
  {
    key: "b5-uhrzeit",
    locale: "de",
    kind: "question",
    state: "answered",
    category: "ovens",
    author: "emre-kaya",
    title: "Ardo B5 verliert die eingestellte Uhrzeit nach jedem Stromausfall",
    body: md`
      Bei uns wird gerade die Straße aufgerissen, der Strom ist alle paar Tage kurz weg. Danach blinkt \`00:00\`, und der Ofen heizt erst wieder, wenn ich die Uhr gestellt habe. Der alte B3 konnte das.

      Gibt es eine Pufferbatterie, die man wechseln kann? Oder holt er sich die Zeit übers WLAN?
    `,
    agoMinutes: 62,
    tags: ["ardo-b5", "wifi"],
    facts: { appliance: "Ardo B5", bought: "Mai 2025" },
    meToo: 8,
    views: 44,
    answers: [
      {
        author: "dieter-wolters",
        afterMinutes: 21,
        helpful: 2,
        body: "Batterie gibt es keine. Wenn er in der App angemeldet ist, stellt er sich nach ein bis zwei Minuten selbst. Bei meinem musste ich das unter *Einstellungen → Uhr → aus dem Netz* erst einschalten.",
      },
      {
        author: "paul-reuter",
        afterMinutes: 40,
        helpful: 1,
        body: "Und ohne WLAN: Uhr einmal auf *Anzeige aus* stellen, dann heizt er auch mit falscher Zeit. Die Startzeitvorwahl geht dann natürlich nicht.",
      },
    ],
  },
  {
    key: "b5-pyrolyse",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "ovens",
    author: "amira-saleh",
    title: "Ardo B5 riecht bei der ersten Pyrolyse nach verbranntem Plastik, ist das gefährlich?",
    body: md`
      Ich habe eben zum ersten Mal die Pyrolyse gestartet. Nach einer halben Stunde riecht es stechend nach Plastik, und aus den Schlitzen unter dem Display kommt etwas Rauch. Ich habe abgebrochen, die Tür ist noch verriegelt.

      Wir haben einen Wellensittich in der Küche. Ist das gefährlich?
    `,
    agoMinutes: 22 * day,
    tags: ["ardo-b5", "pyrolysis", "smell"],
    facts: { appliance: "Ardo B5", programme: "Pyrolyse, Stufe 3", bought: "September 2025" },
    meToo: 16,
    followers: 5,
    views: 2105,
    accepted: 0,
    acceptedAfterMinutes: 80,
    answers: [
      {
        author: "kim-vogel",
        official: true,
        afterMinutes: 9,
        helpful: 27,
        body: md`
          **Bitte bringen Sie den Vogel jetzt sofort in einen anderen Raum und öffnen Sie die Küchenfenster.** Dämpfe bei der Pyrolyse sind für Menschen unangenehm, für Vögel können sie lebensgefährlich sein, bei jedem Hersteller.

          Dann zum Ofen:

          - Bei der ersten Pyrolyse brennen Schutzöle von der Isolierung ab. Das riecht stechend und darf leicht rauchen, einmal, etwa eine Stunde.
          - Abbrechen ist in Ordnung. Die Tür öffnet unter 260 °C von selbst, das dauert rund 40 Minuten.
          - Beim nächsten Mal Stufe 1 nehmen, Bleche **und seitliche Gitter** herausnehmen, Fenster offen, Tiere draußen.

          Wenn Sie Flammen sehen oder der Rauch schwarz ist: Sicherung aus, Tür geschlossen lassen, und rufen Sie uns.
        `,
        comments: [
          {
            author: "amira-saleh",
            afterMinutes: 78,
            body: "Kiwi sitzt im Schlafzimmer und schimpft, also geht es ihm gut. Die Tür ist gerade aufgegangen. Danke für die schnelle Antwort!",
          },
          {
            author: "hanna-fuchs",
            afterMinutes: 9 * hour,
            body: "Das mit den Vögeln gehört auf Seite 1 der Anleitung.",
          },
        ],
      },
      {
        author: "emre-kaya",
        afterMinutes: 5 * hour,
        helpful: 6,
        body: "Bei mir hat es auch nur beim allerersten Mal gerochen. Die Gitter hatte ich dringelassen, die sind jetzt dauerhaft matt. Funktioniert, ist aber nicht schön.",
      },
    ],
  },
  {
    key: "i4-er22",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "hobs",
    author: "fatma-demir",
    title: "Kochfeld I4 piept und schaltet sich mitten im Kochen ab, Er22",
    body: "Mehrmals in der Woche, meistens wenn viel auf dem Herd steht. Es piept, zeigt `Er22` und alles ist aus. Nach einer Minute geht es wieder. Termin beim Kundendienst wäre erst in zwei Wochen.",
    agoMinutes: 14 * day,
    tags: ["ardo-i4"],
    facts: { appliance: "Ardo I4", errorCode: "Er22" },
    tried: ["Sicherung aus und ein"],
    meToo: 13,
    views: 1187,
    accepted: 1,
    acceptedAfterMinutes: 26 * hour,
    answers: [
      {
        author: "oliver-kranz",
        afterMinutes: 50,
        helpful: 1,
        body: "Überhitzt vielleicht? Lüftungsschlitz unter der Arbeitsplatte frei?",
      },
      {
        author: "sabine-loeffler",
        afterMinutes: 4 * hour,
        helpful: 15,
        body: "`Er22` kommt, wenn länger als zehn Sekunden etwas auf den Tasten liegt. Das kann ein Kochlöffel sein, aber auch **Dampf, der sich dort niederschlägt**, oder ein großer Topf, der von vorn über die Leiste ragt. Topf eine Handbreit zurück, Leiste zwischendurch trocken wischen.",
        comments: [
          {
            author: "fatma-demir",
            afterMinutes: 26 * hour - 2,
            body: "Der Nudeltopf! Der steht immer vorn links, halb auf den Tasten. Termin abgesagt.",
          },
        ],
      },
    ],
  },
  {
    key: "pizza",
    locale: "de",
    kind: "discussion",
    state: "answered",
    category: "ovens",
    author: "emre-kaya",
    title: "Pizza auf dem Stein: eure Einstellungen für B3 und B5",
    body: md`
      Nach etwa vierzig Pizzen im B5 bin ich hier gelandet:

      - Stein auf die **zweite Schiene von oben**, 45 Minuten bei 300 °C Ober-/Unterhitze vorheizen
      - Drei Minuten vor dem Einschieben auf _Grill groß_ umschalten, damit der Stein von oben nachlädt
      - 4:30 bis 5 Minuten, nach der Hälfte drehen

      Der Rand wird fast wie vom Holzofen, der Boden könnte mehr. Wie macht ihr das, und hat jemand im B3 ohne die 300 °C Erfolg?
    `,
    agoMinutes: 10 * day,
    tags: ["ardo-b5", "ardo-b3"],
    views: 1310,
    followers: 8,
    answers: [
      {
        author: "yannick-brehm",
        afterMinutes: 2 * hour,
        helpful: 5,
        body: "stahl statt stein. 6 mm, kostet nix beim schlosser, boden nach 4 min dunkel. schwer wie sau, aber man legt ihn einmal rein und gut",
      },
      {
        author: "priya-raman",
        afterMinutes: 9 * hour,
        helpful: 4,
        body: "B3 here, 275 °C maximum. I pre-bake the base with tomato for three minutes, then add the cheese. Not Naples, but nobody complained.",
      },
      {
        author: "paul-reuter",
        afterMinutes: 2 * day,
        helpful: 6,
        body: "Zum Boden: Der Temperaturfühler sitzt beim B5 hinten oben. Mit eingeschaltetem Grill regelt er früh ab. Also den Grill erst **nach** dem Einschieben, dann bleibt die Unterhitze an.",
      },
    ],
  },
  {
    key: "spam-ersatzteile",
    locale: "de",
    kind: "question",
    state: "unanswered",
    category: "ovens",
    author: "preisfuchs-88",
    title: "ERSATZTEILE bis -70 % für ALLE Geräte, nur heute!!!",
    body: "Warum beim Hersteller zu viel zahlen? Backofen, Pumpe, Dichtung, alles ab 4,99 auf teile-direkt.example mit Gutschein SPAR20. Versand heute noch! Nicht verpassen!",
    agoMinutes: 2 * day + 700,
    tags: ["spare-parts"],
    answers: [],
    hidden: {
      by: "lena-hartmann",
      afterMinutes: 16,
      reason:
        "Werbung ohne Bezug zu einer Frage (Regel 3). Wenn Sie als Händler helfen möchten, schreiben Sie bitte zuerst an community@nordhang.example.",
    },
  },
];
