import { md } from "./md";
import type { SeedThread } from "./types";

const hour = 60;
const day = 24 * hour;

export const threadsDeWashing: SeedThread[] = [
  {
    key: "w7-e18",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "washing-machines",
    author: "miriam-kessler",
    title: "Lenta W7 pumpt nicht ab und zeigt E18 – Flusensieb ist schon sauber",
    body: md`
      Seit gestern bleibt unsere W7 kurz vor dem Schleudern stehen. Die Pumpe brummt etwa zehn Sekunden, dann piept es dreimal. In der Trommel stehen rund zehn Zentimeter Wasser.

      Das Flusensieb habe ich zweimal herausgenommen, darin lag nur eine Haarklammer. Der Ablaufschlauch ist nicht geknickt. Was kann ich noch prüfen, bevor ich den Kundendienst kommen lasse?
    `,
    agoMinutes: 7 * day + 130,
    tags: ["lenta-w7", "e18", "drain-pump"],
    facts: { appliance: "Lenta W7", errorCode: "E18", programme: "Baumwolle 40 °C", bought: "März 2023" },
    tried: ["Flusensieb gereinigt", "Schlauch geprüft", "10 Minuten ohne Strom"],
    meToo: 47,
    followers: 18,
    views: 11204,
    comments: [
      {
        author: "paul-reuter",
        afterMinutes: 23,
        body: "Kommt das Brummen auch, wenn Sie nur *Abpumpen* wählen?",
      },
      { author: "miriam-kessler", afterMinutes: 29, body: "Ja, genau gleich, und es klackert dabei leise." },
    ],
    accepted: 0,
    acceptedAfterMinutes: 17 * hour,
    answers: [
      {
        author: "jonas-wirth",
        afterMinutes: 49,
        helpful: 42,
        body: md`
          Wenn das Sieb sauber ist und die Pumpe brummt, klemmt fast immer etwas **hinter** dem Sieb am Flügelrad der Laugenpumpe. Von vorn sieht man es nur mit einer Lampe:

          1. Gerät ausschalten, Netzstecker ziehen, Restwasser über den Entleerungsschlauch ablassen.
          2. Sieb herausdrehen und in die Öffnung leuchten. Links hinten sitzt das Flügelrad.
          3. Das Rad mit einem Holzstab drehen. Es muss in Rucken weiterspringen. Sitzt es fest, steckt etwas dahinter; bei mir war es ein BH-Bügel.
          4. Sieb bis zum Anschlag einsetzen und das Programm _Abpumpen_ starten.
        `,
        comments: [
          {
            author: "miriam-kessler",
            afterMinutes: 17 * hour - 5,
            body: "Es war ein Zahnstocher mit einem Haargummi darum. Läuft wieder, sogar leiser als vorher. Danke!",
          },
          {
            author: "aylin-tekin",
            afterMinutes: 2 * day,
            body: "Bei mir war es ein Ein-Cent-Stück. Fünf Minuten, fertig. Danke!",
          },
          {
            author: "dieter-wolters",
            afterMinutes: 2 * day + 300,
            body: "Holzstab ist wichtig, mit dem Schraubendreher habe ich mir ein Blatt abgebrochen.",
          },
          {
            author: "hanna-fuchs",
            afterMinutes: 4 * day,
            body: "Rucken ist das entscheidende Wort. Ich dachte erst, meins sei kaputt, weil es nicht rund läuft.",
          },
        ],
      },
      {
        author: "deniz-aydin",
        official: true,
        afterMinutes: 2 * day + 13 * hour,
        helpful: 31,
        body: md`
          Jonas hat recht: In acht von zehn E18-Fällen steckt ein Fremdkörper am Flügelrad. Zwei Ergänzungen von uns:

          - Nach einem Kochwaschgang kann das Restwasser über 60 °C heiß sein. Bitte erst abkühlen lassen.
          - Bei Seriennummern von \`LW7-2304\` bis \`LW7-2311\` tauschen wir die Laugenpumpe kostenlos, auch nach Ablauf der Garantie. Die Nummer steht auf dem Typenschild in der Türöffnung. Wie das geht, steht [in den Neuigkeiten](thread:news-pumpentausch).
        `,
      },
      {
        author: "sabine-loeffler",
        afterMinutes: 5 * day + 2 * hour,
        helpful: 9,
        body: "Falls sich das Flügelrad frei dreht und es trotzdem nur brummt: Bei uns war der Stecker an der Pumpe lose. Das hat dann der Techniker gemacht, Dauer zehn Minuten.",
      },
    ],
  },
  {
    key: "w7-wasser-duplikat",
    locale: "de",
    kind: "question",
    state: "unanswered",
    category: "washing-machines",
    author: "karl-heinz-ott",
    title: "W7 Wasser bleibt drin!!!",
    body: "Pumpt nicht mehr ab, piept. Wäsche schwimmt. Was tun?",
    agoMinutes: 3 * day + 95,
    tags: ["lenta-w7", "e18"],
    facts: { appliance: "Lenta W7" },
    meToo: 2,
    views: 96,
    answers: [],
    duplicateOf: {
      key: "w7-e18",
      by: "lena-hartmann",
      afterMinutes: 38,
      reason:
        "Ihr Gerät zeigt dasselbe Bild wie bei Frau Kessler. Dort steht die Lösung Schritt für Schritt, und neue Antworten kommen auch bei Ihnen an.",
    },
  },
  {
    key: "w7-e18-wolle",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "washing-machines",
    author: "gudrun-maas",
    title: "E18 nur beim Programm Wolle",
    body: md`
      Merkwürdig: Unsere W7 zeigt \`E18\` ausschließlich bei _Wolle_. Baumwolle, Pflegeleicht, Kurz 30 laufen ohne Murren durch. Das Sieb ist sauber.

      Ich benutze seit Kurzem ein flüssiges Wollwaschmittel vom Drogeriemarkt, sonst habe ich nichts geändert.
    `,
    agoMinutes: 19 * day,
    tags: ["lenta-w7", "e18", "dosing"],
    facts: { appliance: "Lenta W7", errorCode: "E18", programme: "Wolle 30 °C", bought: "2021" },
    tried: ["Flusensieb gereinigt", "Anderes Programm"],
    meToo: 6,
    views: 812,
    accepted: 1,
    acceptedAfterMinutes: 2 * day,
    answers: [
      {
        author: "malte-hinrichs",
        afterMinutes: 90,
        helpful: 1,
        body: "Vielleicht verstopft die Wolle das Sieb? Bei uns kamen immer Fussel mit.",
        comments: [
          {
            author: "gudrun-maas",
            afterMinutes: 110,
            body: "Das Sieb ist auch direkt nach so einem Abbruch leer.",
          },
        ],
      },
      {
        author: "jonas-wirth",
        afterMinutes: 5 * hour,
        helpful: 12,
        body: md`
          Das ist Schaum. Wollwaschmittel schäumt stark, und _Wolle_ wäscht mit viel Wasser und wenig Bewegung, da baut er sich nicht ab. Die Pumpe zieht dann Luft statt Wasser, die Maschine sieht keinen sinkenden Pegel und meldet \`E18\`.

          Probe: Nach dem Abbruch durch die Scheibe schauen. Steht Schaum bis zur Mitte, **halbe Menge** nehmen. Sofort hilft: eine Tasse kaltes Wasser mit einem Esslöffel Essig ins Fach, zehn Minuten warten, _Abpumpen_.
        `,
        comments: [
          {
            author: "gudrun-maas",
            afterMinutes: 2 * day - 20,
            body: "Halbe Kappe, kein Fehler mehr. Die Pullover sind auch weicher. Da muss man erst mal draufkommen.",
          },
        ],
      },
      {
        author: "beate-ostermann",
        afterMinutes: 3 * day,
        helpful: 7,
        body: "Zum Essig: einmal als Nothilfe ja, bitte nicht bei jeder Wäsche. Essigsäure greift auf Dauer die Gummidichtungen an. Ein Spritzer Weichspüler bricht den Schaum genauso.",
      },
    ],
  },
  {
    key: "w9-kindersicherung",
    locale: "de",
    kind: "question",
    state: "answered",
    category: "washing-machines",
    author: "tobias-ernst",
    title: "Kindersicherung an der Lenta W9 lässt sich nicht ausschalten",
    body: md`
      Meine Söhne (2½, beide!) haben es geschafft, die Kindersicherung einzuschalten. Ich habe es nicht geschafft, sie wieder auszuschalten.

      Im Display steht \`CL\`, alle Tasten außer _Ein/Aus_ sind tot. In der Anleitung steht „Symboltasten 3 s halten“, aber welche?
    `,
    agoMinutes: 4 * hour + 10,
    tags: ["lenta-w9", "child-lock"],
    facts: { appliance: "Lenta W9", errorCode: "CL", bought: "September 2025" },
    tried: ["10 Minuten ohne Strom", "Alle Tasten einzeln gehalten"],
    meToo: 5,
    views: 64,
    answers: [
      {
        author: "aylin-tekin",
        afterMinutes: 71,
        helpful: 4,
        body: "*Temperatur* und *Schleudern* **gleichzeitig** halten, bis der Ton kommt. Sind die beiden mit dem kleinen Schlüssel zwischen sich, ganz schwach aufgedruckt. Und Strom ziehen hilft nicht, sie merkt sich das absichtlich.",
      },
    ],
  },
  {
    key: "w7-schimmel",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "washing-machines",
    author: "halina-nowak",
    title: "Schimmel an der Türdichtung der Lenta W7 entfernen",
    body: md`
      In der unteren Falte der Dichtung sind schwarze Punkte, die sich nicht wegwischen lassen, und die Wäsche riecht nach dem Trocknen leicht muffig.

      Wir waschen fast nur 30 °C, die Tür steht danach offen. Chlorreiniger möchte ich wegen der Kinder nicht nehmen. Geht das noch weg, oder muss die Dichtung neu?
    `,
    agoMinutes: 33 * day,
    tags: ["lenta-w7", "door-seal", "smell"],
    facts: { appliance: "Lenta W7", bought: "2020" },
    tried: ["Mit Spülmittel gewischt", "Tür offen gelassen"],
    meToo: 29,
    followers: 9,
    views: 5320,
    accepted: 0,
    acceptedAfterMinutes: 9 * day,
    answers: [
      {
        author: "sabine-loeffler",
        afterMinutes: 3 * hour,
        helpful: 26,
        body: md`
          Nach acht Jahren Ferienwohnung meine Reihenfolge:

          1. Küchenpapier mit **Wasserstoffperoxid 3 %** (Apotheke) tränken, in die Falte legen, zwei Stunden liegen lassen. Handschuhe, Fenster auf.
          2. Mit einer alten Zahnbürste nachgehen, auch die drei Ablauflöcher unten. Die sind meistens zu, deshalb steht dort Wasser.
          3. _Trommelreinigung_ bei 90 °C, leer, ohne Waschmittel.
          4. Ab dann einmal im Monat 60 °C mit **Pulver** statt flüssig. Das Bleichmittel steckt nur im Pulver.

          Was danach noch schwarz ist, ist Verfärbung im Gummi und kein lebender Schimmel mehr. Neu muss die Dichtung erst, wenn sie klebrig wird oder reißt.
        `,
        comments: [
          {
            author: "halina-nowak",
            afterMinutes: 9 * day - 30,
            body: "Eine Woche später: Geruch weg, Punkte fast. Die Ablauflöcher waren komplett zu.",
          },
          {
            author: "wiebke-janssen",
            afterMinutes: 12 * day,
            body: "Das mit dem Pulver sollte auf der Maschine stehen.",
          },
        ],
      },
      {
        author: "beate-ostermann",
        afterMinutes: 7 * hour,
        helpful: 11,
        body: "Ergänzung aus der Chemie: Peroxid und Essig nie nacheinander ohne Spülen dazwischen. Es entsteht Peressigsäure, die beißt ordentlich.",
      },
      {
        author: "deniz-aydin",
        official: true,
        afterMinutes: 20 * hour,
        helpful: 8,
        body: "Genau so empfehlen wir es auch. Wenn die Dichtung doch getauscht werden muss: Bei der W5 und W7 geht das ohne Spezialwerkzeug, siehe [Türdichtung wechseln](article:tuerdichtung-wechseln).",
      },
    ],
  },
  {
    key: "w5-wandert",
    locale: "de",
    kind: "question",
    state: "solved",
    category: "washing-machines",
    author: "yannick-brehm",
    title: "neue W5 wandert beim schleudern durchs bad",
    body: "gestern geliefert, heute erste wäsche, beim schleudern ist sie 40 cm gelaufen und hat den stecker gezogen. ist das normal??",
    agoMinutes: 61 * day,
    tags: ["lenta-w5", "spin", "noise"],
    facts: { appliance: "Lenta W5", programme: "Baumwolle 60 °C" },
    meToo: 8,
    views: 1490,
    accepted: 0,
    acceptedAfterMinutes: 55,
    answers: [
      {
        author: "paul-reuter",
        afterMinutes: 12,
        helpful: 17,
        body: "Transportsicherungen! Hinten, vier Schrauben mit Kunststoffhülsen. **Nicht noch einmal schleudern**, bevor die draußen sind. Danach die Füße mit der Wasserwaage stellen und die Kontermuttern nach oben festziehen.",
        comments: [
          {
            author: "yannick-brehm",
            afterMinutes: 54,
            body: "ok die lagen nicht bei, die waren noch drin. jetzt steht sie wie ein stein. etwas peinlich",
          },
        ],
      },
      {
        author: "jonas-wirth",
        afterMinutes: 44,
        helpful: 9,
        body: "Muss nicht peinlich sein, das ist der häufigste Anruf in den ersten drei Tagen. Schrauben aufheben, beim Umzug brauchen Sie sie wieder.",
      },
    ],
  },
];
