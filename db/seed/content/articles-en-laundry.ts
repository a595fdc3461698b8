import { md } from "./md";
import type { SeedArticle } from "./types";

const day = 24 * 60;

export const articlesEnLaundry: SeedArticle[] = [
  {
    key: "clean-filter",
    locale: "en",
    translationOf: "flusensieb-reinigen",
    state: "published",
    category: "washing-machines",
    tags: ["lenta-w5", "lenta-w7", "lenta-w9", "e18", "drain-pump", "filter"],
    title: "Clean the filter and drain pump of your Lenta",
    summary: "If water stays in the drum or the display shows E18, this helps in eight cases out of ten.",
    durationMinutes: 15,
    appliesTo: ["Lenta W5", "Lenta W7", "Lenta W9"],
    tools: ["flat dish", "cloth", "torch", "wooden stick"],
    owner: "marcus-bell",
    agoMinutes: 3 * day,
    checkedDaysAgo: 2,
    checkEveryDays: 180,
    helpful: 22,
    notHelpful: 2,
    views: 1804,
    body: md`
      > [!WARNING]
      > **Hot water.** After a boil wash let the machine cool down for at least an hour, and pull the plug.

      # Drain what is left

      1. **Open the flap at the base**

         It sits at the front, bottom right. Lever it open with a coin at the upper edge. Behind it: the drain hose on the left, the filter on the right.

      2. **Hold the hose into the dish**

         Pull the hose out about ten centimetres, take off the stopper and let the water run in stages. Expect up to eight litres.

      # Unscrew the filter

      1. **Turn anticlockwise**

         Put a cloth underneath, turn slowly and pull straight out. Rinse it under the tap, wipe thread and seal.

      # Check the pump wheel

      1. **Shine a light inside**

         The wheel of the drain pump is at the back, to the left. You won’t see it without a torch. Hair, coins and bra wires are nearly always there and not in the filter.

      2. **Turn it with the wooden stick**

         It has to move in small clicks. That is how it should be, it is a magnet. If it is stuck, pull the object out with tweezers. Don’t lever with metal, the blades break easily.

      # Put it together and test

      1. **Screw the filter in to the stop**

         The grip is upright then. Stopper on, hose back into its holder, close the flap.

      2. **Start Drain**

         Plug in and choose _Drain_. After a minute look whether everything is dry around the flap.

      # If E18 comes back

      - Serial number \`LW7-2304\` to \`LW7-2311\`? We [change the pump free of charge](thread:news-pump-exchange).
      - If the wheel turns freely and the pump still hums, somebody has to look at its plug. That is our job.
    `,
  },
  {
    key: "no-spin",
    locale: "en",
    state: "published",
    category: "washing-machines",
    tags: ["lenta-w5", "lenta-w7", "lenta-w9", "spin", "unb"],
    title: "When the drum does not spin: five checks in the right order",
    summary:
      "Spin is skipped while water is left inside. Check the hose, the filter and the pump wheel first, then load balance and the door lock.",
    durationMinutes: 10,
    appliesTo: ["Lenta W5", "Lenta W7", "Lenta W9"],
    tools: ["torch", "two towels"],
    owner: "marcus-bell",
    agoMinutes: 24 * day,
    checkedDaysAgo: 2,
    checkEveryDays: 180,
    sourceThread: "w7-14-minutes",
    sourceAnswers: [1, 2],
    helpful: 24,
    notHelpful: 3,
    views: 2033,
    body: md`
      1. **Is there water in the drum?**

         Then it won’t spin, on purpose. Start _Drain_. If it hums and the water stays, [clean the filter and pump](article:clean-filter).

      2. **Is the hose free?**

         No kink behind the machine, and no plug of softener where it meets the sink trap.

      3. **Does the display say \`Unb\`?**

         One heavy item cannot be balanced. Add two towels and start _Spin_ again.

      4. **Is _Gentle_ on?**

         The feather limits the spin to 400, and the machine remembers it from last time. _Delicates_ and _Wool_ do the same.

      5. **Does the door click?**

         Close it firmly with your knee. If you hear no click, something is caught in the seal.

      All five fine and it still doesn’t spin? Tell us which of them you checked, and we skip them.
    `,
  },
  {
    key: "type-plate",
    locale: "en",
    translationOf: "typenschild",
    state: "published",
    category: "orders",
    tags: ["spare-parts"],
    title: "Find and read the type plate",
    summary: "One number, and we know which appliance is in front of you. This is where it sticks.",
    durationMinutes: 2,
    appliesTo: ["all appliances"],
    tools: ["torch"],
    owner: "stefan-pohl",
    agoMinutes: 398 * day,
    checkedDaysAgo: 60,
    checkEveryDays: 365,
    helpful: 9,
    notHelpful: 0,
    views: 720,
    body: md`
      | Appliance        | Where it sticks                     | Begins with            |
      | ---------------- | ----------------------------------- | ---------------------- |
      | Lenta W5, W7, W9 | door opening, at the bottom         | \`LW5-\`, \`LW7-\`, \`LW9-\` |
      | Lenta T6, T8     | door opening, on the right          | \`LT6-\`, \`LT8-\`         |
      | Sola G4, G6      | inner edge of the door, right       | \`SG4-\`, \`SG6-\`         |
      | Ardo B3, B5      | frame behind the open door, left    | \`AB3-\`, \`AB5-\`         |
      | Ardo I4          | underside, and page 2 of the manual | \`AI4-\`                 |
      | Miro K2, K4      | under the drip tray                 | \`MK2-\`, \`MK4-\`         |

      The four digits that follow are year and month: \`LW7-2307\` was built in July 2023. The rest is a running number.

      > [!IMPORTANT]
      > **Please don’t post it in public.** Year and month are enough in a question. Only we need the whole number, in private.
    `,
  },
];
