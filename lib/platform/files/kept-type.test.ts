import { expect, test } from "vitest";
import { shortVideo } from "@/db/testing/short-video";
import { keptType } from "./kept-type";

const holding = (text: string) => Buffer.from(text, "latin1");
const pdf = holding("%PDF-1.7\n1 0 obj");
const zip = holding("PK\x03\x04\x14\x00");

test.each([
  ["Rechnung.PDF", pdf, { extension: "pdf", mime: "application/pdf" }],
  ["logs.zip", zip, { extension: "zip", mime: "application/zip" }],
  ["app.log", holding("\x1b[31m12:00 E18\r\n"), { extension: "log", mime: "text/plain" }],
  ["Gerät.txt", Buffer.from("Gerät läuft nicht"), { extension: "txt", mime: "text/plain" }],
  ["Gerät.txt", holding("Ger\xe4t"), { extension: "txt", mime: "text/plain" }],
  ["runs.csv", holding("day;minutes\n1;48"), { extension: "csv", mime: "text/csv" }],
  ["noise.webm", shortVideo(), { extension: "webm", mime: "video/webm" }],
  ["noise.mp4", holding("\0\0\0\x18ftypisom\0\0\0\0"), { extension: "mp4", mime: "video/mp4" }],
  ["IMG_0042.MOV", holding("\0\0\0\x14ftypqt  \0\0\0\0"), { extension: "mov", mime: "video/quicktime" }],
])("%s is kept", (name, data, kept) => {
  expect(keptType(name, data)).toEqual(kept);
});

test.each([
  ["a page", "page.html", holding("<!doctype html><script>alert(1)</script>")],
  ["a drawing", "plan.svg", holding('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ["a program", "setup.exe", holding("MZ\x90\x00")],
  ["a program that says it is text", "setup.txt", holding("MZ\x90\x00\x03")],
  ["an archive that says it is a document", "bill.pdf", zip],
  ["a document that says it is an archive", "bill.zip", pdf],
  ["a document behind something else", "bill.pdf", holding("<script>x</script>%PDF-1.7")],
  ["an archive with a program's name", "tool.jar", zip],
  ["an office file", "letter.docm", zip],
  ["one kind of film named as another", "noise.mp4", shortVideo()],
  ["a name without an end", "readme", holding("Hello")],
])("%s is refused", (_, name, data) => {
  expect(keptType(name, data)).toBeNull();
});
