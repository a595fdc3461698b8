import { expect, test } from "vitest";
import { shortVideo } from "@/db/testing/short-video";
import { keptType } from "./kept-type";

const holding = (text: string) => Buffer.from(text, "latin1");
const pdf = holding("%PDF-1.7\n1 0 obj");
const zip = holding("PK\x03\x04\x14\x00");
/** An archive of empty entries, but for the first, which may hold something. */
function archive(names: string[], first = ""): Buffer {
  const number = (value: number, bytes: number) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeUIntLE(value, 0, bytes);
    return buffer;
  };
  const entries = names.map((name, index) => Buffer.concat([holding("PK\x03\x04"), Buffer.alloc(22), number(name.length, 2), number(0, 2), holding(name + (index === 0 ? first : ""))]));
  const starts = entries.map((_, index) => entries.slice(0, index).reduce((sum, { length }) => sum + length, 0));
  const list = Buffer.concat(names.map((name, index) => Buffer.concat([holding("PK\x01\x02"), Buffer.alloc(24), number(name.length, 2), Buffer.alloc(12), number(starts[index] ?? 0, 4), holding(name)])));
  const body = Buffer.concat(entries);
  return Buffer.concat([body, list, holding("PK\x05\x06"), Buffer.alloc(6), number(names.length, 2), number(list.length, 4), number(body.length, 4), Buffer.alloc(2)]);
}
const letter = ["[Content_Types].xml", "word/document.xml"];
const odt = "application/vnd.oasis.opendocument.text";

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
  ["Kündigung.docx", archive(letter), { extension: "docx", mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }],
  ["Verbrauch.XLSX", archive(["[Content_Types].xml", "xl/workbook.xml"]), { extension: "xlsx", mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }],
  ["plan.pptx", archive(["[Content_Types].xml", "ppt/presentation.xml"]), { extension: "pptx", mime: "application/vnd.openxmlformats-officedocument.presentationml.presentation" }],
  ["Brief.odt", archive(["mimetype", "content.xml"], odt), { extension: "odt", mime: odt }],
  ["IMG_0042.HEIC", holding("\0\0\0\x18ftypheic\0\0\0\0"), { extension: "heic", mime: "image/heic" }],
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
  ["an office file made for programs", "letter.docm", archive(letter)],
  ["a letter with a program in it", "letter.docx", archive([...letter, "word/vbaProject.bin"])],
  ["a table that says it is a letter", "letter.docx", archive(["[Content_Types].xml", "xl/workbook.xml"])],
  ["any archive that says it is a letter", "letter.docx", zip],
  ["a letter whose list is cut off", "letter.docx", archive(letter).subarray(0, -4)],
  ["an open document with a program in it", "letter.odt", archive(["mimetype", "content.xml", "Basic/Standard/Module1.xml"], odt)],
  ["a film that says it is a photo", "photo.heic", holding("\0\0\0\x18ftypisom\0\0\0\0")],
  ["one kind of film named as another", "noise.mp4", shortVideo()],
  ["a name without an end", "readme", holding("Hello")],
])("%s is refused", (_, name, data) => {
  expect(keptType(name, data)).toBeNull();
});
