import { md } from "./md";
import type { SeedThread } from "./types";

const hour = 60;
const day = 24 * hour;

export const threadsEnLaundry: SeedThread[] = [
  {
    key: "w7-14-minutes",
    locale: "en",
    kind: "question",
    state: "solved",
    category: "washing-machines",
    author: "anna-lindqvist",
    title: "W7 stops with 14 minutes left and will not spin",
    body: md`
      It hums for a few seconds, beeps three times and stops at **0:14**. It started on Thursday, after a load of towels, and I can hear something rattle when I tip the front up a little.

      The water stays in. If I choose _Drain and spin_ it does exactly the same. Is there anything I can do before I book a technician?
    `,
    agoMinutes: 29 * day,
    tags: ["lenta-w7", "spin", "drain-pump", "e18"],
    facts: { appliance: "Lenta W7", errorCode: "E18", programme: "Cotton 60 °C", bought: "2023" },
    tried: ["Cleaned the filter", "Checked the hose"],
    meToo: 31,
    followers: 8,
    views: 4410,
    comments: [
      {
        author: "owen-hartley",
        afterMinutes: 20,
        body: "Does the rattle change when you turn the drum by hand?",
      },
      { author: "anna-lindqvist", afterMinutes: 26, body: "No, it comes from low down on the right." },
    ],
    accepted: 1,
    acceptedAfterMinutes: 9 * hour,
    answers: [
      {
        author: "emily-carter",
        afterMinutes: 32,
        helpful: 2,
        body: "Have you tried a shorter programme? Mine skips the spin when I overload it.",
      },
      {
        author: "ines-moreau",
        afterMinutes: 75,
        helpful: 34,
        body: md`
          The machine refuses to spin as long as the sensor reports water. Behind the filter sits the pump wheel, and that is where my sock was.

          1. Switch off, pull the plug, drain the rest into a flat dish.
          2. Unscrew the filter and shine a light inside, to the left.
          3. Turn the wheel with a wooden stick until it moves freely. It should click from step to step, like a stiff dial.
          4. Close the filter firmly and start _Drain and spin_.
        `,
        comments: [
          {
            author: "anna-lindqvist",
            afterMinutes: 9 * hour - 6,
            body: "Two euros and ten cents in coins. I consider it the repair fee. Thank you!",
          },
          {
            author: "nora-kovacs",
            afterMinutes: 6 * day,
            body: "Bra wire here. The light is the trick, I had looked three times without one.",
          },
        ],
      },
      {
        author: "claire-bennett",
        afterMinutes: 4 * day,
        helpful: 5,
        body: "If nothing is in there and the wheel spins freely: look at the drain hose where it meets the sink trap. Ours was glued shut with fabric softener.",
      },
      {
        author: "grace-okafor",
        official: true,
        afterMinutes: 18 * day,
        helpful: 12,
        body: "Spot on, Ines. News since then: if your W7 is from 2023, please look at the serial number in the door opening: for `LW7-2304` to `LW7-2311` [we change the pump free of charge](thread:news-pump-exchange).",
      },
    ],
  },
  {
    key: "w7-water-duplicate",
    locale: "en",
    kind: "question",
    state: "unanswered",
    category: "washing-machines",
    author: "ravi-menon",
    title: "Washing machine full of water, beeps 3 times",
    body: "W7. It stopped near the end, the clothes are under water, three beeps. I don't want to flood the kitchen by opening it.",
    agoMinutes: 13 * day,
    tags: ["lenta-w7"],
    facts: { appliance: "Lenta W7" },
    meToo: 1,
    views: 74,
    answers: [],
    duplicateOf: {
      key: "w7-14-minutes",
      by: "marcus-bell",
      afterMinutes: 22,
      reason:
        "Three beeps and standing water are the same story as Anna’s. Her solution begins with draining safely, so the kitchen stays dry.",
    },
  },
  {
    key: "w7-unb",
    locale: "en",
    kind: "question",
    state: "answered",
    category: "washing-machines",
    author: "george-whitcombe",
    title: "Lenta W7: “Unb” on the display, load out of balance",
    body: md`
      I read the manual, page 38: “\`Unb\`: distribute laundry evenly.” I have distributed one bath mat in every way that one bath mat can be distributed.

      It turns slowly left, slowly right, for twenty minutes, then gives up. How does one balance a single heavy item?
    `,
    agoMinutes: 36 * hour,
    tags: ["lenta-w7", "unb", "spin"],
    facts: { appliance: "Lenta W7", errorCode: "Unb", programme: "Cotton 40 °C", bought: "2022" },
    tried: ["Rearranged the load", "Levelled the feet"],
    meToo: 28,
    followers: 3,
    views: 512,
    answers: [
      {
        author: "deniz-aydin",
        official: true,
        afterMinutes: 4 * hour,
        helpful: 17,
        body: "You don’t: one heavy item alone cannot be levelled. Add two towels and start *Spin* again. If `Unb` stays even with a mixed load, check that the **transport bolts** are out and that no foot floats: press on each corner, nothing may rock.",
        comments: [
          {
            author: "george-whitcombe",
            afterMinutes: 5 * hour,
            body: "The bath mat now has company. I suggest this sentence for page 38.",
          },
        ],
      },
      {
        author: "hannah-oneill",
        afterMinutes: 7 * hour,
        helpful: 4,
        body: "Dog towels work best, they are heavy when wet. That is the only good thing about dog towels.",
      },
    ],
  },
  {
    key: "spin-400",
    locale: "en",
    kind: "question",
    state: "answered",
    category: "washing-machines",
    author: "emily-carter",
    title: "Spin speed stays at 400 although 1400 is set",
    body: "Display says 1400, then it spins like a tired windmill and everything comes out dripping. Only sometimes, I can't see a pattern.",
    agoMinutes: 5 * day + 30,
    tags: ["lenta-w7", "spin"],
    facts: { appliance: "Lenta W7", programme: "Delicates" },
    meToo: 6,
    views: 290,
    answers: [
      {
        author: "ines-moreau",
        afterMinutes: 50,
        helpful: 6,
        body: "With *Delicates* the drum is limited to 400, whatever you set. Choose *Cotton* or turn off **Gentle** (the feather). The display shows your wish, not the plan, which is not very clever.",
      },
      {
        author: "joris-bakker",
        afterMinutes: 9 * hour,
        helpful: 1,
        body: "Also the machine remembers *Gentle* from last time. That is your missing pattern.",
      },
    ],
  },
  {
    key: "w7-grinding",
    locale: "en",
    kind: "question",
    state: "unanswered",
    category: "washing-machines",
    author: "owen-hartley",
    title: "W7 pumps fine but makes a grinding noise when the spin starts",
    body: md`
      Bought in 2021, about 900 washes. The noise begins at roughly 600 rpm and gets louder up to 1000, then it turns into a hum. Empty drum: the same, a bit quieter.

      Thin walls here, so I now wash at noon only. Bearings? Or is there something cheaper it could be?
    `,
    agoMinutes: 40,
    tags: ["lenta-w7", "spin", "noise"],
    facts: { appliance: "Lenta W7", programme: "Cotton 40 °C", bought: "2021" },
    tried: ["Checked transport bolts", "Levelled the feet", "Empty drum"],
    meToo: 2,
    views: 14,
    answers: [],
  },
  {
    key: "w5-drawer",
    locale: "en",
    kind: "question",
    state: "solved",
    category: "laundry-care",
    author: "tomasz-lis",
    title: "Powder stays in the drawer",
    body: "Every wash. Wet lump of powder. W5. Annoying.",
    agoMinutes: 24 * day,
    tags: ["lenta-w5", "dosing"],
    facts: { appliance: "Lenta W5" },
    meToo: 9,
    views: 655,
    accepted: 0,
    acceptedAfterMinutes: 30 * hour,
    answers: [
      {
        author: "siobhan-daly",
        afterMinutes: 2 * hour,
        helpful: 11,
        body: "Take the drawer out (press the tab, pull), then look **up** inside: there is a row of small holes where the water comes from. Half of mine were limed shut. Old toothbrush and descaler, done. If they are all open, the tap is not: the W5 wants it fully open.",
        comments: [{ author: "tomasz-lis", afterMinutes: 30 * hour - 2, body: "Holes. Fixed. Thx" }],
      },
    ],
  },
  {
    key: "t6-four-hours",
    locale: "en",
    kind: "question",
    state: "rejected",
    category: "tumble-dryers",
    author: "aisha-rahman",
    title: "T6 takes four hours for a load that used to take two",
    body: "Since about October. Filter is clean, condenser is clean, the tank fills up normally. Clothes are dry at the end, it just takes for ever. Spin is 1400, so they don't go in wet.",
    agoMinutes: 4 * day + 60,
    tags: ["lenta-t6", "filter", "energy"],
    facts: { appliance: "Lenta T6", programme: "Cotton cupboard dry", bought: "2020" },
    tried: ["Cleaned the filter", "Vacuumed the condenser", "Smaller load"],
    meToo: 8,
    views: 347,
    answers: [
      {
        author: "joris-bakker",
        afterMinutes: 3 * hour,
        rejected: true,
        notHelpful: 1,
        body: "Clean the filter under the tap, you can't see when it is clogged.",
        comments: [
          {
            author: "aisha-rahman",
            afterMinutes: 2 * day,
            body: "Did that, water runs through like a sieve. No change, sorry.",
          },
        ],
      },
      {
        author: "lukas-van-dijk",
        afterMinutes: 8 * hour,
        helpful: 3,
        rejected: true,
        body: "Where does it stand? Heat pumps get slow below 15 °C.",
        comments: [
          {
            author: "aisha-rahman",
            afterMinutes: 2 * day + 5,
            body: "In the bathroom, 21 °C. That would have been nice.",
          },
        ],
      },
    ],
  },
];
