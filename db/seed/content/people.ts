import { quietPeople } from "./people-quiet";
import type { SeedPerson } from "./types";

const member = { role: "member", trust: "known" } as const;
const staff = { trust: "expert", joinedDaysAgo: 1640 } as const;

const experts: SeedPerson[] = [
  {
    name: "jonas-wirth", displayName: "Jonas Wirth", email: "jonas.wirth@example.com", role: "expert", locale: "de", trust: "expert", joinedDaysAgo: 1490,
    expertIn: ["washing-machines", "tumble-dryers"],
    bio: "Gelernter Elektriker, heute Hausmeister in einer Wohnanlage mit 64 Waschmaschinen. Wenn etwas brummt, will ich wissen, warum.",
  },
  {
    name: "cornelia-haas", displayName: "Cornelia Haas", email: "cornelia.haas@example.com", role: "expert", locale: "de", trust: "expert", joinedDaysAgo: 1310,
    expertIn: ["coffee-machines", "beans-and-milk"],
    bio: "Röste am Wochenende selbst. Zwei Miro zu Hause, eine im Büro. Frage immer zuerst nach dem Mahlgrad.",
  },
  {
    name: "igor-maljkic", displayName: "Igor Maljkić", email: "igor.maljkic@example.com", role: "expert", locale: "de", trust: "expert", joinedDaysAgo: 1188,
    expertIn: ["dishwashers", "cleaning-results"],
    bio: "Küchenmonteur aus Kassel. Habe vermutlich mehr Sola eingebaut als Socken im Schrank.",
  },
  {
    name: "ines-moreau", displayName: "Ines Moreau", email: "ines.moreau@example.com", role: "expert", locale: "en", trust: "expert", joinedDaysAgo: 1022,
    expertIn: ["washing-machines", "connecting"],
    bio: "Physics teacher in Lyon, German machines at home, answers in English, German and French. I like questions that come with a sound recording.",
  },
];

const customers: SeedPerson[] = [
  { name: "miriam-kessler", displayName: "Miriam Kessler", email: "miriam.kessler@example.com", ...member, locale: "de", joinedDaysAgo: 610, bio: "Vier Personen, ein Hund, eine W7. Läuft jeden Tag." },
  { name: "holger-brandt", displayName: "Holger Brandt", email: "holger.brandt@example.com", ...member, locale: "de", joinedDaysAgo: 380, bio: "Münster. T8 und W7 im Keller übereinander." },
  { name: "nadine-scholz", displayName: "Nadine Scholz", email: "nadine.scholz@example.com", ...member, locale: "de", joinedDaysAgo: 95, bio: "Neue Küche seit August." },
  { name: "emre-kaya", displayName: "Emre Kaya", email: "emre.kaya@example.com", ...member, locale: "de", joinedDaysAgo: 240, bio: "Backe Brot. Viel Brot." },
  { name: "tobias-ernst", displayName: "Tobias Ernst", email: "tobias.ernst@example.com", ...member, locale: "de", joinedDaysAgo: 44, bio: "Zwillinge, zweieinhalb. Deshalb die Frage nach der Kindersicherung." },
  { name: "ralf-jansen", displayName: "Ralf Jansen", email: "ralf.jansen@example.com", ...member, locale: "de", joinedDaysAgo: 720, bio: "Wasserhärte 21. Ich kenne mich mit Kalk aus, unfreiwillig." },
  { name: "aylin-tekin", displayName: "Aylin Tekin", email: "aylin.tekin@example.com", ...member, trust: "helper", locale: "de", joinedDaysAgo: 830, bio: "Lese hier beim Kaffee mit und antworte, wenn ich es selbst schon hatte." },
  { name: "paul-reuter", displayName: "Paul Reuter", email: "paul.reuter@example.com", ...member, trust: "helper", locale: "de", joinedDaysAgo: 905, bio: "Rentner, früher Maschinenbau. Habe Zeit und Werkzeug." },
  { name: "sabine-loeffler", displayName: "Sabine Löffler", email: "sabine.loeffler@example.com", ...member, trust: "helper", locale: "de", joinedDaysAgo: 760, bio: "Ferienwohnungen an der Schlei, fünf Geräte von Nordhang, alle Gäste machen alles kaputt." },
  { name: "halina-nowak", displayName: "Halina Nowak", email: "halina.nowak@example.com", ...member, locale: "de", joinedDaysAgo: 260, bio: "Erst fragen, dann schrauben." },
  { name: "frauke-petersen", displayName: "Frauke Petersen", email: "frauke.petersen@example.com", ...member, locale: "de", joinedDaysAgo: 330, bio: "Ohne Kaffee kein Deich." },
  { name: "yannick-brehm", displayName: "Yannick Brehm", email: "yannick.brehm@example.com", ...member, locale: "de", joinedDaysAgo: 150, bio: "WG in Leipzig, Küche geteilt durch fünf." },
  { name: "beate-ostermann", displayName: "Beate Ostermann", email: "beate.ostermann@example.com", ...member, locale: "de", joinedDaysAgo: 505, bio: "Pensionierte Chemielehrerin. Ja, Zitronensäure ist eine Säure." },
  { name: "rainer-thiele", displayName: "R. Thiele", email: "r.thiele@example.com", ...member, locale: "de", joinedDaysAgo: 412, bio: "" },
  { name: "burak-yilmaz", displayName: "Burak Yılmaz", email: "burak.yilmaz@example.com", ...member, locale: "de", joinedDaysAgo: 61, bio: "Bastler." },
  { name: "merve-oeztuerk", displayName: "Merve Öztürk", email: "merve.oeztuerk@example.com", ...member, trust: "new", locale: "de", joinedDaysAgo: 0, bio: "" },
  { name: "preisfuchs-88", displayName: "preisfuchs 88", email: "preisfuchs88@example.com", ...member, trust: "new", locale: "de", joinedDaysAgo: 3, bio: "" },
  { name: "anna-lindqvist", displayName: "Anna Lindqvist", email: "anna.lindqvist@example.com", ...member, locale: "en", joinedDaysAgo: 190, bio: "Malmö, moved to Hamburg, still converting recipes in my head." },
  { name: "owen-hartley", displayName: "Owen Hartley", email: "owen.hartley@example.com", ...member, locale: "en", joinedDaysAgo: 275, bio: "Terraced house, thin walls, understanding neighbours." },
  { name: "siobhan-daly", displayName: "Siobhan Daly", email: "siobhan.daly@example.com", ...member, trust: "helper", locale: "en", joinedDaysAgo: 640, bio: "Runs a small café in Galway with two K4s. Yes, I know they are not meant for that." },
  { name: "marek-novotny", displayName: "Marek Novotný", email: "marek.novotny@example.com", ...member, trust: "helper", locale: "en", joinedDaysAgo: 540, bio: "Network engineer in Brno. Your router is not broken, it is polite." },
  { name: "priya-raman", displayName: "Priya Raman", email: "priya.raman@example.com", ...member, locale: "en", joinedDaysAgo: 130, bio: "First own kitchen. Learning what all the buttons do." },
  { name: "lukas-van-dijk", displayName: "Lukas van Dijk", email: "lukas.vandijk@example.com", ...member, locale: "en", joinedDaysAgo: 455, bio: "Solar roof since 2022, everything runs at noon." },
  { name: "george-whitcombe", displayName: "George Whitcombe", email: "george.whitcombe@example.com", ...member, locale: "en", joinedDaysAgo: 88, bio: "I read the manual. Then I write here." },
];

