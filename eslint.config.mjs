import { readdirSync } from "node:fs";
import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

/** Whatever has a folder of its own in lib, but the platform. */
const nouns = readdirSync(new URL("lib", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "platform")
  .map(({ name }) => name);

/** The arrows of the house: who may import whom. */
const arrow = (files, patterns, ignores = []) => ({
  files,
  ignores: ["**/*.test.ts", "**/*.test.tsx", ...ignores],
  rules: { "no-restricted-imports": ["error", { patterns }] },
});
const noApp = { group: ["@/app/*", "**/app/entry/*"], message: "Only the edges import app." };
const noComponents = { group: ["@/components/*"], message: "The product does not know how it is drawn." };
const noNext = { group: ["next", "next/*"], message: "Nouns and the database know no URL, cookie or framework." };
const noNouns = { group: nouns.map((noun) => `@/lib/${noun}/*`), message: "The platform and the database know no noun." };
const onlyShapes = {
  regex: `^@/lib/(${nouns.join("|")})/(?!input$|permissions$|[a-z-]+-view$|actor$)`,
  allowTypeImports: true,
  message: "Components take only inputs, permissions and types of lib.",
};

const config = [
  { ignores: [".next/**", ".next-*/**", "test-results/**", "playwright-report/**", ".data/**", "node_modules/**", "next-env.d.ts", "db/migrations/**", "public/**"] },
  ...next,
  ...typescript,
  {
    rules: {
      // Pages are whole documents served from memory; there is no client-side router to hand over to.
      "@next/next/no-html-link-for-pages": "off",
      "@next/next/no-location-assign-relative-destination": "off",
      "@next/next/no-img-element": "off",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.object.name='sql'][callee.property.name=/^(raw|identifier)$/]",
          message: "Names and raw SQL never come from a request; write them out.",
        },
      ],
      // Rules for the React compiler, which is not used here.
      "react-hooks/immutability": "off",
      "react-hooks/set-state-in-effect": "off",
      "react-hooks/refs": "off",
      "react-hooks/purity": "off",
      "react-hooks/preserve-manual-memoization": "off",
      "no-restricted-imports": "off",
      "@typescript-eslint/no-restricted-imports": "off",
    },
  },
  // Names of our own, spelled by code.
  { files: ["lib/platform/search/**", "db/client.ts"], rules: { "no-restricted-syntax": "off" } },
  arrow(["lib/*/**/*.ts"], [noApp, noComponents, noNext], ["lib/platform/**"]),
  arrow(["lib/platform/**/*.{ts,tsx}"], [noApp, noComponents, noNouns], ["lib/platform/auth/**", "lib/platform/i18n/**"]),
  arrow(["db/**/*.ts"], [noApp, noComponents, noNext, noNouns], ["db/seed/**", "db/testing/**"]),
  {
    files: ["components/**/*.{ts,tsx}"],
    ignores: ["**/*.test.tsx"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [noApp, onlyShapes, { group: ["@/db/*"], message: "Components never ask the database." }] }] },
  },
  {
    files: ["components/ui/**/*.{ts,tsx}", "components/layout/**/*.{ts,tsx}"],
    ignores: ["**/*.test.tsx"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [noApp, { group: [...nouns.map((noun) => `@/lib/${noun}/*`), "@/db/*"], message: "ui and layout know no noun." }] }] },
  },
];

export default config;
