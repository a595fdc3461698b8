import { expect, test } from "vitest";
import { filesOf, lineOf, withoutFiles } from "./file-lines";

const [first, second] = ["/files/abcdefghij0123456789", "/files/0123456789abcdefghij"];
const body = `Here it is:\n![E18](${first})\nDo you see it?\n![](${second})\n[bill [2].pdf](${first} "12 bytes")\n[bill 2.pdf](${first} "48213 bytes")`;

test("files are lines of their own; the words around them stay", () => {
  const sent = [
    { name: "E18", url: first, bytes: null },
    { name: "", url: second, bytes: null },
    { name: "bill 2.pdf", url: first, bytes: 48_213 },
  ];
  expect(filesOf(body)).toEqual(sent);
  expect(withoutFiles(body)).toBe(`Here it is:\nDo you see it?\n[bill [2].pdf](${first} "12 bytes")`);
  for (const one of sent) expect(filesOf(lineOf(one))).toEqual([one]);
  expect(filesOf(lineOf({ name: "bill [2].pdf", url: first, bytes: 12 }))).toMatchObject([{ name: "bill 2.pdf" }]);
});

test("nothing else is taken for one", () => {
  for (const other of [`![x](https://elsewhere.example${first})`, `see ![x](${first})`, "![x](/files/../../etc)", `[x](${first})`, `[x](${first} "big")`]) {
    expect(filesOf(other)).toEqual([]);
    expect(withoutFiles(other)).toBe(other);
  }
});
