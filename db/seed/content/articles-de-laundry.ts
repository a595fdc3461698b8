import { md } from "./md";
import type { SeedArticle } from "./types";

const day = 24 * 60;

export const articlesDeLaundry: SeedArticle[] = [
  {
    key: "flusensieb-reinigen",
    locale: "de",
    state: "published",
    category: "washing-machines",
    tags: ["lenta-w5", "lenta-w7", "lenta-w9", "e18", "drain-pump", "filter"],
    title: "Flusensieb und Laugenpumpe der Lenta reinigen",
    summary:
      "Bleibt Wasser in der Trommel oder zeigt das Display E18, hilft diese Reinigung in acht von zehn Fällen.",
    durationMinutes: 15,
    appliesTo: ["Lenta W5", "Lenta W7", "Lenta W9"],
    tools: ["flache Schale", "Tuch", "Lampe", "Holzstab"],
    owner: "deniz-aydin",
    agoMinutes: 4 * day,
    checkedDaysAgo: 3,
    checkEveryDays: 180,
    sourceThread: "w7-e18",
    sourceAnswers: [0, 1],
    helpful: 38,
    notHelpful: 3,
    views: 3418,
    body: md`
      > [!WARNING]
      > **Heißes Wasser.** Nach einem Kochwaschgang das Gerät mindestens eine Stunde abkühlen lassen und den Netzstecker ziehen.

      # Restwasser ablassen

      1. **Sockelklappe öffnen**

         Die Klappe sitzt vorn unten rechts. Mit einer Münze an der oberen Kante aufhebeln und nach vorn abnehmen. Dahinter liegen links der Entleerungsschlauch und rechts das Flusensieb.

      2. **Schlauch in die Schale halten**

         Den Entleerungsschlauch etwa zehn Zentimeter herausziehen, den Stopfen abnehmen und das Wasser in Etappen ablaufen lassen. Rechnen Sie mit bis zu acht Litern.

      # Flusensieb herausdrehen

      1. **Gegen den Uhrzeigersinn lösen**

         Ein Tuch unterlegen, das Sieb langsam drehen und gerade herausziehen. Unter fließendem Wasser abspülen, Gewinde und Dichtung abwischen.

      # Flügelrad prüfen

      1. **Hineinleuchten**

         Links hinten in der Öffnung sitzt das Flügelrad der Laugenpumpe. Ohne Lampe sieht man es nicht. Haare, Münzen und Bügel stecken fast immer dort und nicht im Sieb.

      2. **Mit dem Holzstab drehen**

         Das Rad muss in kleinen Rucken weiterspringen. Das ist richtig so, es ist ein Magnet. Sitzt es fest, den Fremdkörper mit einer Pinzette herausziehen. Kein Metall als Hebel benutzen, die Blätter brechen leicht.

      # Zusammensetzen und testen

      1. **Sieb bis zum Anschlag eindrehen**

         Der Griff steht danach senkrecht. Stopfen auf den Schlauch, Schlauch zurück in die Halterung, Klappe schließen.

      2. **Abpumpen starten**

         Netzstecker einstecken und das Programm _Abpumpen_ wählen. Nach einer Minute an der Klappe nachsehen, ob alles trocken ist.

      # Wenn E18 wiederkommt

      - Nur bei _Wolle_ oder _Handwäsche_? Dann ist es meistens [Schaum](thread:w7-e18-wolle).
      - Seriennummer \`LW7-2304\` bis \`LW7-2311\`? Dann tauschen wir die [Pumpe kostenlos](thread:news-pumpentausch).
      - Dreht das Rad frei und die Pumpe brummt trotzdem, muss jemand an den Stecker der Pumpe. Das machen wir.
    `,
  },
  {
    key: "tuerdichtung-wechseln",
    locale: "de",
    state: "published",
    category: "washing-machines",
    tags: ["lenta-w5", "lenta-w7", "door-seal", "spare-parts"],
    title: "Türdichtung pflegen und wechseln",
    summary:
      "Erst retten, dann tauschen: Die meisten Dichtungen brauchen nur eine gründliche Reinigung. Ist das Gummi klebrig oder gerissen, wechseln Sie es in 25 Minuten selbst.",
    durationMinutes: 25,
    appliesTo: ["Lenta W5", "Lenta W7"],
    tools: ["Schlitzschraubendreher", "Spülmittel", "Handschuhe", "neue Dichtung NH-TD-057"],
    owner: "deniz-aydin",
    agoMinutes: 190 * day,
    checkedDaysAgo: 30,
    checkEveryDays: 365,
    helpful: 27,
    notHelpful: 4,
    views: 2260,
    body: md`
      > [!WARNING]
      > **Strom und Wasser aus.** Netzstecker ziehen und Wasserhahn zudrehen, bevor Sie die Dichtung lösen.

      # Zuerst reinigen

      1. **Ablauflöcher öffnen**

         In der unteren Falte sind drei kleine Löcher. Sind sie zu, bleibt dort Wasser stehen, und es schimmelt. Mit einer alten Zahnbürste freimachen.

      2. **Trommelreinigung laufen lassen**

         90 °C, leer, ohne Waschmittel. Was danach noch dunkel ist, ist verfärbt, aber nicht mehr lebendig. Mehr dazu in [dieser Frage](thread:w7-schimmel).

      # Alte Dichtung lösen

      1. **Äußeren Spannring abnehmen**

         Die Lippe der Dichtung vorn anheben. Darunter liegt ein Drahtring mit einer Feder, unten bei sechs Uhr. Feder mit dem Schraubendreher aufziehen, Ring abnehmen.

      2. **Lage merken**

         Am Gummi ist oben ein Dreieck. Machen Sie ein Foto: Die neue Dichtung muss genauso sitzen, sonst stehen die Ablauflöcher falsch.

      3. **Inneren Ring lösen und Dichtung herausziehen**

         Der innere Ring sitzt tiefer, seine Schraube ist bei zwölf Uhr. Zwei Umdrehungen genügen.

      # Neue Dichtung einsetzen

      1. **Mit Spülmittel aufziehen**

         Einen Tropfen auf den inneren Rand, dann oben beginnen und nach beiden Seiten nach unten drücken. Dreieck nach oben!

      2. **Ringe wieder anlegen**

         Erst innen, dann außen. Die Feder kommt nach unten.

      3. **Dicht?**

         _Spülen_ starten und fünf Minuten zusehen. Ein paar Tropfen vom Spülmittel sind normal, ein Rinnsal nicht.
    `,
  },
  {
    key: "trockner-filter",
    locale: "de",
    state: "published",
    category: "tumble-dryers",
    tags: ["lenta-t6", "lenta-t8", "filter"],
    title: "„Filter“ im Display: den Trockner richtig entflusen",
    summary:
      "Sieht sauber aus, lässt aber keine Luft durch: Weichspüler und Trocknertücher versiegeln das Sieb. So finden Sie es heraus, und so wird es frei.",
    durationMinutes: 20,
    appliesTo: ["Lenta T6", "Lenta T8"],
    tools: ["weiche Bürste", "Spülmittel", "Staubsauger mit Bürstendüse"],
    owner: "deniz-aydin",
    agoMinutes: 10 * day,
    checkedDaysAgo: 9,
    checkEveryDays: 180,
    sourceThread: "t8-filter",
    sourceAnswers: [0],
    helpful: 21,
    notHelpful: 2,
    views: 1105,
    body: md`
      # Die Wasserprobe

      1. **Sieb unter den Hahn halten**

         Flusen abnehmen, dann das Sieb waagrecht unter dünnes, fließendes Wasser halten. Läuft es durch, ist alles gut. Bleibt es stehen wie auf Folie, ist das Gewebe versiegelt.

      # Sieb waschen

      1. **Von beiden Seiten bürsten**

         Warmes Wasser, etwas Spülmittel, weiche Bürste. Keine Stahlwolle, keine Spülmaschine.

      2. **Ganz trocknen lassen**

         Ein feuchtes Sieb klebt beim ersten Lauf gleich wieder zu. Auf der Heizung dauert es eine Stunde.

      # Die zweite Stelle

      1. **Klappe unten öffnen**

         Rechts und links drücken, nach vorn klappen. Der feine Filter davor wird oft vergessen. Absaugen oder ausspülen.

      2. **Wärmetauscher absaugen**

         Nur mit der Bürstendüse und nur in Richtung der Lamellen. Sie sind dünn wie Papier und scharf.

      > [!IMPORTANT]
      > **Keine Trocknertücher.** Sie sind in neun von zehn Fällen der Grund. Bälle aus Wolle machen dasselbe und hinterlassen nichts.
    `,
  },
  {
    key: "transportsicherung",
    locale: "de",
    state: "published",
    category: "washing-machines",
    tags: ["lenta-w5", "lenta-w7", "lenta-w9", "spin", "noise"],
    title: "Neu aufgestellt: Transportsicherung heraus, Füße fest",
    summary:
      "Wandert die neue Maschine beim Schleudern durchs Bad, sind fast immer noch die vier Schrauben auf der Rückseite drin.",
    durationMinutes: 10,
    appliesTo: ["Lenta W5", "Lenta W7", "Lenta W9"],
    tools: ["Schraubenschlüssel 13", "Wasserwaage"],
    owner: "kim-vogel",
    agoMinutes: 58 * day,
    checkedDaysAgo: 58,
    checkEveryDays: 365,
    sourceThread: "w5-wandert",
    sourceAnswers: [0, 1],
    helpful: 16,
    notHelpful: 1,
    views: 870,
    body: md`
      > [!WARNING]
      > **Nicht schleudern**, solange die Schrauben drin sind. Ein einziger Schleudergang kann die Federung beschädigen.

      1. **Vier Schrauben lösen**

         Auf der Rückseite, mit Kunststoffhülsen. Ganz herausdrehen und samt Hülse nach oben aus dem Schlitz ziehen.

      2. **Löcher verschließen**

         Die vier Kappen liegen im Beutel mit der Anleitung. Sie halten Lärm und kleine Finger draußen.

      3. **Füße einstellen**

         Wasserwaage auf den Deckel, längs und quer. Danach jede Kontermutter **nach oben** gegen das Gehäuse festziehen.

      4. **Eckenprobe**

         Nacheinander auf jede Ecke drücken. Nichts darf kippeln.

      Heben Sie Schrauben und Hülsen auf. Beim nächsten Umzug müssen sie wieder hinein.
    `,
  },
  {
    key: "ablaufschlauch",
    locale: "de",
    state: "published",
    category: "washing-machines",
    tags: ["lenta-w5", "lenta-w7", "lenta-w9"],
    title: "Ablaufschlauch richtig anschließen",
    summary:
      "Zu tief, zu hoch oder zu fest: Drei Fehler am Ablauf sorgen dafür, dass Wasser zurückläuft oder gar nicht erst hinauskommt.",
    durationMinutes: 8,
    appliesTo: ["Lenta W5", "Lenta W7", "Lenta W9"],
    tools: ["Schlauchschelle", "Schraubendreher", "Maßband"],
    owner: "deniz-aydin",
    agoMinutes: 320 * day,
    checkedDaysAgo: 120,
    checkEveryDays: 365,
    helpful: 12,
    notHelpful: 2,
    views: 940,
    body: md`
      # Die richtige Höhe

      | Anschluss              | Höhe über dem Boden | Darauf achten                          |
      | ---------------------- | ------------------- | -------------------------------------- |
      | Siphon am Waschbecken  | 60–100 cm           | Schelle, sonst rutscht der Schlauch ab |
      | Standrohr              | 60–90 cm            | höchstens 15 cm tief einstecken        |
      | Waschbecken, Badewanne | bis 100 cm          | Bogen einhängen und festbinden         |

      # Anschließen

      1. **Verschluss am Siphon prüfen**

         Bei neuen Siphons ist der Stutzen innen mit einer Scheibe verschlossen. Herausschneiden, sonst kommt nichts durch.

      2. **Schlauch aufstecken und sichern**

         Schelle handfest anziehen. Der Schlauch darf nicht knicken, auch nicht, wenn die Maschine an die Wand geschoben ist.

      3. **Probe**

         _Abpumpen_ starten. Gluckert es im Becken daneben, ist der Siphon halb zu, und die nächste volle Ladung steht auf dem Boden.
    `,
  },
];
