import { md } from "./md";
import type { SeedThread } from "./types";

const hour = 60;
const day = 24 * hour;

export const threadsDeCoffee: SeedThread[] = [
  {
    key: "k4-troepfchen",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "coffee-machines",
    author: "frauke-petersen",
    title: "Miro K4 mahlt, aber der Kaffee läuft nur tröpfchenweise",
    body: md`
      Seit Sonntag braucht ein einfacher Kaffee fast zwei Minuten, tröpfchenweise, und schmeckt bitter. Heißes Wasser kommt aus derselben Düse mit vollem Druck.

      Entkalkt habe ich vor drei Wochen. Neu ist nur die Bohne: ein sehr dunkler Espresso aus Neapel, ölig.
    `,
    agoMinutes: 8 * day + 200,
    tags: ["miro-k4", "grinder"],
    facts: { appliance: "Miro K4", programme: "Kaffee, stark", bought: "2023" },
    tried: ["Entkalkt", "Brühgruppe gespült"],
    meToo: 41,
    followers: 10,
    views: 4688,
    comments: [
      {
        author: "cornelia-haas",
        afterMinutes: 15,
        body: "Welche Zahl steht am Mahlgradrad? Bitte nur **während des Mahlens** verstellen.",
      },
    ],
    accepted: 0,
    acceptedAfterMinutes: 22 * hour,
    answers: [
      {
        author: "cornelia-haas",
        afterMinutes: 64,
        helpful: 37,
        body: md`
          Wasser läuft frei, Kaffee nicht: Dann ist der Kuchen in der Brühgruppe zu dicht. Das Pulver ist zu fein für diese Bohne, und Öl klebt es zusätzlich zusammen.

          1. Mahlgrad **zwei Stufen gröber**, während das Mahlwerk läuft.
          2. Drei Bezüge wegschütten. So lange dauert es, bis das alte Pulver durch ist.
          3. Kaffeestärke eine Stufe zurück, \`●●●\` statt \`●●●●\`. Bei 12 g und dunkler Röstung macht sie zu.
          4. Brühgruppe herausnehmen und das **obere Sieb** mit einer weichen Bürste und heißem Wasser reinigen. Kein Spülmittel, das nimmt das Fett von den Dichtungen.

          Ein Espresso soll 25 Sekunden laufen. Unter 15 feiner, über 35 gröber.
        `,
        comments: [
          {
            author: "frauke-petersen",
            afterMinutes: 22 * hour - 8,
            body: "Stand auf 1, jetzt 3. Und das Sieb war schwarz wie die Seele meines Chefs. Kaffee läuft!",
          },
          {
            author: "sven-albrecht",
            afterMinutes: 4 * day,
            body: "Punkt 2 ist Gold wert. Ich hatte nach jedem Dreh wieder zurückgestellt.",
          },
        ],
      },
      {
        author: "siobhan-daly",
        afterMinutes: 3 * hour,
        helpful: 8,
        body: "We run two K4 in a café, and oily beans are the one thing they don't forgive. If the bean shines, we don't buy it.",
      },
      {
        author: "yannick-brehm",
        afterMinutes: 6 * hour,
        helpful: 2,
        body: "bei uns wars die brühgruppe, ungeölt. die tube fett liegt im karton, hat niemand gesehen",
      },
    ],
  },
  {
    key: "entkalker",
    locale: "de",
    kind: "question",
    state: "answered",
    category: "coffee-machines",
    author: "ralf-jansen",
    title: "Welche Entkalker sind für die Miro-Reihe freigegeben?",
    body: "Der Original-Entkalker kostet inzwischen 12,90 € die Flasche, bei 21 °dH brauche ich jeden Monat eine. Was darf ich sonst nehmen, ohne dass die Garantie weg ist? Zitronensäure, Amidosulfonsäure, Essig?",
    agoMinutes: 5 * hour + 20,
    tags: ["miro-k2", "miro-k4", "descaling", "limescale"],
    facts: { appliance: "Miro K2" },
    meToo: 36,
    followers: 9,
    views: 211,
    answers: [
      {
        author: "kim-vogel",
        official: true,
        afterMinutes: 58,
        helpful: 14,
        body: md`
          Die Garantie hängt nicht an unserer Flasche. Freigegeben ist jeder Entkalker **auf Milchsäure- oder Amidosulfonsäurebasis**, der für Vollautomaten bezeichnet ist.

          - **Nicht** nehmen: Zitronensäure. Heiß bildet sie mit Kalk schwer lösliches Calciumcitrat, das setzt die Ventile zu.
          - **Nicht** nehmen: Essig. Er greift die Dichtungen an und bleibt wochenlang im Kaffee.
          - Pulver erst vollständig in lauwarmem Wasser auflösen.

          Bei 21 °dH lohnt sich der Wasserfilter: Dann reicht Entkalken etwa alle drei Monate. Wie es geht, steht in [Miro entkalken](article:miro-entkalken).
        `,
        comments: [
          {
            author: "ralf-jansen",
            afterMinutes: 75,
            body: "Klare Ansage, danke. Und fair, dass Sie das so schreiben.",
          },
        ],
      },
      {
        author: "beate-ostermann",
        afterMinutes: 2 * hour,
        helpful: 9,
        body: "Kann ich bestätigen. Kalt wäre Zitronensäure gar kein Problem, aber die Miro heizt beim Entkalken auf. Über 60 °C fällt das Citrat aus.",
      },
      {
        author: "rainer-thiele",
        afterMinutes: 3 * hour + 10,
        notHelpful: 2,
        body: "Ich nehme seit Jahren Essig, da ist noch nie was passiert.",
      },
    ],
  },
  {
    key: "k4-milchschlauch",
    locale: "de",
    kind: "question",
    state: "answered",
    category: "coffee-machines",
    author: "hanna-fuchs",
    title: "Milchschlauch der K4: Wie bekommt ihr den innen sauber?",
    body: "Das Spülprogramm läuft nach jedem Bezug, trotzdem wird der Schlauch innen gelblich. Gibt es eine Bürste dafür, oder wechselt ihr ihn einfach? Wie oft?",
    agoMinutes: 27 * hour,
    tags: ["miro-k4", "milk-system"],
    facts: { appliance: "Miro K4" },
    meToo: 7,
    views: 166,
    answers: [
      {
        author: "cornelia-haas",
        afterMinutes: 95,
        helpful: 5,
        body: "Einmal die Woche über Nacht in Milchsystemreiniger einlegen, morgens durchspülen. Bürsten machen Kratzer, und in denen sitzt es dann erst recht. Alle sechs Monate neu, der Schlauch kostet drei Euro als Meterware, 4 mm innen, lebensmittelecht.",
      },
      {
        author: "siobhan-daly",
        afterMinutes: 7 * hour,
        helpful: 3,
        body: "Every evening, in the café. At home weekly is fine. Change it when it is no longer clear.",
      },
    ],
  },
  {
    key: "k2-mahlwerk-laut",
    locale: "de",
    kind: "question",
    state: "unanswered",
    category: "coffee-machines",
    author: "dieter-wolters",
    title: "Mahlwerk der K2 kreischt kurz am Anfang",
    body: "Etwa eine halbe Sekunde, dann normal. Bohnen dieselben wie immer. Steinchen? Ich möchte nicht auseinanderbauen, bevor jemand sagt, dass es sich lohnt.",
    agoMinutes: 2 * day + 60,
    tags: ["miro-k2", "grinder", "noise"],
    facts: { appliance: "Miro K2", bought: "2021" },
    meToo: 4,
    views: 119,
    answers: [],
  },
  {
    key: "fremdbohnen",
    locale: "de",
    kind: "discussion",
    state: "answered",
    category: "beans-and-milk",
    author: "rainer-thiele",
    title: "Aromatisierte Bohnen im Vollautomaten: ja oder nein?",
    body: "Meine Frau hat Vanillebohnen geschenkt bekommen. Auf der Miro steht, das sei verboten. Wer soll mir denn verbieten, was ich in meine eigene Maschine kippe?",
    agoMinutes: 75 * day,
    tags: ["miro-k2", "grinder"],
    views: 903,
    answers: [
      {
        author: "cornelia-haas",
        afterMinutes: 3 * hour,
        helpful: 12,
        body: "Verbieten niemand. Aber das Aroma ist Zuckersirup und Öl, das verklebt die Mahlscheiben, und Sie schmecken die Vanille noch zu Weihnachten. Gemahlen über den Pulverschacht geht es ohne Schaden.",
      },
      {
        author: "rainer-thiele",
        afterMinutes: 4 * hour,
        notHelpful: 6,
        body: "Sie haben ja keine Ahnung, lesen Sie erst mal die Anleitung, bevor Sie hier die Expertin spielen.",
      },
      {
        author: "timo-schreiber",
        afterMinutes: 5 * hour,
        helpful: 3,
        body: "Sie hat doch freundlich geantwortet? Und recht hat sie auch.",
      },
      {
        author: "yannick-brehm",
        afterMinutes: 7 * hour,
        helpful: 2,
        body: "wir hatten haselnuss in der wg. nie wieder. zwei kilo bohnen durchgejagt bis es weg war",
      },
    ],
    locked: {
      by: "lena-hartmann",
      afterMinutes: 26 * hour,
      reason:
        "Die Frage ist beantwortet, und das Gespräch drehte sich nur noch um den Ton. Lesen bleibt möglich.",
    },
  },
];
