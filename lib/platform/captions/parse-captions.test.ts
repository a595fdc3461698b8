import { describe, expect, test } from "vitest";
import { translator } from "@/lib/platform/i18n/translator";
import { parseCaptions } from "./parse-captions";

const whole = `\uFEFFWEBVTT - Flusensieb
Language: de

NOTE written by hand

STYLE
::cue { color: yellow }

first
00:00.500 --> 00:03.000 line:10% align:start
<v Deniz>Schalten Sie das Ger\u00e4t aus &amp; ziehen
den <i>Stecker</i>.

01:02:03.250 --> 01:02:05.000
Fertig &lt;3
`;

test("cues are read with their times, without tags, notes and styles", () => {
  for (const text of [whole, whole.replaceAll("\n", "\r\n")]) {
    expect(parseCaptions(text)).toEqual({
      cues: [
        { start: 0.5, end: 3, text: "Schalten Sie das Ger\u00e4t aus & ziehen den Stecker." },
        { start: 3723.25, end: 3725, text: "Fertig <3" },
      ],
    });
  }
});

describe("the first mistake is told with its line", () => {
  const wrong: [string, string, number | undefined][] = [
    ["1\n00:00:01,000 --> 00:00:02,000\nSubRip", "error.captions.header", undefined],
    ["WEBVTT\n\n", "error.captions.none", undefined],
    ["WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nComma", "error.captions.time", 3],
    ["WEBVTT\n\n00:61.000 --> 01:02.000\nSixty-one", "error.captions.time", 3],
    ["WEBVTT\n\n00:01.000 --> 00:02.000\nGood\n\n00:05.000 --> 00:04.000\nBack", "error.captions.end", 6],
    ["WEBVTT\n\n00:05.000 --> 00:06.000\nLater\n\nname\n00:01.000 --> 00:02.000\nEarlier", "error.captions.order", 7],
    ["WEBVTT\n\n00:01.000 --> 00:02.000\n\nLost", "error.captions.empty", 3],
    ["WEBVTT\n\nJust text\nand more", "error.captions.stray", 3],
  ];
  test.each(wrong)("%j", (vtt, key, line) => {
    const { wrong: told } = parseCaptions(vtt);
    expect(told?.key).toBe(key);
    expect(told?.values?.line).toBe(line);
    for (const locale of ["en", "de"] as const) {
      const sentence = told ? translator(locale)(told.key, told.values) : "";
      expect(sentence).toMatch(/\.$/);
      if (line) expect(sentence).toContain(String(line));
    }
  });
});
