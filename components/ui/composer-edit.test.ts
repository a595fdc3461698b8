import { describe, expect, it } from "vitest";
import {
  insertBlock,
  insertLink,
  mentionAt,
  toggleAround,
  toggleCode,
  togglePrefix,
  type Edit,
} from "./composer-edit";

function after(text: string, edit: Edit): string {
  const changed = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return `${changed.slice(0, edit.start)}[${changed.slice(edit.start, edit.end)}]${changed.slice(edit.end)}`;
}

describe("the toolbar", () => {
  it("marks a selection and takes the marks away again", () => {
    expect(after("the pump", toggleAround({ text: "the pump", from: 4, to: 8 }, "**"))).toBe(
      "the **[pump]**",
    );
    const marked = "the **pump**";
    expect(after(marked, toggleAround({ text: marked, from: 6, to: 10 }, "**"))).toBe("the [pump]");
  });

  it("marks whole lines, numbered from one", () => {
    const text = "off\nout\nin";
    expect(
      after(
        text,
        togglePrefix({ text, from: 1, to: 6 }, (line) => `${line + 1}. `),
      ),
    ).toBe("[1. off\n2. out]\nin");
    const list = "- off\n- out";
    expect(
      after(
        list,
        togglePrefix({ text: list, from: 0, to: 11 }, () => "- "),
      ),
    ).toBe("[off\nout]");
  });

  it("makes a block of several lines of code", () => {
    const text = "a\nb";
    expect(after(text, toggleCode({ text, from: 0, to: 3 }))).toBe("```\n[a\nb]\n```");
  });

  it("asks for the address of a link, or for its name", () => {
    expect(after("guide", insertLink({ text: "guide", from: 0, to: 5 }))).toBe("[guide]([https://])");
    const url = "https://a.example";
    expect(after(url, insertLink({ text: url, from: 0, to: url.length }))).toBe(`[[]](${url})`);
  });

  it("puts a picture on a line of its own", () => {
    expect(after("see", insertBlock({ text: "see", from: 3, to: 3 }, "![](/f/1)"))).toBe(
      "see\n![](/f/1)\n[]",
    );
  });
});

describe("a mention", () => {
  it("begins with an @ after a space", () => {
    expect(mentionAt("thanks @jon", 11)).toEqual({ from: 7, prefix: "jon" });
    expect(mentionAt("@jö", 3)).toEqual({ from: 0, prefix: "jö" });
  });

  it("is not a part of an address", () => {
    expect(mentionAt("miriam@home", 11)).toBeNull();
    expect(mentionAt("thanks @ jon", 12)).toBeNull();
  });
});
