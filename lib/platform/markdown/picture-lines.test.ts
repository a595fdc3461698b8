import { expect, test } from "vitest";
import { picturesOf, withoutPictures } from "./picture-lines";

const body = "Here it is:\n![E18](/files/abcdefghij0123456789)\nDo you see it?\n![](/files/0123456789abcdefghij)";

test("pictures are lines of their own; the words around them stay", () => {
  expect(picturesOf(body)).toEqual([{ alt: "E18", url: "/files/abcdefghij0123456789" }, { alt: "", url: "/files/0123456789abcdefghij" }]);
  expect(withoutPictures(body)).toBe("Here it is:\nDo you see it?");
});

test("nothing else is taken for one", () => {
  for (const other of ["![x](https://elsewhere.example/files/abcdefghij0123456789)", "see ![x](/files/abcdefghij0123456789)", "![x](/files/../../etc)", "[x](/files/abcdefghij0123456789)"]) {
    expect(picturesOf(other)).toEqual([]);
    expect(withoutPictures(other)).toBe(other);
  }
});
