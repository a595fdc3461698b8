import { md } from "./md";
import type { SeedArticle } from "./types";

const day = 24 * 60;

export const articlesDeApp: SeedArticle[] = [
  {
    key: "app-verbinden",
    locale: "de",
    state: "published",
    category: "connecting",
    tags: ["wifi", "account"],
    title: "Gerät mit der App verbinden",
    summary: "Fünf Minuten, wenn das WLAN mitspielt. Drei Einstellungen am Router entscheiden darüber.",
    durationMinutes: 5,
    appliesTo: ["Lenta W7", "Lenta W9", "Lenta T8", "Sola G6", "Ardo B5", "Miro K4"],
    tools: ["Handy mit Bluetooth", "WLAN-Passwort"],
    owner: "grace-okafor",
    agoMinutes: 16 * day + 400,
    checkedDaysAgo: 8,
    checkEveryDays: 90,
    sourceThread: "app-findet-nicht",
    sourceAnswers: [0],
    helpful: 31,
    notHelpful: 4,
    views: 4120,
    body: md`
      # Vorher prüfen

      - Das Gerät kann nur **2,4 GHz**. Sendet Ihr Router beide Bänder unter einem Namen, 5 GHz für zehn Minuten ausschalten.
      - Verschlüsselung **WPA2** oder _WPA2/WPA3 gemischt_. Nur WPA3 genügt nicht.
      - Am Handy Bluetooth ein, _VPN_ und _privates DNS_ aus.

      # Verbinden

      1. **Gerät in Bereitschaft bringen**

         Einschalten und _Fernstart_ drei Sekunden halten. Das WLAN-Symbol blinkt gleichmäßig.

      2. **In der App hinzufügen**

         _Plus → Gerät hinzufügen_. Neben dem Gerät stehen bleiben, bis es gefunden ist, das dauert höchstens eine Minute.

      3. **Netz wählen**

         Passwort eingeben. Achten Sie auf Groß- und Kleinschreibung und auf \`0\` und \`O\`.

      4. **Warten, bis das Symbol ruhig leuchtet**

         Danach können Sie am Router alles zurückstellen. Das Gerät bleibt verbunden.

      # Wenn es nicht klappt

      Steht beim Hinzufügen „gehört bereits zu einem Haushalt“, lassen Sie sich [einladen](thread:app-zweites-konto), statt es neu anzumelden.
    `,
  },
  {
    key: "typenschild",
    locale: "de",
    state: "published",
    category: "orders",
    tags: ["spare-parts"],
    title: "Das Typenschild finden und lesen",
    summary: "Eine Nummer, und wir wissen, welches Gerät vor Ihnen steht. Hier klebt sie.",
    durationMinutes: 2,
    appliesTo: ["alle Geräte"],
    tools: ["Lampe"],
    owner: "stefan-pohl",
    agoMinutes: 400 * day,
    checkedDaysAgo: 60,
    checkEveryDays: 365,
    helpful: 19,
    notHelpful: 0,
    views: 1980,
    body: md`
      | Gerät            | Wo das Schild klebt                       | Beginnt mit            |
      | ---------------- | ----------------------------------------- | ---------------------- |
      | Lenta W5, W7, W9 | in der Türöffnung, unten                  | \`LW5-\`, \`LW7-\`, \`LW9-\` |
      | Lenta T6, T8     | in der Türöffnung, rechts                 | \`LT6-\`, \`LT8-\`         |
      | Sola G4, G6      | Innenkante der Tür, rechts                | \`SG4-\`, \`SG6-\`         |
      | Ardo B3, B5      | Rahmen hinter der offenen Tür, links      | \`AB3-\`, \`AB5-\`         |
      | Ardo I4          | Unterseite, und auf Seite 2 der Anleitung | \`AI4-\`                 |
      | Miro K2, K4      | unter der Abtropfschale                   | \`MK2-\`, \`MK4-\`         |

      Die vier Ziffern danach sind Jahr und Monat: \`LW7-2307\` wurde im Juli 2023 gebaut. Der Rest ist die laufende Nummer.

      > [!IMPORTANT]
      > **Bitte nicht öffentlich schreiben.** Jahr und Monat genügen in einer Frage. Die ganze Nummer brauchen nur wir, im privaten Gespräch.
    `,
  },
];
