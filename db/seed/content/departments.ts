import type { SeedDepartment } from "./types";

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
const weekdays = [1, 2, 3, 4, 5] as const;

export const departments: SeedDepartment[] = [
  {
    slug: "appliance-support",
    nameDe: "Kundendienst",
    nameEn: "Appliance support",
    descriptionDe: "Waschen, Trocknen, Spülen, Kochen und Kaffee: alles, was am Gerät selbst hakt.",
    descriptionEn: "Washing, drying, dishes, cooking and coffee: whatever is stuck on the appliance itself.",
    zone: "Europe/Berlin",
    holidayLand: null,
    hours: everyDay.map((day) => ({ day, from: "00:00", to: "24:00" })),
    yearlyExceptions: [],
    skills: [
      { slug: "laundry", nameDe: "Waschen und Trocknen", nameEn: "Washing and drying" },
      { slug: "kitchen", nameDe: "Spülen und Kochen", nameEn: "Dishes and cooking" },
      { slug: "coffee", nameDe: "Kaffee", nameEn: "Coffee" },
      { slug: "german", nameDe: "Deutsch", nameEn: "German" },
      { slug: "english", nameDe: "Englisch", nameEn: "English" },
    ],
  },
  {
    slug: "app-and-smart-home",
    nameDe: "App und Smart Home",
    nameEn: "App and smart home",
    descriptionDe: "Anmelden, verbinden, Routinen, Mitteilungen der App Nordhang Zuhause.",
    descriptionEn: "Signing in, connecting, routines and notifications in the Nordhang Home app.",
    zone: "Europe/Berlin",
    holidayLand: "NW",
    hours: everyDay.map((day) => ({ day, from: "00:00", to: "24:00" })),
    yearlyExceptions: [
      {
        month: 12,
        day: 24,
        nameDe: "Heiligabend",
        nameEn: "Christmas Eve",
        hours: [{ from: "08:00", to: "13:00" }],
      },
      {
        month: 12,
        day: 31,
        nameDe: "Silvester",
        nameEn: "New Year’s Eve",
        hours: [{ from: "08:00", to: "13:00" }],
      },
    ],
    skills: [
      { slug: "network", nameDe: "WLAN und Verbindung", nameEn: "Wi-Fi and connection" },
      { slug: "account", nameDe: "Konto und Anmeldung", nameEn: "Account and sign-in" },
      { slug: "german", nameDe: "Deutsch", nameEn: "German" },
      { slug: "english", nameDe: "Englisch", nameEn: "English" },
    ],
  },
  {
    slug: "orders-and-delivery",
    nameDe: "Bestellung und Lieferung",
    nameEn: "Orders and delivery",
    descriptionDe: "Ersatzteile, Zubehör, Liefertermine, Altgeräte, Rechnungen und Garantie.",
    descriptionEn: "Spare parts, accessories, delivery dates, old appliances, invoices and warranty.",
    zone: "Europe/Berlin",
    holidayLand: "BY",
    hours: [
      ...weekdays.flatMap((day) => [
        { day, from: "08:00", to: "12:30" },
        { day, from: "13:15", to: "18:00" },
      ]),
      { day: 6, from: "09:00", to: "13:00" },
    ],
    yearlyExceptions: [
      {
        month: 12,
        day: 24,
        nameDe: "Heiligabend",
        nameEn: "Christmas Eve",
        hours: [{ from: "08:00", to: "12:30" }],
      },
      { month: 12, day: 31, nameDe: "Inventur", nameEn: "Stocktaking", hours: [] },
    ],
    skills: [
      { slug: "parts", nameDe: "Ersatzteile", nameEn: "Spare parts" },
      { slug: "delivery", nameDe: "Lieferung und Altgerät", nameEn: "Delivery and old appliance" },
      { slug: "german", nameDe: "Deutsch", nameEn: "German" },
      { slug: "english", nameDe: "Englisch", nameEn: "English" },
    ],
  },
];
