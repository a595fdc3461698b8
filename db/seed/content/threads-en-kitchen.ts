import { md } from "./md";
import type { SeedThread } from "./types";

const hour = 60;
const day = 24 * hour;

export const threadsEnKitchen: SeedThread[] = [
  {
    key: "g6-tablet",
    locale: "en",
    kind: "question",
    state: "solved",
    category: "cleaning-results",
    author: "priya-raman",
    title: "Dishwasher tablet falls out undissolved at the end",
    body: "Three times this week I found half a tablet on the floor of my G6. Dishes are so-so. The little door opens, I hear it. What am I doing wrong?",
    agoMinutes: 11 * day,
    tags: ["sola-g6"],
    facts: { appliance: "Sola G6", programme: "Quick 30", bought: "2024" },
    meToo: 12,
    views: 980,
    accepted: 0,
    acceptedAfterMinutes: 20 * hour,
    answers: [
      {
        author: "igor-maljkic",
        afterMinutes: 55,
        helpful: 14,
        body: md`
          Nothing wrong, only two things that don’t like each other: _Quick 30_ and tablets. A tablet needs about 40 minutes. So:

          - for _Quick_: **powder** or gel, one tablespoon
          - for everything else: tablet, but leave the place in front of the flap free. A big plate there and the tablet falls behind it.
        `,
        comments: [
          {
            author: "priya-raman",
            afterMinutes: 20 * hour - 3,
            body: "Powder it is. And there was indeed a chopping board in front of the flap.",
          },
        ],
      },
    ],
  },
  {
    key: "g4-delay",
    locale: "en",
    kind: "question",
    state: "answered",
    category: "dishwashers",
    author: "hannah-oneill",
    title: "Delay start on the G4 forgets itself overnight",
    body: "I set 7 hours at 22:00, in the morning the dishes are dirty and the display is dark. Works during the day! Night tariff, so I would really like this to work.",
    agoMinutes: 50 * hour,
    tags: ["sola-g4", "energy"],
    facts: { appliance: "Sola G4", bought: "2019" },
    meToo: 4,
    views: 131,
    answers: [
      {
        author: "lukas-van-dijk",
        afterMinutes: 4 * hour,
        helpful: 5,
        body: "Do you have a smart plug or a strip with a switch in between? The G4 keeps the delay only as long as it has power, even a blink is too long. My utility switches the meter at 22:30 and there is a tiny gap.",
      },
      {
        author: "kim-vogel",
        official: true,
        afterMinutes: 15 * hour,
        helpful: 4,
        body: "That fits. From model year 2021 the G4 keeps the delay for ten minutes without power. For older ones: start the delay **after** the tariff switches, then the gap is behind you.",
      },
    ],
  },
  {
    key: "b5-probe",
    locale: "en",
    kind: "question",
    state: "answered",
    category: "ovens",
    author: "george-whitcombe",
    title: "Core probe of the Ardo B5 reads 8 degrees low",
    body: md`
      Boiling water (100 °C, sea level, I checked) reads as 92. My other thermometer says 99.6. The beef agreed with the other thermometer.

      Can the probe be calibrated? The service menu asks for a code.
    `,
    agoMinutes: 7 * hour + 40,
    tags: ["ardo-b5"],
    facts: { appliance: "Ardo B5", programme: "Core temperature", bought: "March 2025" },
    tried: ["Cleaned the socket", "Compared with another thermometer"],
    meToo: 5,
    views: 83,
    answers: [
      {
        author: "paul-reuter",
        afterMinutes: 110,
        helpful: 3,
        body: "Before the probe, look at the plug: if it does not click in fully, the contact resistance makes it read too low. Turn it while pushing. If that changes the number, it is the socket and not the probe.",
      },
    ],
  },
  {
    key: "i4-demo",
    locale: "en",
    kind: "question",
    state: "solved",
    category: "hobs",
    author: "luca-ferri",
    title: "New I4 hob shows “dE” and does not heat",
    body: "Installed today. All zones light up, numbers go up to 9, nothing gets warm. The induction pans are new and a magnet sticks to them. It says dE for a second when I switch it on.",
    agoMinutes: 18 * day,
    tags: ["ardo-i4"],
    facts: { appliance: "Ardo I4", errorCode: "dE" },
    tried: ["Other pans", "Fuse off and on"],
    meToo: 15,
    views: 2240,
    accepted: 0,
    acceptedAfterMinutes: 47,
    answers: [
      {
        author: "kim-vogel",
        official: true,
        afterMinutes: 14,
        helpful: 19,
        body: md`
          That is demo mode, made for the showroom. Somebody should have switched it off for you, sorry.

          1. Switch the fuse off for ten seconds, then on again.
          2. Within two minutes: hob on, then hold **minus of the front left zone** and the **clock** together until it beeps twice.
          3. \`dE\` is replaced by \`--\`. Done, for good.
        `,
        comments: [
          { author: "luca-ferri", afterMinutes: 46, body: "It cooks! We were already eating cold pasta." },
        ],
      },
    ],
  },
  {
    key: "i4-child-lock",
    locale: "en",
    kind: "question",
    state: "unanswered",
    category: "hobs",
    author: "claire-bennett",
    title: "Can the I4 lock itself after every use?",
    body: "I can switch the child lock on by hand (3 s on the key), but I forget. The boys don't. Is there an automatic setting? The old B3 panel had one under `P4`.",
    agoMinutes: 6 * hour + 15,
    tags: ["ardo-i4", "child-lock"],
    facts: { appliance: "Ardo I4" },
    meToo: 3,
    views: 26,
    answers: [],
  },
  {
    key: "k4-froth",
    locale: "en",
    kind: "question",
    state: "solved",
    category: "coffee-machines",
    author: "diego-fuentes",
    title: "Miro K4: milk froth suddenly thin and full of bubbles",
    body: "Same milk (whole, cold), same cup. Since last week it comes out hot but thin, and it splutters. Rinsing programme doesn't help.",
    agoMinutes: 15 * day + 300,
    tags: ["miro-k4", "milk-system"],
    facts: { appliance: "Miro K4", programme: "Cappuccino" },
    tried: ["Rinsed the milk system", "Fresh milk"],
    meToo: 17,
    views: 1544,
    accepted: 0,
    acceptedAfterMinutes: 10 * hour,
    answers: [
      {
        author: "siobhan-daly",
        afterMinutes: 48,
        helpful: 18,
        body: "Air. There is a tiny hole on top of the frother, about the size of a pin, and milk dries in it. Take the frother apart (three pieces), soak it in hot water, and clear the hole with a **wooden toothpick**, never a needle: if it gets wider, you will have bubbles for ever.",
        comments: [
          {
            author: "diego-fuentes",
            afterMinutes: 10 * hour - 4,
            body: "I did not even know there was a hole. Perfect froth again.",
          },
        ],
      },
      {
        author: "cornelia-haas",
        afterMinutes: 6 * hour,
        helpful: 6,
        body: "And check the little O-ring while it is apart. Dry or flat means new, it costs less than a cappuccino.",
      },
    ],
  },
  {
    key: "k2-leaks",
    locale: "en",
    kind: "question",
    state: "answered",
    category: "coffee-machines",
    author: "nora-kovacs",
    title: "Miro K2 leaks from under the tray",
    body: "A small puddle every morning, maybe 50 ml, clear water and not coffee. The tray itself is not full. Counter is wood, so I am a bit nervous.",
    agoMinutes: 9 * hour + 30,
    tags: ["miro-k2"],
    facts: { appliance: "Miro K2", bought: "2021" },
    meToo: 4,
    views: 71,
    answers: [
      {
        author: "frauke-petersen",
        afterMinutes: 60,
        helpful: 3,
        body: "Is it the tank? Lift it out, dry the valve at the bottom, put it on a paper towel for ten minutes. Ours dripped because of a crumb under the valve.",
      },
      {
        author: "cornelia-haas",
        afterMinutes: 3 * hour,
        helpful: 2,
        body: "If the tank stays dry: water in the morning is what is left of the rinse at switching off. The tray may not be pushed in to the very end, then it runs behind it.",
      },
    ],
  },
];
