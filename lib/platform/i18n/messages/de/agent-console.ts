import type { agentConsole as en } from "../en/agent-console";

export const agentConsole: Record<keyof typeof en, string> = {
  "push.offer": "Ein Gespräch für Sie: „{title}“",
  "notification.kind.offer_unseen": "„{title}“ wurde Ihnen angeboten, aber auf keinem Ihrer Bildschirme gezeigt. Jetzt ist jemand anderes gefragt",
  "notification.kind.agent_silent": "{name} reagiert nicht auf Angebote und bekommt vorerst keine mehr",
  "offer.then": "{count, plural, one {Danach noch eins:} other {Danach noch #:}} {titles}",
  "console.push.unable": "Angebote erreichen Sie, solange diese Seite offen ist. Dieser Browser kann keine Hinweise zeigen.",
  "console.push.refused": "Angebote erreichen Sie, solange diese Seite offen ist. Hinweise sind in diesem Browser ausgeschaltet.",
  "console.push.off": "Angebote erreichen Sie, solange diese Seite offen ist.",
  "console.push.on": "Zeigt keine Ihrer Seiten ein Angebot, zeigt es dieses Gerät.",
  "console.push.failed": "Der Hinweisdienst Ihres Browsers ist nicht erreichbar.",
  "wrapUp.text": "Nachbereitung: noch {time} ohne Angebote",
  "wrapUp.open": "Nachbereitung: keine Angebote, bis Sie bereit sind",
  "wrapUp.extend": "Mehr Zeit",
  "wrapUp.ready": "Bereit",
  "wrapUp.started": "Nachbereitung: {seconds, plural, one {# Sekunde} other {# Sekunden}} ohne Angebote",
  "wrapUp.over": "Die Nachbereitung ist vorbei, Sie bekommen wieder Angebote",
  "error.chat.noWrapUp": "Die Nachbereitung ist schon vorbei.",
  "settings.service.wrapUpSeconds": "Nachbereitung nach jedem Chat, Sekunden",
  "keys.wrapUp": "Nachbereitung: bereit, mehr Zeit",
};
