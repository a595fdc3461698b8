import type { SeedCategory } from "./types";

const open = { visibility: "public", kind: "questions" } as const;
const appliances = { ...open, department: "appliance-support" } as const;
const connected = { ...open, department: "app-and-smart-home" } as const;

/** In the order of the home page; the first six are its tiles. */
export const categories: SeedCategory[] = [
  { slug: "washing", ...appliances, icon: "washing-machine", nameDe: "Waschen", nameEn: "Washing", descriptionDe: "Lenta W5, W7, W9", descriptionEn: "Lenta W5, W7, W9" },
  { slug: "washing-machines", parent: "washing", ...appliances, icon: "washing-machine", nameDe: "Waschmaschinen", nameEn: "Washing machines", descriptionDe: "Pumpe, Tür, Schleudern, Fehlercodes, Geräusche", descriptionEn: "Pump, door, spin, error codes, noises" },
  { slug: "laundry-care", parent: "washing", ...appliances, icon: "shirt", nameDe: "Wäsche und Programme", nameEn: "Laundry and programmes", descriptionDe: "Flecken, Dosierung, Wolle, Energie sparen", descriptionEn: "Stains, dosing, wool, saving energy" },
  { slug: "drying", ...appliances, icon: "wind", nameDe: "Trocknen", nameEn: "Drying", descriptionDe: "Lenta T6, T8", descriptionEn: "Lenta T6, T8" },
  { slug: "tumble-dryers", parent: "drying", ...appliances, icon: "wind", nameDe: "Trockner", nameEn: "Tumble dryers", descriptionDe: "Trocknet nicht, Flusen, Kondenswasser, Aufstellung", descriptionEn: "Not drying, lint, condensate, installation" },
  { slug: "dishes", ...appliances, icon: "utensils", nameDe: "Spülen", nameEn: "Dishes", descriptionDe: "Sola G4, G6", descriptionEn: "Sola G4, G6" },
  { slug: "dishwashers", parent: "dishes", ...appliances, icon: "utensils", nameDe: "Geschirrspüler", nameEn: "Dishwashers", descriptionDe: "Wasser, Salz, Klarspüler, Fehlercodes", descriptionEn: "Water, salt, rinse aid, error codes" },
  { slug: "cleaning-results", parent: "dishes", ...appliances, icon: "sparkles", nameDe: "Spülergebnis", nameEn: "Cleaning results", descriptionDe: "Beläge, Schlieren, trübe Gläser, Einräumen", descriptionEn: "Film, streaks, cloudy glasses, loading" },
  { slug: "cooking", ...appliances, icon: "cooking-pot", nameDe: "Kochen, Backen", nameEn: "Cooking", descriptionDe: "Ardo B3, B5, I4", descriptionEn: "Ardo B3, B5, I4" },
  { slug: "ovens", parent: "cooking", ...appliances, icon: "heater", nameDe: "Backöfen", nameEn: "Ovens", descriptionDe: "Temperatur, Pyrolyse, Fühler, Rezepte", descriptionEn: "Temperature, pyrolysis, probe, recipes" },
  { slug: "hobs", parent: "cooking", ...appliances, icon: "flame", nameDe: "Kochfelder", nameEn: "Hobs", descriptionDe: "Töpfe, Anzeigen, Kindersicherung, Anschluss", descriptionEn: "Pans, displays, child lock, connection" },
  { slug: "coffee", ...appliances, icon: "coffee", nameDe: "Kaffee", nameEn: "Coffee", descriptionDe: "Miro K2, K4", descriptionEn: "Miro K2, K4" },
  { slug: "coffee-machines", parent: "coffee", ...appliances, icon: "coffee", nameDe: "Kaffeevollautomaten", nameEn: "Coffee machines", descriptionDe: "Mahlwerk, Brühgruppe, Entkalken, Milchsystem", descriptionEn: "Grinder, brew unit, descaling, milk system" },
  { slug: "beans-and-milk", parent: "coffee", ...open, icon: "bean", nameDe: "Bohnen und Milch", nameEn: "Beans and milk", descriptionDe: "Sorten, Mahlgrad, Schaum: Erfahrungen aus der Küche", descriptionEn: "Varieties, grind, froth: from your kitchens" },
  {
    slug: "app",
    ...connected,
    icon: "smartphone",
    nameDe: "App und WLAN",
    nameEn: "App and Wi-Fi",
    descriptionDe: "Nordhang Zuhause",
    descriptionEn: "Nordhang Home",
    ladder: { nudgeExperts: 10, departmentInbox: 30, offerHuman: 60 },
  },
  { slug: "connecting", parent: "app", ...connected, icon: "wifi", nameDe: "Verbinden und Konto", nameEn: "Connecting and account", descriptionDe: "Gerät anmelden, Router, zweites Konto, Mitteilungen", descriptionEn: "Adding an appliance, router, second account, notifications" },
  { slug: "smart-home", parent: "app", ...connected, icon: "house", nameDe: "Routinen", nameEn: "Routines", descriptionDe: "Strom vom Dach, Zeitpläne, Sprachassistenten", descriptionEn: "Solar power, schedules, voice assistants" },
  {
    slug: "orders",
    ...open,
    department: "orders-and-delivery",
    icon: "package",
    nameDe: "Bestellung und Lieferung",
    nameEn: "Orders and delivery",
    descriptionDe: "Ersatzteile, Termine, Garantie",
    descriptionEn: "Spare parts, dates, warranty",
    ladder: { nudgeExperts: 30, departmentInbox: 60, offerHuman: 120 },
  },
  { slug: "news", icon: "megaphone", visibility: "public", kind: "announcements", nameDe: "Neuigkeiten", nameEn: "News", descriptionDe: "Was sich bei Nordhang ändert, und woran wir gerade arbeiten", descriptionEn: "What changes at Nordhang, and what we are working on" },
  { slug: "test-households", icon: "users", visibility: "members", kind: "questions", nameDe: "Testhaushalte", nameEn: "Test households", descriptionDe: "Für Mitglieder: ausprobieren, bevor es alle bekommen", descriptionEn: "For members: try things before everybody gets them" },
  { slug: "staff-room", icon: "briefcase", visibility: "staff", kind: "questions", nameDe: "Teamzimmer", nameEn: "Staff room", descriptionDe: "Nur für Nordhang: Übergaben und Häufungen", descriptionEn: "Nordhang only: handovers and clusters" },
];
