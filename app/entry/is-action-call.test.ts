import { describe, expect, test } from "vitest";
import { isActionCall } from "./is-action-call";

const boundary = "--edge";
const type = `multipart/form-data; boundary=${boundary}`;
const ours = "6029b2b25d638289669a17da98d43098fac7df745b";

function parts(fields: Record<string, string>): string {
  return Object.entries(fields).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("") + `--${boundary}--\r\n`;
}
const scripted = (body: string, contentType = type) => isActionCall({ "next-action": ours, "content-type": contentType }, Buffer.from(body));
const plain = (body: string, contentType = type) => isActionCall({ "content-type": contentType }, Buffer.from(body));

describe("with script", () => {
  test("the state before and a form are a call", async () => {
    expect(await scripted(parts({ _1_body: "Text", 0: '[null,"$K1"]' }))).toBe(true);
    expect(await scripted(parts({ _1_body: "Text", 0: '[{"values":{"body":"$$5"},"errors":{},"problem":"$undefined"},"$K1"]' }))).toBe(true);
  });

  test.each(['[null,"text"]', '["$F9","$K1"]', '[{"a":{"b":"$Q1"}},"$K1"]', '[null]', "[]", '[null,"$K1",1]', "[null,", "null", '{"0":1}'])("%s is none", async (call) => {
    expect(await scripted(parts({ 0: call }))).toBe(false);
  });

  test("neither is what is cut off, of another type, or empty", async () => {
    expect(await scripted(parts({ 0: '[null,"$K1"]' }).slice(0, 40))).toBe(false);
    expect(await scripted("[null,{}]", "text/plain;charset=UTF-8")).toBe(false);
    expect(await scripted("", "multipart/form-data")).toBe(false);
    expect(await scripted("{}", "application/json")).toBe(false);
  });
});

describe("without script", () => {
  const hidden = { "$ACTION_REF_1": "", "$ACTION_1:0": `{"id":"${ours}","bound":"$@1"}`, "$ACTION_1:1": '[{"values":{},"errors":{}}]', body: "Text" };

  test("hidden fields name the action and the state before; other forms go to their page", async () => {
    expect(await plain(parts(hidden))).toBe(true);
    expect(await plain(parts({ body: "Text" }))).toBe(true);
    expect(await plain("body=Text", "application/x-www-form-urlencoded")).toBe(true);
  });

  const odds: Record<string, string>[] = [{ "$ACTION_1:0": `{"id":"${ours}","bound":null}` }, { "$ACTION_1:0": '{"id":' }, { "$ACTION_1:1": "[1,2,3]" }, { "$ACTION_1:1": '["$F1"]' }, { [`$ACTION_ID_${ours}`]: "" }, { "$ACTION_REF_2": "" }];
  test.each(odds)("%o is no call", async (odd) => {
    expect(await plain(parts({ ...hidden, ...odd }))).toBe(false);
  });
});
