import { md } from "./md";
import type { SeedArticle } from "./types";

const day = 24 * 60;

export const articlesDeKitchen: SeedArticle[] = [
  {
    key: "miro-entkalken",
    locale: "de",
    state: "published",
    category: "coffee-machines",
    tags: ["miro-k2", "miro-k4", "descaling", "limescale"],
    title: "Miro entkalken, Schritt für Schritt",
    summary:
      "35 Minuten, davon 30 ohne Sie. Was hinein darf, was nicht, und was zu tun ist, wenn das Programm mittendrin stehen bleibt.",
    durationMinutes: 35,
    appliesTo: ["Miro K2", "Miro K4"],
    tools: [
      "Entkalker auf Milchsäure- oder Amidosulfonsäurebasis",
      "Gefäß mit 1,5 Litern",
      "frisches Wasser",
    ],
    owner: "kim-vogel",
    agoMinutes: 260 * day,
    checkedDaysAgo: 5,
    checkEveryDays: 180,
    helpful: 33,
    notHelpful: 2,
    views: 2987,
    body: md`
      > [!WARNING]
      > **Keine Zitronensäure, kein Essig.** Zitronensäure bildet mit heißem Kalk einen Belag, der die Ventile zusetzt. Essig greift die Dichtungen an.

      # Vorbereiten

      1. **Filter und Milchschlauch abnehmen**

         Den Wasserfilter aus dem Tank nehmen, er verträgt keinen Entkalker. Bei der K4 auch den Milchschlauch abziehen.

      2. **Schale und Behälter leeren**

         Ein Gefäß mit mindestens 1,5 Litern unter beide Ausläufe stellen. Die Tasse von heute Morgen reicht nicht.

      # Entkalken

      1. **Mischung in den Tank**

         Nach Packung, meist 100 ml auf 900 ml Wasser. Pulver vorher vollständig auflösen.

      2. **Programm starten**

         K2: _Dampf_ und _Tasse_ zusammen fünf Sekunden halten. K4: _Menü → Pflege → Entkalken_. Die Maschine arbeitet in Schüben mit Pausen, das gehört so.

      3. **Tank spülen und mit Wasser füllen**

         Wenn das Tanksymbol blinkt: ausspülen, bis zur Marke mit frischem Wasser füllen, bestätigen. Nach zehn Minuten ist sie fertig.

      4. **Zwei Tassen wegschütten**

         Heißes Wasser, dann ein Kaffee. Danach Filter wieder einsetzen.

      # Wie oft?

      | Wasserhärte | ohne Filter   | mit Filter    |
      | ----------- | ------------- | ------------- |
      | bis 7 °dH   | alle 6 Monate | nicht nötig   |
      | 8–14 °dH    | alle 3 Monate | alle 6 Monate |
      | ab 15 °dH   | jeden Monat   | alle 3 Monate |

      # Wenn sie mittendrin stehen bleibt

      Nicht ausschalten. Tank herausnehmen, fünf Sekunden warten, fest einsetzen. Blinkt \`H2O\` weiter, sitzt eine Luftblase im Ventil: Tank zweimal kurz anheben, dann zieht sie wieder.
    `,
  },
  {
    key: "sola-enthaertung",
    locale: "de",
    state: "published",
    category: "cleaning-results",
    tags: ["sola-g4", "sola-g6", "limescale"],
    title: "Weißer Belag: die Enthärtung der Sola einstellen",
    summary:
      "Salz allein genügt nicht, die Maschine muss auch wissen, wie hart Ihr Wasser ist. Einmal einstellen, danach sind die Gläser klar.",
    durationMinutes: 10,
    appliesTo: ["Sola G4", "Sola G6"],
    tools: ["Wasserhärte vom Wasserwerk", "Spezialsalz", "Trichter"],
    owner: "kim-vogel",
    agoMinutes: 36 * day,
    checkedDaysAgo: 36,
    checkEveryDays: 365,
    sourceThread: "g6-weisser-belag",
    sourceAnswers: [0],
    helpful: 29,
    notHelpful: 1,
    views: 2410,
    body: md`
      # Wasserhärte herausfinden

      1. **Beim Wasserwerk nachsehen**

         Auf der Webseite steht die Härte für Ihre Straße in °dH. Nach einem Umzug immer neu nachsehen.

      # Einstellen

      1. **Menü öffnen**

         Gerät ausschalten. _Start_ gedrückt halten und einschalten, bis \`H:\` und zwei Ziffern erscheinen.

      2. **Stufe wählen**

         Mit der Programmtaste weiterschalten:

         | Wasserhärte | Anzeige | Salz reicht etwa |
         | ----------- | :-----: | ---------------- |
         | bis 7 °dH   | \`H:00\`  | kein Salz nötig  |
         | 8–14 °dH    | \`H:02\`  | 3 Monate         |
         | 15–19 °dH   | \`H:04\`  | 6 Wochen         |
         | 20–25 °dH   | \`H:05\`  | 1 Monat          |
         | ab 26 °dH   | \`H:07\`  | 2–3 Wochen       |

      3. **Speichern**

         _Start_ drei Sekunden halten, bis der Ton kommt.

      # Salz auffüllen

      1. **Direkt vor einem Spülgang**

         Beim Einfüllen läuft etwas Salzwasser über. Bleibt es stehen, rostet der Boden. Also einfüllen und gleich starten.

      > [!IMPORTANT]
      > **Ab 21 °dH keine Multitabs.** Das Salz darin reicht für hartes Wasser nicht aus.
    `,
  },
  {
    key: "sola-e15",
    locale: "de",
    state: "draft",
    category: "dishwashers",
    tags: ["sola-g4", "sola-g6", "e15"],
    title: "E15 an der Sola: Wasser in der Bodenwanne",
    summary:
      "Die Maschine schützt Ihre Wohnung. Ob es ein Leck ist oder nur Schaum, sehen Sie in zehn Minuten.",
    durationMinutes: 40,
    appliesTo: ["Sola G4", "Sola G6"],
    tools: ["Torx 15", "Schwamm", "Handtücher", "Speisesalz"],
    owner: "kim-vogel",
    agoMinutes: 4 * day,
    checkEveryDays: 180,
    sourceThread: "g6-e15",
    sourceAnswers: ["chat"],
    body: md`
      > [!WARNING]
      > **Zuerst Wasserhahn zu und Sicherung aus.** Wird die Pfütze danach nicht größer, ist kein Schlauch geplatzt.

      1. **Sockelblende abnehmen**

         Zwei Schrauben, Torx 15. Dahinter sehen Sie die Bodenwanne.

      2. **Schaum oder klares Wasser?**

         Schaum kommt von Handspülmittel. Klares Wasser kommt von einer undichten Stelle: dann Hahn zu lassen und uns rufen.

      3. **Wanne trocknen**

         Mit Schwamm und Handtüchern, bis sie ganz trocken ist. Erst dann geht \`E15\` aus.

      4. **Schaum herausspülen**

         Zwei Esslöffel Salz in den Innenraum, zweimal _Vorspülen_ ohne Reiniger.
    `,
  },
  {
    key: "pyrolyse",
    locale: "de",
    state: "in_review",
    category: "ovens",
    tags: ["ardo-b5", "pyrolysis", "smell"],
    title: "Die erste Pyrolyse, ohne Schreck",
    summary:
      "Was vorher heraus muss, warum es beim ersten Mal riecht, und warum Vögel nicht in die Küche gehören.",
    durationMinutes: 150,
    appliesTo: ["Ardo B5"],
    tools: ["feuchtes Tuch"],
    owner: "kim-vogel",
    agoMinutes: 20 * day,
    checkEveryDays: 180,
    sourceThread: "b5-pyrolyse",
    sourceAnswers: [0, 1],
    body: md`
      > [!WARNING]
      > **Vögel aus der Wohnung oder weit weg von der Küche.** Die Dämpfe können für sie lebensgefährlich sein, bei jedem Hersteller.

      # Vorher

      1. **Alles heraus**

         Bleche, Rost, **seitliche Gitter**, Kerntemperaturfühler. Was drinbleibt, wird dauerhaft matt.

      2. **Groben Schmutz abwischen**

         Fettpfützen rauchen stark. Ein feuchtes Tuch genügt, kein Backofenspray.

      3. **Fenster auf, Kinder und Tiere hinaus**

         Die Tür wird außen bis 70 °C warm.

      # Währenddessen

      1. **Stufe 1 beim ersten Mal**

         Schutzöle von der Herstellung brennen ab. Es riecht stechend und darf leicht rauchen, etwa eine Stunde.

      2. **Tür bleibt zu**

         Sie entriegelt von selbst unter 260 °C. Abbrechen ist erlaubt, öffnen dauert trotzdem rund 40 Minuten.

      # Danach

      1. **Asche auswischen**

         Erst wenn der Innenraum kalt ist, mit einem feuchten Tuch.
    `,
  },
];
