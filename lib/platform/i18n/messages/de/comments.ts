import type { comments as en } from "../en/comments";

export const comments: Record<keyof typeof en, string> = {
  "comments.label": "Kommentare",
  "comments.ask": "Nachfragen",
  "comments.add": "Kommentieren",
  "comments.more": "{count, plural, one {# weiteren Kommentar zeigen} other {# weitere Kommentare zeigen}}",
  "comments.title": "Kommentar schreiben",
  "comments.field": "Ihr Kommentar",
  "comments.send": "Senden",
  "comments.held": "Ihr Kommentar wird kurz angesehen, bevor alle ihn lesen können.",
};
