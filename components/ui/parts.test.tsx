import { renderToStaticMarkup as render } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { translator } from "@/lib/platform/i18n/translator";
import { Avatar, initials } from "./avatar";
import { Button } from "./button";
import { Composer } from "./composer";
import { composerLabels } from "./composer-labels";
import { StateBadge, StateIcon } from "./state";
import { Table } from "./table";
import { TextInput } from "./text-input";
import { Time } from "./time";

describe("Button", () => {
  it("keeps its words, and so its width, while it is busy", () => {
    const html = render(<Button busy="Sending …">Answer</Button>);
    expect(html).toContain("<span>Answer</span>");
    expect(html).toContain('aria-busy="true"');
    expect(html).toContain("Sending …");
  });
});

describe("TextInput", () => {
  it("ties label, hint and error to the field", () => {
    const html = render(
      <TextInput name="mail" label="E-mail" hint="Never shown." error="Something is missing." />,
    );
    expect(html).toContain('for="f-mail"');
    expect(html).toContain('aria-invalid="true" aria-describedby="f-mail-error f-mail-hint"');
    expect(html).toContain('id="f-mail-error"');
  });
});

describe("states", () => {
  it("are a shape and a word", () => {
    expect(render(<StateBadge state="solved" label="Gelöst" />)).toMatch(
      /badge t-green.*<svg.*<span>Gelöst<\/span>/,
    );
    expect(render(<StateIcon state="live" label="Live" />)).toContain('role="img" aria-label="Live"');
  });
});

describe("Avatar", () => {
  it("is square for the company and round for people", () => {
    expect(render(<Avatar id={1} name="Deniz Aydın" staff />)).toContain("staff");
    expect(render(<Avatar id={1} name="Jonas Wirth" />)).not.toContain("staff");
  });

  it("shows the first letters of the first and the last name", () => {
    expect(initials("Miriam Anna Kessler")).toBe("MK");
    expect(initials("igor")).toBe("I");
    expect(initials("élodie-brun")).toBe("ÉB");
  });
});

describe("Table", () => {
  it("has a caption, heads its columns and names its rows", () => {
    const columns = [
      { head: "Words", cell: (row: { words: string; count: number }) => row.words },
      { head: "Searches", cell: (row: { words: string; count: number }) => row.count, number: true, told: true },
    ];
    const html = render(<Table caption="Nothing found" columns={columns} rows={[{ words: "E18", count: 84 }]} rowKey={(row) => row.words} />);
    expect(html).toContain("<caption");
    expect(html).toContain('<th scope="row">E18</th>');
    expect(html).toContain('<th scope="col" class="num">Searches</th>');
    expect(html).toContain('<td class="num" data-label="Searches">84</td>');
  });
});

describe("Time", () => {
  it("is absolute in the HTML, which is kept for long", () => {
    const html = render(<Time at={new Date("2020-11-14T18:42:00Z")} locale="de" relative />);
    expect(html).toContain('dateTime="2020-11-14T18:42:00.000Z" data-relative=""');
    expect(html).toContain(">14. November 2020, 19:42<");
  });
});

describe("Composer", () => {
  it("is a labelled field of its form without script", () => {
    const labels = composerLabels(translator("en"));
    const html = render(
      <Composer id="answer" label="Your answer" labels={labels} error="Please say a little more." />,
    );
    expect(html).toContain('<label class="lab mb-1.5 block" for="answer">Your answer</label>');
    expect(html).toContain('name="body"');
    expect(html).toContain('aria-describedby="answer-error"');
  });

  it("has its words in the reader's language", () => {
    expect(composerLabels(translator("de")).uploading).toBe("{name} wird hochgeladen …");
  });
});
