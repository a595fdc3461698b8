import { renderToStaticMarkup as render } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MissingPage } from "./missing-page";
import { Page } from "./page";
import { StaffShell } from "./staff-shell";

describe("Page", () => {
  const html = render(
    <Page locale="de" path="/t/12/lenta-w7" current="questions" threadId={12}>
      <h1>Lenta W7</h1>
    </Page>,
  );

  it("is the same for everybody: both places are there, neither is filled", () => {
    expect(html).toContain("is-out");
    expect(html).toContain('<span class="av sm" aria-hidden="true"></span>');
    expect(html).toContain('<span class="n" aria-hidden="true"></span>');
  });

  it("leads to the same page in the other language", () => {
    expect(html).toContain('class="lang" href="/t/12/lenta-w7" lang="en"');
  });

  it("comes back here after signing in", () => {
    expect(html).toContain('href="/de/sign-in?next=%2Fde%2Ft%2F12%2Flenta-w7"');
  });

  it("says which thread its overlay is about and where in the site it is", () => {
    expect(html).toContain('data-thread="12"');
    expect(html).toContain('<a href="/de/c" aria-current="page">Fragen</a>');
  });

  it("can be searched without script", () => {
    expect(html).toMatch(/<form class="tsearch" role="search" action="\/de\/search" method="get">/);
  });
});

describe("MissingPage", () => {
  it("searches the words of the address", () => {
    const html = render(<MissingPage locale="en" path="/t/1" words="lenta w7" />);
    expect(html).toContain('value="lenta w7"');
    expect(html).toContain('action="/search"');
  });
});

describe("StaffShell", () => {
  it("marks where one is and how much waits", () => {
    const me = { id: 1, name: "deniz", displayName: "Deniz Aydın" };
    const html = render(
      <StaffShell locale="en" path="/staff/queue" current="queue" me={me} counts={{ review: 12 }}>
        <h1>Queue</h1>
      </StaffShell>,
    );
    expect(html).toContain('href="/staff/queue" aria-current="page"');
    expect(html).toMatch(/data-count="review">12</);
    expect(html).toMatch(/data-count="inbox" hidden=""/);
  });
});
