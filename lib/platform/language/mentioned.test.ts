import { expect, test } from "vitest";
import { mentioned } from "./mentioned";

test.each([
  ["@orders is it paid?", ["orders"]],
  ["Please look, @app-and-smart-home: @orders", ["app-and-smart-home", "orders"]],
  ["@orders and again @orders", ["orders"]],
  ["write to kim@orders.example, or @ nobody", []],
])("%s names %j", (note, names) => expect([...mentioned(note)]).toEqual(names));
