import { md } from "./md";
import type { SeedThread } from "./types";

const hour = 60;
const day = 24 * hour;

export const threadsDeApp: SeedThread[] = [
  {
    key: "app-findet-nicht",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "connecting",
    author: "carla-weber",
    title: "App findet das Gerät nicht, WLAN-Symbol blinkt endlos",
    body: md`
      Neue W9, neues Handy (Android 15), neuer Router. Die App sucht zwei Minuten und sagt dann „Kein Gerät in der Nähe“. Am Gerät blinkt das WLAN-Symbol brav weiter.

      Handy steht direkt daneben, Bluetooth und Standort sind erlaubt. Den Router habe ich zweimal neu gestartet.
    `,
    agoMinutes: 17 * day,
    tags: ["wifi", "lenta-w9"],
    facts: { appliance: "Lenta W9", bought: "Oktober 2025" },
    tried: ["Router neu gestartet", "App neu installiert", "Gerät 10 Minuten ohne Strom"],
    meToo: 33,
    followers: 7,
    views: 6012,
    accepted: 0,
    acceptedAfterMinutes: 5 * hour,
    answers: [
      {
        author: "marek-novotny",
        afterMinutes: 70,
        helpful: 29,
        body: md`
          Ich versuche es auf Deutsch. Drei Dinge, in dieser Reihenfolge:

          1. Die Lenta kann nur **2,4 GHz**. Viele neue Router haben einen Namen für beide Bänder und schieben das Handy auf 5 GHz. Im Router für die Anmeldung 5 GHz zehn Minuten ausschalten, oder ein Gastnetz nur mit 2,4 GHz.
          2. Sicherheit auf **WPA2** oder _WPA2/WPA3 gemischt_. Nur WPA3 geht nicht.
          3. Am Handy _VPN_ und _private DNS_ aus, nur für die Anmeldung.

          Danach können Sie alles zurückstellen, die Maschine bleibt verbunden.
        `,
        comments: [
          {
            author: "carla-weber",
            afterMinutes: 5 * hour - 6,
            body: "Nummer 2. Der neue Router kommt ab Werk mit „nur WPA3“. Keine zwei Minuten. Danke, und Ihr Deutsch ist wunderbar.",
          },
          { author: "karl-heinz-ott", afterMinutes: 6 * day, body: "1 war es bei mir." },
        ],
      },
      {
        author: "grace-okafor",
        official: true,
        afterMinutes: 19 * hour,
        helpful: 12,
        body: "Wir haben Mareks Liste in unsere Anleitung übernommen: [Gerät mit der App verbinden](article:app-verbinden). Ab Version 4.4 sagt die App selbst, wenn der Router nur WPA3 anbietet.",
      },
    ],
  },
  {
    key: "app-zweites-konto",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "connecting",
    author: "svenja-koch",
    title: "Zweites Konto für dieselbe Maschine, ohne Passwort zu teilen",
    body: "Mein Mann soll auch sehen, wann die Wäsche fertig ist. Muss er sich mit meinem Konto anmelden? Wenn er sich selbst eines anlegt, sagt die App „Gerät gehört bereits zu einem Haushalt“.",
    agoMinutes: 9 * day + 500,
    tags: ["account"],
    facts: { appliance: "Lenta W9" },
    meToo: 19,
    views: 1630,
    accepted: 0,
    acceptedAfterMinutes: 2 * hour,
    answers: [
      {
        author: "aylin-tekin",
        afterMinutes: 40,
        helpful: 18,
        body: "Einladen statt anmelden: *Profil → Haushalt → Person einladen*, Link schicken, fertig. Er braucht sein eigenes Konto, darf es aber **nicht** vorher mit einem eigenen Haushalt angelegt haben. Falls doch: bei ihm *Haushalt verlassen*, dann den Link öffnen.",
        comments: [
          {
            author: "svenja-koch",
            afterMinutes: 2 * hour - 1,
            body: "Genau das war’s, er hatte schon einen. Jetzt weiß er leider auch, wann die Wäsche fertig ist und niemand sie aufhängt.",
          },
        ],
      },
    ],
  },
  {
    key: "solar-w9",
    locale: "de",
    kind: "question",
    state: "answered",
    category: "smart-home",
    author: "bernd-hofstetter",
    title: "W9 erst starten, wenn die Solaranlage genug liefert",
    body: "Wechselrichter mit Shelly am Ausgang, Home Assistant vorhanden. Die W9 bietet in der App nur „Start bis 15 Uhr“. Kann ich von außen das Startsignal geben, ohne dass jemand am Gerät *Fernstart* drückt?",
    agoMinutes: 3 * day + 600,
    tags: ["solar", "lenta-w9", "energy"],
    facts: { appliance: "Lenta W9" },
    meToo: 10,
    views: 488,
    answers: [
      {
        author: "lukas-van-dijk",
        afterMinutes: 4 * hour,
        helpful: 9,
        body: "Remote start must be armed at the machine once per load, that is law and not Nordhang. But: arm it in the evening, choose *start by 15:00*, and let your automation send *start now* through the energy signal in the app. If the sun does not come, the machine starts by itself at the latest moment. We have done 190 loads like that.",
      },
      {
        author: "marek-novotny",
        afterMinutes: 11 * hour,
        helpful: 4,
        body: "To add: hysteresis! Start at 1.8 kW for five minutes, not at the first peak. Otherwise every cloud changes its mind.",
        comments: [
          {
            author: "bernd-hofstetter",
            afterMinutes: 20 * hour,
            body: "Merci euch beiden, am Wochenende probiere ich das.",
          },
        ],
      },
    ],
  },
  {
    key: "lieferung-dichtung",
    locale: "de",
    kind: "question",
    state: "answered",
    category: "orders",
    author: "timo-schreiber",
    title: "Türdichtung vor zwei Wochen bestellt, Status steht auf „in Bearbeitung“",
    body: "Bezahlt am selben Tag, seitdem nichts. Hotline sagt „kommt bald“. Gibt es das Teil überhaupt noch?",
    agoMinutes: 31 * hour,
    tags: ["delivery", "spare-parts", "door-seal"],
    facts: { appliance: "Lenta W5", bought: "2019" },
    meToo: 3,
    views: 88,
    comments: [
      { author: "karl-heinz-ott", afterMinutes: 100, body: "Warte auch. Bei mir sind es zehn Tage." },
    ],
    answers: [
      {
        author: "stefan-pohl",
        official: true,
        afterMinutes: 3 * hour + 20,
        helpful: 4,
        body: md`
          Das Teil gibt es, und es tut mir leid, dass Ihnen das niemand gesagt hat: Eine Lieferung mit 400 Dichtungen für die W5 war falsch gestanzt, wir haben sie zurückgeschickt. Die neue ist am **Dienstag** bei uns, Ihre geht am Mittwoch mit Expressversand hinaus.

          Wenn Sie nicht warten möchten, storniere ich gern. Bitte schreiben Sie die Bestellnummer **nicht** hier hinein, sondern über _Mit einem Menschen sprechen_, dann sehe nur ich sie.
        `,
        comments: [
          {
            author: "timo-schreiber",
            afterMinutes: 5 * hour,
            body: "Mit der Auskunft kann ich leben. Ich warte.",
          },
        ],
      },
    ],
  },
  {
    key: "altgeraet",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "orders",
    author: "ursula-beck",
    title: "Nehmen die Fahrer das Altgerät mit, wenn es noch angeschlossen ist?",
    body: "Am Freitag kommt die neue T8. Der alte Trockner steht noch am Ablauf, und ich kann ihn mit meinem Rücken nicht vorziehen. Muss ich jemanden organisieren?",
    agoMinutes: 20 * day + 100,
    tags: ["delivery"],
    facts: { appliance: "Lenta T8" },
    meToo: 4,
    views: 402,
    accepted: 0,
    acceptedAfterMinutes: 25 * hour,
    answers: [
      {
        author: "stefan-pohl",
        official: true,
        afterMinutes: 2 * hour,
        helpful: 8,
        body: "Nein. Abklemmen, mitnehmen, neues Gerät anschließen und einmal anlaufen lassen gehört zur Lieferung *bis zum Aufstellort*. Nur der Wasserhahn sollte sich drehen lassen. Sagen Sie den Fahrern beim Anruf eine halbe Stunde vorher Bescheid, dann bringen sie den Gurt mit.",
        comments: [
          {
            author: "ursula-beck",
            afterMinutes: 25 * hour - 5,
            body: "Zwei sehr nette junge Männer. Alles gut gegangen.",
          },
        ],
      },
    ],
  },
];
