import { threadsDeApp } from "./threads-de-app";
import { threadsDeCoffee } from "./threads-de-coffee";
import { threadsDeCooking } from "./threads-de-cooking";
import { threadsDeDishes } from "./threads-de-dishes";
import { threadsDeDrying } from "./threads-de-drying";
import { threadsDeLaundry } from "./threads-de-laundry";
import { threadsDeNews } from "./threads-de-news";
import { threadsDeWashing } from "./threads-de-washing";
import { threadsEnApp } from "./threads-en-app";
import { threadsEnKitchen } from "./threads-en-kitchen";
import { threadsEnLaundry } from "./threads-en-laundry";
import type { SeedThread } from "./types";

export const threads: SeedThread[] = [
  ...threadsDeWashing,
  ...threadsDeLaundry,
  ...threadsDeDrying,
  ...threadsDeDishes,
  ...threadsDeCooking,
  ...threadsDeCoffee,
  ...threadsDeApp,
  ...threadsDeNews,
  ...threadsEnLaundry,
  ...threadsEnKitchen,
  ...threadsEnApp,
];