const staffMembers: SeedPerson[] = [
  {
    name: "deniz-aydin", displayName: "Deniz Aydın", email: "deniz.aydin@nordhang.example", ...staff, role: "agent", locale: "de",
    departments: ["appliance-support"], skills: ["laundry", "kitchen", "german", "english"], seats: 3,
    bio: "Kundendienst Nordhang, Waschen und Trocknen. Acht Jahre in der Werkstatt, seitdem am anderen Ende der Leitung.",
  },
  {
    name: "kim-vogel", displayName: "Kim Vogel", email: "kim.vogel@nordhang.example", ...staff, role: "agent", locale: "de",
    departments: ["appliance-support", "app-and-smart-home"], skills: ["kitchen", "coffee", "network", "german", "english"], seats: 3,
    bio: "Kundendienst Nordhang, Küche und Kaffee. Fragen Sie mich gern nach Dichtungen.",
  },
  {
    name: "grace-okafor", displayName: "Grace Okafor", email: "grace.okafor@nordhang.example", ...staff, role: "agent", locale: "en",
    departments: ["app-and-smart-home", "appliance-support"], skills: ["network", "account", "laundry", "english"], seats: 4,
    bio: "App and smart home at Nordhang. If your router has a name, tell me.",
  },
  {
    name: "stefan-pohl", displayName: "Stefan Pohl", email: "stefan.pohl@nordhang.example", ...staff, role: "agent", locale: "de",
    departments: ["orders-and-delivery"], skills: ["parts", "delivery", "german", "english"], seats: 3,
    bio: "Bestellung und Lieferung. Ich weiß, wo das Paket steht, oder wer es weiß.",
  },
  {
    name: "lena-hartmann", displayName: "Lena Hartmann", email: "lena.hartmann@nordhang.example", ...staff, role: "manager", locale: "de",
    departments: ["appliance-support"], skills: ["german"], seats: 1,
    bio: "Betreut die Community bei Nordhang. Räumt auf, fragt nach, schreibt Ihnen, warum.",
  },
  {
    name: "marcus-bell", displayName: "Marcus Bell", email: "marcus.bell@nordhang.example", ...staff, role: "manager", locale: "en",
    departments: ["app-and-smart-home"], skills: ["english"], seats: 1,
    bio: "Community manager for everything in English. I turn good answers into guides.",
  },
  {
    name: "ruth-albers", displayName: "Ruth Albers", email: "ruth.albers@nordhang.example", ...staff, role: "admin", locale: "de",
    bio: "Hält bei Nordhang die Technik der Community am Laufen.",
  },
];

export const people: SeedPerson[] = [...staffMembers, ...experts, ...customers, ...quietPeople];
