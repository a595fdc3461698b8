import { expect, test } from "vitest";
import { cutPassages } from "./cut-passages";

const speak = (count: number, seconds: number, text = (at: number) => `Cue ${at}`) =>
  Array.from({ length: count }, (_, at) => ({ start: at * seconds, end: (at + 1) * seconds, text: text(at) }));

test("a passage is as long as its sentences, at least 20 and at most 40 seconds", () => {
  const sentences = cutPassages(speak(20, 5, (at) => (at % 3 === 2 ? `Cue ${at}.` : `Cue ${at}`)));
  expect(sentences.map(({ start }) => start)).toEqual([0, 30, 60, 90]);
  expect(sentences[0]?.text).toBe("Cue 0\nCue 1\nCue 2.\nCue 3\nCue 4\nCue 5.");
  expect(cutPassages(speak(20, 5)).map(({ start }) => start)).toEqual([0, 40, 80]);
});

test("a silence ends a passage, and nothing spoken is lost", () => {
  const cues = [...speak(2, 4), { start: 70.6, end: 72, text: "Later" }, { start: 72, end: 200, text: "A long one" }];
  expect(cutPassages(cues)).toEqual([
    { start: 0, text: "Cue 0\nCue 1" },
    { start: 70, text: "Later" },
    { start: 72, text: "A long one" },
  ]);
});
