import { md } from "./md";
import type { SeedThread } from "./types";

const hour = 60;
const day = 24 * hour;

export const threadsDeLaundry: SeedThread[] = [
  {
    key: "w9-dosiert-zu-viel",
    locale: "de",
    kind: "question",
    state: "rejected",
    category: "laundry-care",
    author: "svenja-koch",
    title: "W9 dosiert zu viel, Handtücher fühlen sich schmierig an",
    body: md`
      Seit der automatischen Dosierung sind die Handtücher schwer und irgendwie seifig. Im Wasser der letzten Spülung sehe ich Schaum.

      Eingestellt ist Wasserhärte _mittel_, Dosierung _normal_, Behälter 1 Vollwaschmittel flüssig, Behälter 2 Weichspüler. Beladung wird mit 4–5 kg angezeigt, das passt ungefähr.
    `,
    agoMinutes: 2 * day + 200,
    tags: ["lenta-w9", "dosing"],
    facts: { appliance: "Lenta W9", programme: "Baumwolle 60 °C", bought: "Juni 2025" },
    tried: ["Dosierung auf „wenig“", "Extra Spülen"],
    meToo: 7,
    views: 233,
    comments: [
      {
        author: "svenja-koch",
        afterMinutes: 26 * hour,
        body: "Bisher hat leider nichts davon etwas geändert. Ich lasse die Frage offen.",
      },
    ],
    answers: [
      {
        author: "timo-schreiber",
        afterMinutes: 130,
        rejected: true,
        notHelpful: 2,
        body: "Wasserhärte auf *weich* stellen, dann nimmt sie weniger.",
        comments: [
          {
            author: "svenja-koch",
            afterMinutes: 25 * hour,
            body: "Gemacht, drei Wäschen, kein Unterschied. Außerdem haben wir 15 °dH, das wäre ja falsch.",
          },
        ],
      },
      {
        author: "aylin-tekin",
        afterMinutes: 9 * hour,
        helpful: 2,
        rejected: true,
        body: "Weichspüler bei Handtüchern ganz weglassen, der legt sich um die Fasern. Behälter 2 in der App auf *aus*.",
        comments: [
          {
            author: "svenja-koch",
            afterMinutes: 26 * hour - 10,
            body: "Den habe ich jetzt seit gestern aus. Der Schaum in der letzten Spülung ist geblieben.",
          },
        ],
      },
    ],
  },
  {
    key: "laugenpumpe-selbst",
    locale: "de",
    kind: "question",
    state: "unanswered",
    category: "washing-machines",
    author: "mohammed-haddad",
    title: "Laugenpumpenwechsel selbst machen, welche Dichtung?",
    body: md`
      Die Pumpe unserer W7 (Mietwohnung, Baujahr 2021, also **nicht** in der Tauschserie) ist hinüber. Ersatzpumpe habe ich bestellt, Teilenummer \`NH-LP-070\`.

      In einer Zeichnung ist zwischen Pumpe und Gehäuse ein O-Ring zu sehen, im Paket lag keiner. Welche Größe brauche ich, oder kann der alte drinbleiben?
    `,
    agoMinutes: 3 * hour + 5,
    tags: ["lenta-w7", "drain-pump", "spare-parts"],
    facts: { appliance: "Lenta W7", bought: "2021" },
    tried: ["Flusensieb gereinigt", "Pumpe ausgebaut und durchgemessen"],
    meToo: 3,
    views: 31,
    answers: [],
  },
  {
    key: "w7-tuer-zu",
    locale: "de",
    kind: "question",
    state: "answered",
    category: "washing-machines",
    author: "lea-sommer",
    title: "Tür der W7 geht nach dem Waschen nicht mehr auf",
    body: md`
      Programm ist durch, _Ende_ steht da, kein Wasser in der Trommel. Die Tür bleibt trotzdem verriegelt, seit einer Stunde. Aus- und Einschalten bringt nur ein Klicken.

      Morgen früh brauche ich das Trikot, das da drin ist.
    `,
    agoMinutes: 9 * hour,
    tags: ["lenta-w7", "door-lock"],
    facts: { appliance: "Lenta W7", programme: "Kurz 30", bought: "2022" },
    tried: ["Aus- und eingeschaltet", "Abpumpen gestartet"],
    meToo: 4,
    views: 152,
    answers: [
      {
        author: "paul-reuter",
        afterMinutes: 25,
        helpful: 7,
        body: md`
          Es gibt eine Notentriegelung. Hinter der Sockelklappe, rechts neben dem Flusensieb, hängt eine **orange Lasche**.

          1. Netzstecker ziehen, zwei Minuten warten.
          2. Am Bullauge prüfen, dass wirklich kein Wasser drinsteht.
          3. Lasche langsam nach unten ziehen und gleichzeitig die Tür öffnen.
        `,
      },
      {
        author: "burak-yilmaz",
        afterMinutes: 95,
        helpful: 1,
        notHelpful: 3,
        body: "Das ist der Türkontakt. Den kann man mit einer Büroklammer überbrücken, dann läuft sie auch mit offener Tür und Sie haben nie wieder Ärger damit. Deckel ab, die zwei Kabel rechts oben.",
        comments: [
          {
            author: "jonas-wirth",
            afterMinutes: 118,
            body: "Bitte auf keinen Fall. Da liegen 230 V an, und die Trommel dreht mit 1400 Umdrehungen bei offener Tür. Ich habe es gemeldet.",
          },
        ],
      },
    ],
  },
  {
    key: "zwanzig-grad",
    locale: "de",
    kind: "discussion",
    state: "answered",
    category: "laundry-care",
    author: "anke-brinkmann",
    title: "Was wascht ihr wirklich mit 20 °C? Meine Liste nach einem Jahr",
    body: md`
      Wir haben ein Jahr lang alles, was ging, mit 20 °C gewaschen und Strom gemessen (Zwischenstecker, W7, jeweils 5 bis 6 kg):

      | Wäsche                  | 20 °C sauber?                        | Strom 20 °C | Strom 40 °C |
      | ----------------------- | ------------------------------------ | ----------: | ----------: |
      | T-Shirts, Hemden        | ja                                   |    0,19 kWh |    0,61 kWh |
      | Jeans                   | ja                                   |    0,21 kWh |    0,64 kWh |
      | Kinderkleidung mit Erde | meistens, vorher bürsten             |    0,22 kWh |    0,66 kWh |
      | Bettwäsche              | ja, alle zwei Monate 60 °C           |    0,20 kWh |    0,63 kWh |
      | Sportsachen             | **nein**, riechen wieder beim Tragen |    0,18 kWh |    0,58 kWh |
      | Küchentücher            | **nein**                             |    0,20 kWh |    0,62 kWh |

      Macht bei uns 64 kWh im Jahr weniger. Wie ist das bei euch, und was habt ihr wieder aufgegeben?
    `,
    agoMinutes: 26 * day,
    tags: ["energy", "lenta-w7", "dosing"],
    views: 2875,
    followers: 12,
    answers: [
      {
        author: "beate-ostermann",
        afterMinutes: 4 * hour,
        helpful: 14,
        body: "Schöne Tabelle! Zu den Sportsachen: Enzyme arbeiten bei 20 °C, aber langsam. Mit *Einweichen 2 h* vor dem Programm wird es bei uns gut. Küchentücher bleiben 60 °C, da sind sich Nase und Chemie einig.",
      },
      {
        author: "renate-gruber",
        afterMinutes: 11 * hour,
        helpful: 6,
        body: "Dasselbe hier, nur Bettwäsche mache ich immer mit 60. Hausstauballergie.",
      },
      {
        author: "bernd-hofstetter",
        afterMinutes: 2 * day,
        helpful: 3,
        body: "Bei 20 Grad löst sich mein Pulver nicht, ich hatte weiße Krümel in der schwarzen Wäsche. Seitdem flüssig für kalt und Pulver für heiß.",
      },
      {
        author: "kim-vogel",
        official: true,
        afterMinutes: 3 * day,
        helpful: 10,
        body: "Ihre Messwerte passen gut zu unseren. Eine Bitte aus dem Kundendienst: Wer viel kalt wäscht, sollte einmal im Monat die *Trommelreinigung* laufen lassen. Sonst kommt der Geruch, und der ist zäher als jeder Fleck. Wie das geht, steht [hier](thread:w7-schimmel).",
      },
    ],
  },
  {
    key: "w9-app-wolle-strick",
    locale: "de",
    kind: "question",
    state: "answered",
    category: "laundry-care",
    author: "wiebke-janssen",
    title: "Handgestrickter Pullover in der W9: Wolle oder Handwäsche?",
    body: md`
      Norwegermuster, reine Schurwolle, nicht filzfrei ausgerüstet, drei Winter Arbeit. Auf der W9 gibt es _Wolle_ und _Handwäsche_. Welches ist sanfter, und wie viel schleudert ihr?

      Von Hand waschen kann ich, will ich aber nicht.
    `,
    agoMinutes: 6 * day + 400,
    tags: ["lenta-w9"],
    facts: { appliance: "Lenta W9", programme: "Wolle" },
    meToo: 9,
    views: 401,
    answers: [
      {
        author: "ingrid-solberg",
        afterMinutes: 5 * hour,
        helpful: 13,
        body: "*Wolle*, cold, 600 turns. Handwäsche moves the drum more than you think, because it is made for blouses. Two pullovers together are safer than one alone, they hold each other. I have done this since the W9 came out, nothing has felted. (Sorry for the English, I read German better than I write it.)",
        comments: [
          {
            author: "wiebke-janssen",
            afterMinutes: 6 * hour,
            body: "Das mit den zweien leuchtet mir sofort ein. Takk!",
          },
        ],
      },
      {
        author: "nele-vogt",
        afterMinutes: 2 * day,
        helpful: 2,
        body: "Und liegend trocknen, sonst wird er ein Kleid.",
      },
    ],
  },
];
