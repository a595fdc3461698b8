import type { about as en } from "../en/about";

export const about: Record<keyof typeof en, string> = {
  "about.rules.title": "Hilfe-Regeln",
  "about.rules.lede": "Damit hier alle Hilfe finden und gern welche geben.",
  "about.rules.1.title": "Bleiben Sie freundlich",
  "about.rules.1.text":
    "Hinter jeder Frage steht jemand, dessen Gerät gerade nicht tut, was es soll. Antworten Sie auf das Problem, nicht auf die Person.",
  "about.rules.2.title": "Sagen Sie, was Sie wissen",
  "about.rules.2.text":
    "Eine Antwort, die sagt, was Sie versucht haben und was dann geschah, hilft mehr als eine Vermutung. Eine Vermutung nennen Sie bitte auch so.",
  "about.rules.3.title": "Privates bleibt privat",
  "about.rules.3.text":
    "Seriennummern, Adressen und Bestellnummern gehören nicht in einen öffentlichen Text. Im Gespräch mit dem Kundendienst sind sie sicher.",
  "about.rules.4.title": "Keine Werbung",
  "about.rules.4.text":
    "Empfehlen Sie, was Ihnen geholfen hat. Verkaufsangebote, bezahlte Links und abgeschriebene Texte werden entfernt.",
  "about.rules.5.title": "Gefahr geht vor",
  "about.rules.5.text":
    "Öffnen Sie nichts, was an Strom oder Gas angeschlossen ist. Ratschläge, die jemanden verletzen könnten, sind ausgeblendet, bis sie geprüft sind.",
  "about.rules.6.title": "Wie wir entscheiden",
  "about.rules.6.text":
    "Texte, die eine Regel verletzen, blenden Menschen von {company} aus und nennen der Person, die sie geschrieben hat, den Grund. Wer anderer Meinung ist, kann einmal widersprechen; dann entscheidet jemand anderes.",
  "about.privacy.title": "Datenschutz",
  "about.privacy.lede": "Was diese Community aufbewahrt und was nicht.",
  "about.privacy.1.title": "Ihr Konto",
  "about.privacy.1.text":
    "Ihr Name, Ihre E-Mail-Adresse und was Sie in Ihrem Profil einstellen. Die Adresse bekommt niemand zu sehen.",
  "about.privacy.2.title": "Was Sie öffentlich schreiben",
  "about.privacy.2.text":
    "Fragen, Antworten und Kommentare stehen unter dem Namen, den Sie gewählt haben. Sie können sie ändern oder löschen.",
  "about.privacy.3.title": "Was Sie dem Kundendienst schreiben",
  "about.privacy.3.text":
    "Ein Gespräch lesen nur Sie und der Kundendienst von {company}. Veröffentlicht wird daraus nur etwas, wenn Sie zustimmen, ohne Namen und Nummern.",
  "about.privacy.4.title": "Suchen",
  "about.privacy.4.text":
    "Die Wörter von Suchen werden 90 Tage aufbewahrt, damit fehlende Anleitungen auffallen; E-Mail-Adressen und lange Nummern darin werden verdeckt. Wessen Suche es war, wird nach 14 Tagen vergessen; was Gäste tippen, wird einen Tag lang über einen Code ohne Namen zusammengehalten.",
  "about.privacy.5.title": "Cookies",
  "about.privacy.5.text":
    "Ein Cookie hält Sie angemeldet, kleine merken sich Ihre Sprache. Für Werbung gibt es keine, und kein anderes Unternehmen erfährt von Ihrem Besuch.",
  "about.privacy.6.title": "Ihre Rechte",
  "about.privacy.6.text":
    "Sie dürfen sehen, was über Sie aufbewahrt wird, es berichtigen und löschen lassen. Mit einem Konto geht das in den Einstellungen unter „Ihre Daten“; dort steht auch, wie lange wir was behalten. Sonst schreiben Sie an die Adresse im Impressum.",
  "about.imprint.title": "Impressum",
  "about.imprint.lede": "Wer für diese Seiten einsteht.",
  "about.imprint.1.title": "Unternehmen",
  "about.imprint.1.text": "{legalName}, Hangweg 12, 24937 Flensburg",
  "about.imprint.2.title": "Kontakt",
  "about.imprint.2.text": "community@nordhang.example",
  "about.imprint.3.title": "Texte von Mitgliedern",
  "about.imprint.3.text":
    "Für ihre Texte stehen Mitglieder selbst ein. {company} prüft, was gemeldet wird, und entfernt, was gegen das Gesetz oder die Regeln verstößt.",
  "about.accessibility.title": "Barrierefreiheit",
  "about.accessibility.lede": "Alle sollen hier Hilfe finden, gleich wie sie das Netz benutzen.",
  "about.accessibility.1.title": "Was wir anstreben",
  "about.accessibility.1.text":
    "Diese Seiten folgen den WCAG 2.2, Stufe AA: Kontraste, Größen, sichtbarer Fokus, Wörter neben jedem Zeichen und jeder Farbe.",
  "about.accessibility.2.title": "Tastatur",
  "about.accessibility.2.text":
    "Alles ist ohne Maus erreichbar. Die Taste ? zeigt die Kürzel; in einem Feld lösen sie nie aus.",
  "about.accessibility.3.title": "Ohne Skript",
  "about.accessibility.3.text":
    "Lesen und Suchen gehen ohne JavaScript. Große Schrift und schmale Bildschirme brauchen kein seitliches Rollen.",
  "about.accessibility.4.title": "Etwas steht Ihnen im Weg?",
  "about.accessibility.4.text":
    "Schreiben Sie an die Adresse im Impressum, was Sie tun wollten. Wir antworten und bringen es in Ordnung.",
};
