import { md } from "./md";
import type { SeedThread } from "./types";

const hour = 60;
const day = 24 * hour;

export const threadsEnApp: SeedThread[] = [
  {
    key: "w9-offline-new-router",
    locale: "en",
    kind: "question",
    state: "solved",
    category: "connecting",
    author: "joris-bakker",
    title: "W9 offline since I changed the router, “Add appliance” says it exists already",
    body: md`
      New router, new network name. The app shows the W9 as _offline_. When I try to add it again, it says “This appliance already belongs to your household” and stops.

      I don't want to delete it, all my programmes and two years of energy figures are in there.
    `,
    agoMinutes: 6 * day + 45,
    tags: ["wifi", "lenta-w9", "account"],
    facts: { appliance: "Lenta W9", bought: "2023" },
    tried: ["Restarted the router", "Reinstalled the app"],
    meToo: 20,
    followers: 5,
    views: 1720,
    answers: [
      {
        author: "emily-carter",
        afterMinutes: 50,
        helpful: 1,
        body: "I deleted mine and added it again, that works, but the history is gone.",
      },
    ],
    accepted: "chat",
    acceptedAfterMinutes: 3 * hour + 10,
    chat: {
      department: "app-and-smart-home",
      agent: "grace-okafor",
      queuedAfterMinutes: 2 * hour,
      acceptedAfterMinutes: 2 * hour + 2,
      closedAfterMinutes: 2 * hour + 31,
      publishedAfterMinutes: 2 * hour + 55,
      disposition: "publish",
      rating: 5,
      helpful: 15,
      messages: [
        {
          from: "agent",
          afterMinutes: 2 * hour + 2,
          body: "Hello Joris, Grace here. I have read your question: new router, W9 offline, and the history must stay. You won’t have to delete anything.",
        },
        { from: "asker", afterMinutes: 2 * hour + 4, body: "Music to my ears." },
        {
          from: "agent",
          afterMinutes: 2 * hour + 5,
          body: "Please stand at the machine, switch it on, and hold *Remote start* for ten seconds. What does the Wi-Fi symbol do?",
        },
        {
          from: "asker",
          afterMinutes: 2 * hour + 8,
          body: "It went off, and now it blinks slowly, twice, pause, twice.",
        },
        {
          from: "agent",
          afterMinutes: 2 * hour + 9,
          body: "Perfect: it has forgotten the network and nothing else. In the app don’t use *Add appliance*. Open the W9, three dots, *Change network*.",
        },
        {
          from: "note",
          afterMinutes: 2 * hour + 10,
          body: "Third customer this week who looks under Add appliance. Tell the app team to show Change network there.",
        },
        { from: "asker", afterMinutes: 2 * hour + 16, body: "There is no Change network in the three dots." },
        {
          from: "agent",
          afterMinutes: 2 * hour + 17,
          body: "Then you are not next to it as far as the phone is concerned: please allow Bluetooth for the app, just for this. The entry appears when the phone can see the machine.",
        },
        {
          from: "asker",
          afterMinutes: 2 * hour + 24,
          body: "That was it. It’s online, and the energy figures are all there, even last week’s.",
        },
        {
          from: "agent",
          afterMinutes: 2 * hour + 26,
          body: "It keeps them itself for 30 days and sends them later. May I publish the way we took, without your name? Others will change their routers too.",
        },
        { from: "asker", afterMinutes: 2 * hour + 28, body: "Of course, go ahead. Thanks Grace!" },
      ],
      publishedAnswer: md`
        You can move a connected appliance to a new network **without deleting it**, and your programmes and energy figures stay.

        1. At the appliance, switched on: hold _Remote start_ for ten seconds. The Wi-Fi symbol goes off, then blinks twice, pause, twice. It has now forgotten the network, and nothing else.
        2. On the phone: allow Bluetooth for the app and stand next to the appliance.
        3. In the app **don’t** use _Add appliance_. Open the appliance → three dots → _Change network_. The entry only shows while the phone sees the appliance by Bluetooth.
        4. Choose the new network (2.4 GHz) and wait for the steady symbol.

        Figures from the days in between come along by themselves; the appliance keeps them for 30 days.
      `,
    },
  },
  {
    key: "routines",
    locale: "en",
    kind: "discussion",
    state: "answered",
    category: "smart-home",
    author: "lukas-van-dijk",
    title: "Which routines do you actually use after the first month?",
    body: md`
      In week one I had eleven. Today three survive:

      1. **Washer done → dryer warms up.** Saves nothing, feels great.
      2. **Solar above 1.8 kW for five minutes → start whatever is armed.** This one pays.
      3. **Nobody home and hob on → message.** Never fired. I hope it never does.

      What is still running at your place, and what did you switch off in anger?
    `,
    agoMinutes: 8 * day,
    tags: ["solar", "energy"],
    views: 640,
    followers: 6,
    answers: [
      {
        author: "marek-novotny",
        afterMinutes: 3 * hour,
        helpful: 8,
        body: "Still running: *dishwasher salt low → shopping list*. Switched off in anger: the voice announcement. At 23:40 our hallway said “Your delicates are ready” to my mother-in-law.",
      },
      {
        author: "bernd-hofstetter",
        afterMinutes: 26 * hour,
        helpful: 3,
        body: "Only the solar one. Danke für die fünf Minuten, vorher ging die Maschine an und aus wie eine Disco.",
      },
      {
        author: "claire-bennett",
        afterMinutes: 3 * day,
        helpful: 4,
        body: "Coffee machine warms up when the bathroom light goes on. Best thing I ever built, and I don't build things.",
      },
    ],
  },
  {
    key: "notifications-late",
    locale: "en",
    kind: "question",
    state: "unanswered",
    category: "connecting",
    author: "siobhan-daly",
    title: "“Finished” notification arrives an hour late on Android",
    body: "Only when the phone has been lying around for a while. The moment I unlock it, three arrive at once. Battery saver is off for the app. Pixel 8, app 4.3.1.",
    agoMinutes: 26 * hour,
    tags: ["wifi"],
    facts: { appliance: "Lenta T8" },
    tried: ["Battery saver off for the app", "Reinstalled the app"],
    meToo: 6,
    views: 97,
    comments: [
      { author: "ravi-menon", afterMinutes: 5 * hour, body: "Same on a Samsung, so it isn't the Pixel." },
    ],
    answers: [],
  },
  {
    key: "third-floor",
    locale: "en",
    kind: "question",
    state: "solved",
    category: "orders",
    author: "nora-kovacs",
    title: "Delivery to the third floor without a lift, does it cost extra?",
    body: "W7, 74 kg, narrow old stairs with two turns. The shop says “to the place of use”. Do they really carry it up, or will it stand in the hallway?",
    agoMinutes: 28 * day,
    tags: ["delivery", "lenta-w7"],
    meToo: 5,
    views: 366,
    accepted: 0,
    acceptedAfterMinutes: 8 * day,
    answers: [
      {
        author: "stefan-pohl",
        official: true,
        afterMinutes: 3 * hour,
        helpful: 7,
        body: "They carry it up, there is no surcharge, and they take the packaging with them. Please measure the narrowest place: with the packaging off we need **63 cm**. If it is less, tell us before the day, and we send a third person and take the lid off downstairs.",
        comments: [
          {
            author: "nora-kovacs",
            afterMinutes: 8 * day - 5,
            body: "66 cm and some heavy breathing. Thank you.",
          },
        ],
      },
    ],
  },
  {
    key: "news-sign-in-slow",
    locale: "en",
    kind: "announcement",
    state: "answered",
    category: "news",
    author: "marcus-bell",
    title: "“Nordhang Home” app: signing in takes long",
    body: md`
      If you sign in to the app right now, you may wait up to a minute or see “timed out”. **If you are signed in already, nothing changes**, and every appliance keeps working. Delayed starts and notifications are not affected.

      The cause is an overloaded service that sends the confirmation mails. Please don’t sign out or reinstall, it does not help here.

      We write at least every two hours.
    `,
    agoMinutes: 101,
    tags: ["account"],
    meToo: 9,
    followers: 15,
    views: 305,
    pinned: true,
    knownProblem: { nextUpdateInMinutes: 55, resolved: false },
    answers: [
      {
        author: "marcus-bell",
        official: true,
        afterMinutes: 47,
        helpful: 4,
        body: "Where we are: mails go out again, about ten minutes late. Please ask for **one** link only, the newest one counts.",
      },
    ],
  },
  {
    key: "news-pump-exchange",
    locale: "en",
    kind: "announcement",
    state: "unanswered",
    category: "news",
    author: "marcus-bell",
    title: "Lenta W7 made in 2023: we change the drain pump free of charge",
    body: md`
      In one series of the W7 a bearing of the drain pump wears out too early. It is not dangerous, but a nuisance: the machine gets loud while draining and shows \`E18\` in the end.

      **Affected:** serial numbers beginning with \`LW7-2304\` to \`LW7-2311\`. You find yours on the type plate in the door opening.

      **What we do:** we change the pump at your home, free of charge, warranty or not, and also if you don’t hear anything yet. It takes about 30 minutes.

      **What you do:** in the app under _Lenta W7 → Service_, or talk to a human here. If you have already paid for it, send us the invoice and you get the money back.
    `,
    agoMinutes: 12 * day - 40,
    tags: ["lenta-w7", "e18", "drain-pump"],
    followers: 11,
    views: 2904,
    answers: [],
  },
  {
    key: "news-house-rules",
    locale: "en",
    kind: "announcement",
    state: "unanswered",
    category: "news",
    author: "marcus-bell",
    title: "House rules, read in a minute",
    body: md`
      1. **One question, one appliance, a title that names it.** Nobody finds “doesn’t work” again.
      2. **Kind, also the third time.** People write here while their kitchen is under water.
      3. **No advertising.** Naming a shop that worked for you is not advertising.
      4. **No names, addresses, order numbers.** There is a private way to us for that.
      5. **Don’t guess where it is dangerous.** Mains, hot water, open doors: when in doubt, leave it to us.

      If we remove something, we always tell you why, and you have 14 days to object.
    `,
    agoMinutes: 209 * day,
    tags: [],
    views: 1210,
    answers: [],
    locked: {
      by: "marcus-bell",
      afterMinutes: 1,
      reason: "For reading only. Questions about the rules: community@nordhang.example.",
    },
  },
];
