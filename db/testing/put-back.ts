import { afterAll } from "vitest";
import { setClock } from "@/lib/platform/clock";

// Before each test file: modules are loaded once per worker, and the next file finds the clock and the environment as this one did.
const environment = { ...process.env };

afterAll(() => {
  setClock(null);
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
