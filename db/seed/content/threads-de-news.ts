import { md } from "./md";
import type { SeedThread } from "./types";

const hour = 60;
const day = 24 * hour;

export const threadsDeNews: SeedThread[] = [
  {
    key: "news-anmeldung-langsam",
    locale: "de",
    kind: "announcement",
    state: "answered",
    category: "news",
    author: "lena-hartmann",
    title: "App „Nordhang Zuhause“: Anmeldung dauert lange",
    body: md`
      Wer sich gerade neu in der App anmeldet, wartet bis zu einer Minute oder bekommt „Zeitüberschreitung“. **Wer angemeldet ist, merkt nichts**, und alle Geräte arbeiten normal weiter. Startzeiten und Mitteilungen sind nicht betroffen.

      Ursache ist ein überlasteter Dienst, der die Bestätigungs-Mails verschickt. Bitte melden Sie sich nicht ab und installieren Sie die App nicht neu, das hilft hier leider nicht.

      Wir schreiben spätestens alle zwei Stunden, wie es steht.
    `,
    agoMinutes: 104,
    tags: ["account"],
    meToo: 22,
    followers: 41,
    views: 690,
    pinned: true,
    knownProblem: { nextUpdateInMinutes: 55, resolved: false },
    answers: [
      {
        author: "lena-hartmann",
        official: true,
        afterMinutes: 48,
        helpful: 9,
        body: "Zwischenstand: Die Mails gehen wieder hinaus, aber mit etwa zehn Minuten Verzögerung. Bitte nur **einen** Link anfordern, der neueste gilt.",
      },
      {
        author: "fatma-demir",
        afterMinutes: 61,
        helpful: 2,
        body: "Meiner kam nach acht Minuten an. Danke für die offenen Worte.",
      },
    ],
  },
  {
    key: "news-pumpentausch",
    locale: "de",
    kind: "announcement",
    state: "answered",
    category: "news",
    author: "deniz-aydin",
    title: "Lenta W7 von 2023: Wir tauschen die Laugenpumpe kostenlos",
    body: md`
      Bei einer Serie der W7 verschleißt ein Lager der Laugenpumpe zu früh. Das ist nicht gefährlich, aber ärgerlich: Die Maschine wird beim Abpumpen laut und zeigt irgendwann \`E18\`.

      **Betroffen** sind Seriennummern, die mit \`LW7-2304\` bis \`LW7-2311\` beginnen. Die Nummer steht auf dem Typenschild in der Türöffnung, ganz unten.

      **Was wir tun:** Wir wechseln die Pumpe bei Ihnen zu Hause, kostenlos, auch nach Ablauf der Garantie und auch dann, wenn noch gar nichts zu hören ist. Dauer etwa 30 Minuten.

      **Was Sie tun:** In der App unter _Lenta W7 → Service_, oder über _Mit einem Menschen sprechen_. Wer schon selbst bezahlt hat, bekommt das Geld gegen die Rechnung zurück.
    `,
    agoMinutes: 12 * day,
    tags: ["lenta-w7", "e18", "drain-pump"],
    followers: 27,
    views: 8930,
    answers: [
      {
        author: "mohammed-haddad",
        afterMinutes: 5 * hour,
        helpful: 3,
        body: "Meine beginnt mit `LW7-2112`, also leider nicht dabei. Trotzdem gut, dass Sie es öffentlich schreiben.",
      },
      {
        author: "sven-albrecht",
        afterMinutes: 6 * day,
        helpful: 8,
        body: "Techniker war heute da, 25 Minuten, hat sogar die Schuhe ausgezogen.",
      },
      {
        author: "peter-maurer",
        afterMinutes: 7 * day,
        helpful: 1,
        body: "Gilt das auch für Österreich?",
        comments: [
          {
            author: "deniz-aydin",
            afterMinutes: 7 * day + 90,
            body: "Ja, für Österreich und die Schweiz genauso.",
          },
        ],
      },
    ],
  },
  {
    key: "news-hilfe-regeln",
    locale: "de",
    kind: "announcement",
    state: "unanswered",
    category: "news",
    author: "lena-hartmann",
    title: "Unsere Hilfe-Regeln, in einer Minute gelesen",
    body: md`
      1. **Eine Frage, ein Gerät, ein Titel, der sie nennt.** „Geht nicht“ findet niemand wieder.
      2. **Freundlich, auch zum dritten Mal.** Hier schreiben Menschen, deren Küche gerade unter Wasser steht.
      3. **Keine Werbung.** Einen Händler nennen, bei dem es geklappt hat, ist keine.
      4. **Keine Namen, Adressen, Bestellnummern.** Dafür gibt es den privaten Weg zu uns.
      5. **Nichts raten, was gefährlich ist.** Strom, heißes Wasser, offene Türen: im Zweifel wir.

      Wenn wir etwas entfernen, schreiben wir Ihnen immer, warum, und Sie können 14 Tage lang widersprechen.
    `,
    agoMinutes: 210 * day,
    tags: [],
    views: 3120,
    answers: [],
    locked: {
      by: "lena-hartmann",
      afterMinutes: 1,
      reason: "Nur zum Lesen. Fragen zu den Regeln gern an community@nordhang.example.",
    },
  },
  {
    key: "test-dampf",
    locale: "de",
    kind: "discussion",
    state: "answered",
    category: "test-households",
    author: "lena-hartmann",
    title: "Gesucht: 20 Haushalte, die das Dampfprogramm der W9 vor allen anderen testen",
    body: md`
      Ab Januar bekommt die W9 ein Programm _Auffrischen mit Dampf_, 20 Minuten ohne Waschmittel. Wir suchen zwanzig Haushalte, die es vier Wochen lang benutzen und ehrlich berichten.

      - W9 mit WLAN, Programmstand 3.1 oder neuer
      - mindestens drei Durchgänge in der Woche
      - ein kurzer Fragebogen, jeden Sonntag

      Als Dank gibt es Waschmittel für ein halbes Jahr. Schreiben Sie einfach hier, was Sie damit auffrischen würden.
    `,
    agoMinutes: 4 * day,
    tags: ["lenta-w9"],
    followers: 9,
    views: 214,
    answers: [
      {
        author: "svenja-koch",
        afterMinutes: 3 * hour,
        helpful: 4,
        body: "Kasacks nach der Nachtschicht, die nur nach Klinik riechen und nicht schmutzig sind. Ich wäre dabei.",
      },
      {
        author: "tobias-ernst",
        afterMinutes: 9 * hour,
        helpful: 2,
        body: "Kuscheltiere. Zwei Stück, jede Nacht eines in Geiselhaft.",
      },
      {
        author: "ingrid-solberg",
        afterMinutes: 30 * hour,
        helpful: 3,
        body: "Wool, of course. May households in Norway take part?",
        comments: [
          {
            author: "lena-hartmann",
            afterMinutes: 31 * hour,
            body: "Gladly, if the machine is online. You are on the list.",
          },
        ],
      },
    ],
  },
  {
    key: "staff-haeufung-t8",
    locale: "de",
    kind: "discussion",
    state: "answered",
    category: "staff-room",
    author: "deniz-aydin",
    title: "Häufung: T8 heizt nicht, Aufstellort unter 10 °C",
    body: md`
      Vierte Meldung in einer Woche: T8, Kompressor läuft nicht an, kein Code, Keller oder Garage. Alle mit Programmstand 2.8.

      Verdacht: Der neue Frostschutz greift schon bei 10 °C statt bei 5 °C und meldet nichts. Entwicklung hat einen Eintrag. Bis dahin bitte fragen: **Temperatur im Raum** und **Programmstand** (_Menü → Info_).
    `,
    agoMinutes: 21 * hour,
    tags: ["lenta-t8"],
    views: 12,
    answers: [
      {
        author: "kim-vogel",
        afterMinutes: 40,
        body: "Hatte heute Nacht auch einen, 8 °C, Stand 2.8. Mit Heizlüfter im Raum lief er nach einer Stunde an.",
      },
      {
        author: "lena-hartmann",
        afterMinutes: 2 * hour,
        body: "Wenn die Entwicklung es bestätigt, mache ich einen bekannten Fehler daraus. Bitte Fälle hier sammeln.",
      },
      {
        author: "deniz-aydin",
        afterMinutes: 20 * hour + 10,
        body: "Fünfter Fall, diesmal öffentlich: [die Frage von Herrn Brandt](thread:t8-heizt-nicht). 9 Grad im Keller, das schreibt er selbst dazu. Zwölf weitere haben es auch.",
      },
    ],
  },
];
