import { md } from "./md";
import type { SeedArticle } from "./types";

const day = 24 * 60;

export const articlesEnKitchen: SeedArticle[] = [
  {
    key: "descale-miro",
    locale: "en",
    translationOf: "miro-entkalken",
    state: "published",
    category: "coffee-machines",
    tags: ["miro-k2", "miro-k4", "descaling", "limescale"],
    title: "Descale your Miro, step by step",
    summary:
      "35 minutes, 30 of them without you. What may go in, what may not, and what to do when it stops halfway.",
    durationMinutes: 35,
    appliesTo: ["Miro K2", "Miro K4"],
    tools: ["descaler based on lactic or sulphamic acid", "1.5 litre container", "fresh water"],
    owner: "kim-vogel",
    agoMinutes: 255 * day,
    checkedDaysAgo: 5,
    checkEveryDays: 180,
    helpful: 18,
    notHelpful: 1,
    views: 1377,
    body: md`
      > [!WARNING]
      > **No citric acid, no vinegar.** With hot limescale citric acid forms a film that blocks the valves. Vinegar attacks the seals.

      # Prepare

      1. **Take off filter and milk hose**

         The water filter does not survive descaler. On the K4 take off the milk hose too.

      2. **Empty tray and container**

         Put a container for at least 1.5 litres under both spouts. This morning’s cup is not enough.

      # Descale

      1. **Mix in the tank**

         As it says on the pack, usually 100 ml to 900 ml of water. Dissolve powder completely first.

      2. **Start the programme**

         K2: hold _Steam_ and _Cup_ together for five seconds. K4: _Menu → Care → Descale_. It works in bursts with pauses, that is normal.

      3. **Rinse the tank and fill with water**

         When the tank symbol blinks: rinse, fill to the mark with fresh water, confirm. Ten minutes later it is done.

      4. **Throw two cups away**

         Hot water first, then a coffee. Then put the filter back.

      # How often?

      | Water hardness | without filter | with filter    |
      | -------------- | -------------- | -------------- |
      | up to 7 °dH    | every 6 months | not needed     |
      | 8–14 °dH       | every 3 months | every 6 months |
      | from 15 °dH    | every month    | every 3 months |

      # If it stops halfway

      Don’t switch off. Take the tank out, wait five seconds, push it in firmly. If \`H2O\` keeps blinking, there is air in the valve: lift the tank twice for a moment.
    `,
  },
  {
    key: "water-hardness",
    locale: "en",
    translationOf: "sola-enthaertung",
    state: "published",
    category: "cleaning-results",
    tags: ["sola-g4", "sola-g6", "limescale"],
    title: "White film: set the water softener of your Sola",
    summary:
      "Salt alone is not enough, the machine has to know how hard your water is. Set it once, and glasses come out clear.",
    durationMinutes: 10,
    appliesTo: ["Sola G4", "Sola G6"],
    tools: ["hardness from your water company", "dishwasher salt", "funnel"],
    owner: "kim-vogel",
    agoMinutes: 34 * day,
    checkedDaysAgo: 34,
    checkEveryDays: 365,
    helpful: 13,
    notHelpful: 1,
    views: 902,
    body: md`
      # Find out your hardness

      1. **Ask the water company**

         Their site gives the hardness for your street. 1 °dH is 17.8 ppm. Look again after you have moved.

      # Set it

      1. **Open the menu**

         Switch off. Hold _Start_ and switch on, until \`H:\` and two digits appear.

      2. **Choose the level**

         Step on with the programme key:

         | Water hardness        | Display | Salt lasts about |
         | --------------------- | :-----: | ---------------- |
         | up to 7 °dH (125 ppm) | \`H:00\`  | no salt needed   |
         | 8–14 °dH (250 ppm)    | \`H:02\`  | 3 months         |
         | 15–19 °dH (340 ppm)   | \`H:04\`  | 6 weeks          |
         | 20–25 °dH (445 ppm)   | \`H:05\`  | 1 month          |
         | from 26 °dH           | \`H:07\`  | 2–3 weeks        |

      3. **Save**

         Hold _Start_ for three seconds, until it beeps.

      # Fill in salt

      1. **Right before a wash**

         A little salt water spills over. If it stays there, the floor rusts. So fill and start at once.

      > [!IMPORTANT]
      > **No multi-tabs from 21 °dH.** The salt in them is not enough for hard water.
    `,
  },
  {
    key: "hob-demo-mode",
    locale: "en",
    state: "published",
    category: "hobs",
    tags: ["ardo-i4"],
    title: "Hob lights up but stays cold: leave demo mode",
    summary: "“dE” on a new I4 means it still thinks it is in the showroom. Two minutes and a fuse box.",
    durationMinutes: 3,
    appliesTo: ["Ardo I4"],
    tools: ["access to the fuse box"],
    owner: "kim-vogel",
    agoMinutes: 17 * day,
    checkedDaysAgo: 17,
    checkEveryDays: 365,
    sourceThread: "i4-demo",
    sourceAnswers: [0],
    helpful: 11,
    notHelpful: 0,
    views: 655,
    body: md`
      1. **Fuse off, ten seconds, fuse on**

         The code is only accepted in the first two minutes after that.

      2. **Two keys together**

         Switch the hob on, then hold **minus of the front left zone** and the **clock** until it beeps twice.

      3. **Check**

         \`dE\` has become \`--\`. Put on a pan with water: it should hum softly within seconds.

      > [!NOTE]
      > **Still cold with a pan on it?** If the display shows a \`U\` with a line, the pan is not suitable. A magnet has to stick to its base.
    `,
  },
  {
    key: "connect-app",
    locale: "en",
    translationOf: "app-verbinden",
    state: "published",
    category: "connecting",
    tags: ["wifi", "account"],
    title: "Connect an appliance to the app",
    summary: "Five minutes if the Wi-Fi plays along. Three settings of your router decide about that.",
    durationMinutes: 5,
    appliesTo: ["Lenta W7", "Lenta W9", "Lenta T8", "Sola G6", "Ardo B5", "Miro K4"],
    tools: ["phone with Bluetooth", "Wi-Fi password"],
    owner: "grace-okafor",
    agoMinutes: 15 * day,
    checkedDaysAgo: 4,
    checkEveryDays: 90,
    helpful: 17,
    notHelpful: 2,
    views: 1590,
    body: md`
      # Check first

      - The appliance only knows **2.4 GHz**. If your router sends both bands under one name, switch 5 GHz off for ten minutes.
      - Encryption **WPA2** or _WPA2/WPA3 mixed_. WPA3 alone won’t do.
      - On the phone: Bluetooth on, _VPN_ and _private DNS_ off.

      # Connect

      1. **Make the appliance ready**

         Switch on and hold _Remote start_ for three seconds. The Wi-Fi symbol blinks evenly.

      2. **Add it in the app**

         _Plus → Add appliance_. Stay next to it until it is found, a minute at most.

      3. **Choose the network**

         Enter the password. Mind capitals, and \`0\` and \`O\`.

      4. **Wait for the steady symbol**

         After that you can set everything back on the router. The appliance stays connected.

      Changed your router? Then [change the network](article:change-network) instead of adding it again.
    `,
  },
  {
    key: "change-network",
    locale: "en",
    state: "published",
    category: "connecting",
    tags: ["wifi", "account"],
    title: "New router: move your appliance without losing its history",
    summary:
      "Don’t delete it. The appliance forgets the network in ten seconds, and programmes and energy figures stay.",
    durationMinutes: 5,
    appliesTo: ["Lenta W7", "Lenta W9", "Lenta T8", "Sola G6", "Ardo B5", "Miro K4"],
    tools: ["phone with Bluetooth", "new Wi-Fi password"],
    owner: "grace-okafor",
    agoMinutes: 5 * day,
    checkedDaysAgo: 5,
    checkEveryDays: 90,
    sourceThread: "w9-offline-new-router",
    sourceAnswers: ["chat"],
    helpful: 14,
    notHelpful: 1,
    views: 541,
    body: md`
      1. **Forget the old network**

         At the appliance, switched on: hold _Remote start_ for ten seconds. The Wi-Fi symbol goes off, then blinks twice, pause, twice.

      2. **Allow Bluetooth**

         For the app, just for this, and stand next to the appliance.

      3. **Change network**

         Open the appliance in the app → three dots → _Change network_. Don’t use _Add appliance_, it will say that it belongs to your household already.

      4. **Choose the new network**

         2.4 GHz. Wait for the steady symbol.

      Figures from the days in between come along by themselves; the appliance keeps them for 30 days.
    `,
  },
  {
    key: "solar-start",
    locale: "en",
    state: "stale",
    category: "smart-home",
    tags: ["solar", "energy"],
    title: "Start with the sun: delayed start and solar power",
    summary:
      "Arm the machine in the evening and let it wait for your roof. Written for app 4.1, some names in the menus have changed since.",
    durationMinutes: 15,
    appliesTo: ["Lenta W7", "Lenta W9", "Lenta T8", "Sola G6"],
    tools: ["app Nordhang Home", "energy meter with an interface"],
    owner: "grace-okafor",
    agoMinutes: 500 * day,
    checkedDaysAgo: 230,
    checkEveryDays: 180,
    helpful: 8,
    notHelpful: 5,
    views: 1215,
    body: md`
      1. **Arm the machine**

         Load, choose the programme, press _Remote start_. This is needed once for every load.

      2. **Set the latest end**

         In the app: _Start by_, for example 15:00. Without sun it starts by itself in time.

      3. **Connect the meter**

         _Profile → Energy → Add source_. Choose your meter and wait for the first reading.

      4. **Set the threshold**

         1.8 kW for five minutes is a good beginning. Lower values let every cloud change the plan.
    `,
  },
];
