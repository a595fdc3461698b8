import type { chat as en } from "../en/chat";

export const chat: Record<keyof typeof en, string> = {
  "error.chat.offerGone": "Dieses Angebot ist schon weitergegangen.",
  "error.chat.unavailable": "Dafür ist gerade niemand da. Bitte wählen Sie einen anderen Weg.",
  "error.call.time": "Bitte wählen Sie einen der Termine.",
  "error.call.phone": "Bitte geben Sie eine Telefonnummer ein.",
  "error.call.gone": "Dieser Termin ist gerade vergeben worden. Bitte wählen Sie einen anderen.",
  "error.push.service": "Wir können nur Browser benachrichtigen, deren Hersteller wir kennen.",
  "error.chat.notWaiting": "Sie warten nicht mehr.",
  "error.chat.taken": "Dieses Gespräch hat schon jemand anderes übernommen.",
  "error.chat.noSeat": "Sie haben schon so viele Gespräche, wie möglich sind.",
  "error.chat.choice": "Bitte wählen Sie, wie wir Ihnen helfen dürfen.",
  "error.chat.presence": "Bitte wählen Sie einen der Zustände.",
  "error.chat.idReused": "Diese Nachricht wurde schon mit anderem Text gesendet.",
  "error.chat.closed":
    "Dieses Gespräch ist beendet. Ihr Text bleibt erhalten, und Sie können es wieder öffnen.",
  "error.chat.stale": "Inzwischen hat jemand aus dem Team geschrieben. Bitte lesen Sie das zuerst.",
  "error.chat.notYours": "Dieses Gespräch führt jemand anderes. Sie können eine Notiz hinterlassen.",
  "error.chat.transferTarget": "Bitte wählen Sie eine Abteilung oder eine Person aus dem Team.",
  "error.chat.noTarget":
    "Dort kann es gerade niemand übernehmen. Die Kundin oder der Kunde weiß davon nichts.",
  "error.chat.pickMessages": "Bitte wählen Sie mindestens eine Nachricht aus.",
  "error.chat.disposition": "Bitte wählen Sie, was aus diesem Gespräch wird.",
  "error.chat.reason": "Bitte sagen Sie kurz, warum nichts davon veröffentlicht wird.",
  "error.chat.link": "Bitte nennen Sie die Antwort oder die Anleitung, die geholfen hat.",
  "error.chat.noAddress": "Bitte bestätigen Sie zuerst Ihre E-Mail-Adresse.",
  "error.chat.reopenTooLate": "Das ist zu lange her, um es wieder zu öffnen. Bitte fragen Sie neu.",
  "error.chat.openAlready": "Zu dieser Frage gibt es schon ein offenes Gespräch.",
  "error.chat.decided": "Das ist schon entschieden.",
  "chat.system.accepted": "Jetzt ist jemand für Sie da und hat Ihre Frage gelesen.",
  "chat.system.transferred": "Jemand anderes aus dem Team übernimmt und kennt alles bisher.",
  "chat.system.agentReconnecting":
    "Die Verbindung zum Kundendienst ist unterbrochen. Sie wird wiederhergestellt.",
  "chat.system.agentOnBreak": "Ihr Gegenüber macht eine kurze Pause und ist danach wieder hier.",
  "chat.system.agentLeft": "Ihr Gegenüber hat sich abgemeldet. Gleich sind Sie wieder ganz vorn in der Reihe, und nichts Geschriebenes geht verloren.",
  "chat.system.agentBack": "Ihr Gegenüber ist wieder da.",
  "chat.system.passedOn": "Sie sind wieder ganz vorn in der Reihe und müssen nichts doppelt erzählen.",
  "chat.system.requeued":
    "Die Verbindung kam nicht wieder. Sie sind wieder ganz vorn in der Reihe und müssen nichts doppelt erzählen.",
  "chat.system.waitedTooLong":
    "Innerhalb einer Viertelstunde wurde niemand frei, das tut uns leid. Ihr Anliegen bleibt als Nachricht bei uns. Sie können auch einen Rückruf wählen.",
  "chat.system.callback": "Wir rufen Sie zurück.",
  "chat.system.message": "Wir antworten hier, und Sie bekommen eine Mitteilung.",
  "chat.system.closed": "Dieses Gespräch wurde beendet.",
  "chat.system.reopened": "Dieses Gespräch ist wieder offen.",
  "error.chat.goOnline": "Bitte melden Sie sich erst als anwesend, damit niemand vergeblich auf Sie wartet.",
};
