import type { crash as en } from "../en/crash";

export const crash: Record<keyof typeof en, string> = {
  "crash.title": "Bei uns ist etwas schiefgegangen",
  "crash.text":
    "Die Seite ließ sich nicht zeichnen. Was Sie geschrieben haben, ist in diesem Browser gesichert.",
  "crash.reference": "Kennung für den Kundendienst:",
  "crash.retry": "Noch einmal versuchen",
  "crash.home": "Zur Startseite",
};
