import type { SeedMacro } from "./types";

export const macros: SeedMacro[] = [
  {
    key: "hello-read-it",
    owner: "deniz-aydin",
    departments: ["appliance-support", "app-and-smart-home", "orders-and-delivery"],
    nameDe: "Begrüßung: alles gelesen",
    nameEn: "Hello: I have read it all",
    bodyDe:
      "Guten Tag {{customer}}, {{agent}} von Nordhang. Ich habe Ihre Frage und alle Antworten gelesen. Was Sie schon versucht haben, überspringen wir.",
    bodyEn:
      "Hello {{customer}}, {{agent}} from Nordhang here. I have read your question and every answer. What you have tried already, we skip.",
  },
  {
    key: "type-plate",
    owner: "kim-vogel",
    departments: ["appliance-support"],
    nameDe: "Typenschild finden",
    nameEn: "Find the type plate",
    bodyDe:
      "Das Typenschild finden Sie bei der {{appliance}} in der Türöffnung, unten. Mir reicht die Nummer, die mit zwei Buchstaben und einer Ziffer beginnt, gern auch als Foto.",
    bodyEn:
      "The type plate of the {{appliance}} is in the door opening, at the bottom. All I need is the number that begins with two letters and a digit. A photo is fine.",
  },
  {
    key: "publish-consent",
    owner: "lena-hartmann",
    departments: ["appliance-support", "app-and-smart-home"],
    nameDe: "Veröffentlichen, wenn Sie mögen",
    nameEn: "Publish, if you like",
    bodyDe:
      "Darf ich unseren Weg ohne Namen und Nummern als Antwort unter Ihre Frage stellen? Sie sehen den Text vorher, und ohne Ihr Ja bleibt alles unter uns.",
    bodyEn:
      "May I put the way we took under your question as an answer, without names and numbers? You see the text first, and without your yes it stays between us.",
  },
  {
    key: "part-on-its-way",
    owner: "stefan-pohl",
    departments: ["orders-and-delivery"],
    nameDe: "Ersatzteil ist unterwegs",
    nameEn: "Spare part is on its way",
    bodyDe:
      "Ihr Ersatzteil ist verpackt und geht heute hinaus. Die Sendungsnummer bekommen Sie per Mail, die Lieferung dauert ein bis zwei Werktage.",
    bodyEn:
      "Your spare part is packed and leaves today. The tracking number comes by mail, delivery takes one or two working days.",
  },
  {
    key: "filter-first",
    owner: "kim-vogel",
    state: "proposed",
    departments: ["appliance-support"],
    nameDe: "Erst das Flusensieb",
    nameEn: "The filter first",
    bodyDe:
      "Guten Tag {{customer}}, bitte sehen Sie zuerst nach dem Flusensieb der {{appliance}}: Klappe unten rechts öffnen, eine flache Schale darunterstellen, das Sieb langsam herausdrehen. Was finden Sie darin?",
    bodyEn:
      "Hello {{customer}}, please look at the filter of the {{appliance}} first: open the flap at the bottom right, put a flat dish under it, turn the filter out slowly. What do you find in it?",
  },
];
