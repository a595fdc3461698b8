import type { staffing as en } from "../en/staffing";

export const staffing: Record<keyof typeof en, string> = {
  "staffing.title": "Besetzung",
  "staffing.lede":
    "Wie viele Menschen jede halbe Stunde braucht, damit neun von zehn ihre erste Antwort in {minutes}\u00a0min bekommen; nach dem, was in {weeks, plural, one {der letzten Woche} other {den letzten # Wochen}} kam.",
  "staffing.department": "Abteilung",
  "staffing.needed": "So viele werden gebraucht",
  "staffing.short": "Geplant und gebraucht, nächste Woche",
  "staffing.shortSub": "3/4: drei sind geplant, vier werden gebraucht. Je dunkler, desto mehr fehlen.",
  "staffing.neededSub":
    "Für diese Abteilung ist noch niemand eingeplant. Je dunkler, desto mehr werden gebraucht.",
  "staffing.said": "Die meisten werden am {day} um {time} gebraucht: {count}.",
  "staffing.saidNone": "Noch ist nichts bekannt.",
  "staffing.arrivals": "Anfragen",
  "staffing.arrivalsSub": "In jeder halben Stunde, im Durchschnitt; wer abgewiesen wurde, zählt mit.",
  "staffing.asTable": "Als Tabelle",
  "staffing.from": "Halbe Stunde ab",
  "staffing.wait": "Mittlere Wartezeit",
  "staffing.refused": "Abgewiesen",
  "staffing.planned": "Geplant",
  "staffing.few": "Zu wenige Anfragen für einen Vorschlag",
  "staffing.fewText":
    "{count, plural, =0 {Keine Anfrage} one {# Anfrage} other {# Anfragen}} in den letzten Wochen; ab 20 gibt es einen Vorschlag.",
  "staffing.basis":
    "Gerechnet mit {seats, plural, one {einem Chat} other {# Chats}} zugleich je Person und {minutes, plural, one {# Minute} other {# Minuten}} je Chat.",
  "staffing.missing":
    "{count, plural, =0 {Die nächste Woche ist zu jeder Stunde besetzt, wie es nötig ist.} one {In einer halben Stunde der nächsten Woche fehlt jemand.} other {In # halben Stunden der nächsten Woche fehlt jemand.}}",
};
