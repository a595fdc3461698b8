import { articlesDeApp } from "./articles-de-app";
import { articlesDeKitchen } from "./articles-de-kitchen";
import { articlesDeLaundry } from "./articles-de-laundry";
import { articlesEnKitchen } from "./articles-en-kitchen";
import { articlesEnLaundry } from "./articles-en-laundry";
import type { SeedArticle } from "./types";

export const articles: SeedArticle[] = [
  ...articlesDeLaundry,
  ...articlesDeKitchen,
  ...articlesDeApp,
  ...articlesEnLaundry,
  ...articlesEnKitchen,
];
