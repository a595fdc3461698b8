import { md } from "./md";
import type { SeedThread } from "./types";

const hour = 60;
const day = 24 * hour;

export const threadsDeDishes: SeedThread[] = [
  {
    key: "g6-klarspueler",
    locale: "de",
    kind: "question",
    state: "unanswered",
    category: "dishwashers",
    author: "nadine-scholz",
    title: "Sola G6: Klarspüleranzeige leuchtet trotz vollem Vorratsbehälter",
    body: md`
      Ich habe gestern randvoll nachgefüllt (Schauglas ist dunkel), das Stern-Symbol leuchtet trotzdem weiter. Drei Spülgänge später immer noch.

      Gläser werden sauber. Ist das nur die Anzeige, oder kommt wirklich nichts an?
    `,
    agoMinutes: 48,
    tags: ["sola-g6"],
    facts: { appliance: "Sola G6", bought: "August 2025" },
    tried: ["Nachgefüllt", "10 Minuten ohne Strom"],
    meToo: 2,
    views: 17,
    answers: [],
  },
  {
    key: "g6-weisser-belag",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "cleaning-results",
    author: "ralf-jansen",
    title: "Weißer Belag auf allem, obwohl Salz und Klarspüler voll sind",
    body: md`
      G6, anderthalb Jahre alt. Seit wir umgezogen sind, kommt alles mit einem matten, weißen Schleier aus der Maschine. Bei Essig geht er ab, also Kalk.

      Salz ist voll, Klarspüler ist voll, ich nehme Multitabs. Wasserwerk sagt 21 °dH.
    `,
    agoMinutes: 41 * day,
    tags: ["sola-g6", "limescale"],
    facts: { appliance: "Sola G6", programme: "Auto 45–65", bought: "2024" },
    tried: ["Salz aufgefüllt", "Klarspüler aufgefüllt", "Maschinenreiniger"],
    meToo: 38,
    followers: 11,
    views: 7740,
    accepted: 0,
    acceptedAfterMinutes: 4 * day,
    answers: [
      {
        author: "igor-maljkic",
        afterMinutes: 2 * hour,
        helpful: 36,
        body: md`
          Vor dem Umzug weiches Wasser gehabt? Dann steht die **Enthärtung** noch darauf. Voll Salz heißt nicht, dass sie es auch benutzt. Einstellung für die G4 und G6:

          | Wasserhärte | Stufe | Anzeige | Salz reicht etwa     |
          | ----------- | :---: | :-----: | -------------------- |
          | bis 7 °dH   |   0   | \`H:00\`  | aus, kein Salz nötig |
          | 8–14 °dH    |   2   | \`H:02\`  | 3 Monate             |
          | 15–19 °dH   |   4   | \`H:04\`  | 6 Wochen             |
          | 20–25 °dH   |   5   | \`H:05\`  | 1 Monat              |
          | ab 26 °dH   |   7   | \`H:07\`  | 2–3 Wochen           |

          Umstellen: ausschalten, _Start_ gedrückt halten und einschalten, bis \`H:\` erscheint, mit der Programmtaste weiterschalten, _Start_ 3 s.

          Und ab 20 °dH bitte keine Multitabs: Das Salz darin schafft höchstens 21 °dH, auf der Packung meist ganz klein.
        `,
        comments: [
          {
            author: "ralf-jansen",
            afterMinutes: 4 * day - 10,
            body: "Stand auf H:00. Auf fünf gestellt, nach dem vierten Spülgang sind die Gläser klar. Vielen Dank, Igor.",
          },
          {
            author: "fatma-demir",
            afterMinutes: 11 * day,
            body: "Nach zwei Jahren Essig endlich eine Antwort.",
          },
          {
            author: "peter-maurer",
            afterMinutes: 20 * day,
            body: "Hilft auch bei der G4, Tastenfolge ist dieselbe.",
          },
        ],
      },
      {
        author: "beate-ostermann",
        afterMinutes: 9 * hour,
        helpful: 9,
        body: "Woran man Kalk von Glaskorrosion unterscheidet: Einen Tropfen Zitronensaft darauf, eine Minute warten. Wird die Stelle klar, war es Kalk. Bleibt sie milchig, ist das Glas angegriffen, und das kommt nicht wieder.",
      },
    ],
  },
  {
    key: "g4-e24",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "dishwashers",
    author: "piotr-zielinski",
    title: "Sola G4 E24, Wasser steht im Boden",
    body: "Seit heute E24. Wasser bleibt unten stehen. Sieb ist sauber. Die Spüle daneben läuft auch langsam ab, falls das was damit zu tun hat",
    agoMinutes: 16 * day,
    tags: ["sola-g4", "e24"],
    facts: { appliance: "Sola G4", errorCode: "E24" },
    tried: ["Sieb gereinigt"],
    meToo: 14,
    views: 1322,
    accepted: 0,
    acceptedAfterMinutes: 3 * hour,
    answers: [
      {
        author: "igor-maljkic",
        afterMinutes: 18,
        helpful: 19,
        body: "Hat es. Der Ablauf der Maschine hängt am selben Siphon. Siphon unter der Spüle abschrauben (Eimer!), ausräumen, und den Stutzen, auf dem der Schlauch der Maschine sitzt, mit einem Holzspieß durchstoßen. Da sitzt das Fett.",
        comments: [{ author: "piotr-zielinski", afterMinutes: 3 * hour - 3, body: "widerlich aber ja" }],
      },
    ],
  },
  {
    key: "g6-e15",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "dishwashers",
    author: "halina-nowak",
    title: "Sola G6 Wasser läuft unten heraus, Anzeige E15",
    body: md`
      Heute Morgen eine kleine Pfütze vor der G6, Display zeigt \`E15\`, und die Pumpe läuft ununterbrochen, auch ausgeschaltet. Ich habe den Wasserhahn zugedreht.

      Eingebaut unter der Arbeitsplatte, seit zwei Jahren ohne Probleme. Ich wohne im dritten Stock und habe etwas Angst um die Decke unter uns.
    `,
    agoMinutes: 5 * day + 90,
    tags: ["sola-g6", "e15"],
    facts: { appliance: "Sola G6", errorCode: "E15", bought: "Oktober 2023" },
    tried: ["Wasserhahn zugedreht", "Sieb gereinigt"],
    meToo: 11,
    followers: 6,
    views: 940,
    comments: [
      {
        author: "anke-brinkmann",
        afterMinutes: 50,
        body: "Hahn zu war genau richtig. Die Pumpe läuft, weil sie die Bodenwanne leer halten will.",
      },
    ],
    answers: [
      {
        author: "lea-sommer",
        afterMinutes: 35,
        helpful: 1,
        body: "Bei meiner alten habe ich sie einfach nach hinten gekippt, dann ging der Schwimmer wieder runter. Ob man bei einer eingebauten so weit kommt, weiß ich nicht.",
      },
    ],
    accepted: "chat",
    acceptedAfterMinutes: 3 * hour + 50,
    chat: {
      department: "appliance-support",
      agent: "kim-vogel",
      queuedAfterMinutes: 95,
      acceptedAfterMinutes: 99,
      closedAfterMinutes: 3 * hour + 20,
      publishedAfterMinutes: 3 * hour + 45,
      disposition: "publish",
      rating: 5,
      helpful: 16,
      messages: [
        {
          from: "agent",
          afterMinutes: 99,
          body: "Guten Tag, Frau Nowak. Hahn zu und Sieb sauber, das haben Sie schon gemacht, das überspringen wir. Ist die Pfütze größer geworden, seit der Hahn zu ist?",
        },
        {
          from: "asker",
          afterMinutes: 101,
          body: "Nein, sie ist gleich geblieben. Aber es brummt immer noch.",
        },
        {
          from: "agent",
          afterMinutes: 102,
          body: "Das ist eine gute Nachricht, dann ist kein Schlauch geplatzt. Bitte die Sicherung der Küche ausschalten, dann hat das Brummen ein Ende. Kommen Sie an die Sockelblende heran? Zwei Schrauben, Torx 15.",
        },
        {
          from: "asker",
          afterMinutes: 114,
          body: "Blende ist ab. Da steht Wasser in einer Wanne, vielleicht einen Zentimeter. Und es ist ganz viel Schaum darin.",
        },
        {
          from: "note",
          afterMinutes: 115,
          body: "Schaum in der Wanne: vermutlich Spülmittel statt Reiniger, kein Leck. Termin nur, wenn es wiederkommt.",
        },
        {
          from: "agent",
          afterMinutes: 116,
          body: "Der Schaum verrät es meistens: Könnte gestern etwas Handspülmittel in die Maschine geraten sein, zum Beispiel an einer vorgespülten Pfanne?",
        },
        {
          from: "asker",
          afterMinutes: 119,
          body: "Oh. Mein Mann hat die Tabs nicht gefunden und „nur einen Spritzer“ Spüli genommen.",
        },
        {
          from: "agent",
          afterMinutes: 121,
          body: "Dann ist Ihr Gerät heil, und die Decke auch. Das Wasser mit Schwamm oder Handtuch aufnehmen, danach spülen wir den Schaum zusammen heraus. Ich bleibe dran, nehmen Sie sich die Zeit.",
        },
        {
          from: "asker",
          afterMinutes: 172,
          body: "Zwei Handtücher später: trocken. Sicherung wieder an, E15 ist weg!",
        },
        {
          from: "agent",
          afterMinutes: 174,
          body: "Wunderbar. Jetzt zwei Esslöffel Salz in den Innenraum streuen, das bricht den Schaum, und zweimal *Vorspülen* ohne Reiniger. Wenn beim zweiten Mal kein Schaum mehr zu sehen ist, ist es geschafft.",
        },
        {
          from: "asker",
          afterMinutes: 198,
          body: "Kein Schaum mehr. Vielen, vielen Dank. Mein Mann grüßt auch.",
        },
      ],
      publishedAnswer: md`
        \`E15\` heißt: In der Bodenwanne steht Wasser, und die Maschine schützt die Wohnung. Das muss kein Leck sein. Hier war es **Schaum durch Handspülmittel**, der über den Rand gestiegen ist.

        1. Wasserhahn zudrehen, Sicherung ausschalten. Wird die Pfütze danach nicht größer, ist kein Schlauch geplatzt.
        2. Sockelblende abnehmen (zwei Schrauben, Torx 15) und das Wasser aus der Wanne mit Schwamm oder Handtuch aufnehmen, bis sie **ganz trocken** ist. Erst dann geht \`E15\` aus.
        3. Zwei Esslöffel Salz in den Innenraum streuen, zweimal _Vorspülen_ ohne Reiniger.

        Kommt \`E15\` ohne Schaum wieder, ist es doch eine undichte Stelle: Hahn zu lassen und uns rufen.
      `,
    },
  },
  {
    key: "g4-anleitung-tuerkisch",
    locale: "de",
    kind: "question",
    state: "unanswered",
    category: "dishwashers",
    author: "merve-oeztuerk",
    title: "Wo bekomme ich die Gebrauchsanleitung für die Sola G4 auf Türkisch?",
    body: "Hallo, ich bin neu hier. Meine Mutter hat unsere alte Sola G4 bekommen und liest kein Deutsch. Gibt es die Anleitung auch auf Türkisch, am liebsten als PDF? Auf der Webseite finde ich nur sechs Sprachen.",
    agoMinutes: 3 * hour,
    tags: ["sola-g4"],
    facts: { appliance: "Sola G4" },
    heldForReview: { reason: "Erster Beitrag eines neuen Mitglieds" },
    answers: [],
  },
  {
    key: "g6-besteck",
    locale: "de",
    kind: "question",
    state: "answered",
    category: "cleaning-results",
    author: "jana-pohlmann",
    title: "Gabeln in der Besteckschublade der G6 werden nicht sauber",
    body: "Alles blitzt, nur die Gabeln nicht, zwischen den Zinken bleibt es kleben. Messer und Löffel sind in Ordnung. Räume ich falsch ein?",
    agoMinutes: 30 * hour,
    tags: ["sola-g6"],
    facts: { appliance: "Sola G6", programme: "Eco 50" },
    meToo: 5,
    views: 143,
    answers: [
      {
        author: "sabine-loeffler",
        afterMinutes: 3 * hour,
        helpful: 3,
        body: "Zinken nach **unten**, nicht auf die Seite legen. Und das Mittelteil eine Stufe tiefer stellen, dann kommt der obere Sprüharm besser hin.",
      },
      {
        author: "igor-maljkic",
        afterMinutes: 20 * hour,
        helpful: 4,
        body: "Dazu den oberen Sprüharm abnehmen (eine Vierteldrehung) und ins Licht halten. Wenn zwei der kleinen Düsen zu sind, trifft es genau die Reihe, in der alle ihre Gabeln haben.",
      },
    ],
  },
];
