import type { SeedFlag } from "./types";

const hour = 60;
const day = 24 * hour;

export const flags: SeedFlag[] = [
  {
    thread: "w7-tuer-zu",
    answer: 1,
    by: "jonas-wirth",
    reason: "dangerous",
    note: "Überbrückter Türkontakt, 230 V und eine offene drehende Trommel. Bitte schnell ausblenden.",
    afterMinutes: 116,
  },
  {
    thread: "fremdbohnen",
    answer: 1,
    by: "timo-schreiber",
    reason: "rude",
    afterMinutes: 4 * hour + 30,
    decision: {
      by: "lena-hartmann",
      action: "uphold",
      afterMinutes: 25 * hour,
      reason:
        "Der Satz greift eine Person an und nicht ihre Antwort (Regel 2). Deshalb ist sie ausgeblendet. Ihre Frage und die übrigen Antworten bleiben stehen.",
    },
  },
  {
    thread: "entkalker",
    answer: 2,
    by: "beate-ostermann",
    reason: "other",
    note: "Rät zu Essig, obwohl Nordhang gerade davon abgeraten hat.",
    afterMinutes: 3 * hour + 40,
    decision: {
      by: "lena-hartmann",
      action: "dismiss",
      afterMinutes: 4 * hour,
      reason: "Eine andere Erfahrung ist erlaubt. Die Antwort von Nordhang steht deutlich darüber.",
    },
  },
  {
    thread: "spam-ersatzteile",
    by: "emre-kaya",
    reason: "spam",
    afterMinutes: 6,
    decision: {
      by: "lena-hartmann",
      action: "uphold",
      afterMinutes: 16,
      reason: "Werbung ohne Bezug zu einer Frage (Regel 3).",
    },
  },
  {
    thread: "routines",
    answer: 2,
    by: "tomasz-lis",
    reason: "offTopic",
    afterMinutes: 4 * day,
    decision: {
      by: "marcus-bell",
      action: "dismiss",
      afterMinutes: 4 * day + 180,
      reason: "A coffee machine and a bathroom light make a routine. Thank you for looking out.",
    },
  },
];
