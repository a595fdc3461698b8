"use client";

/** Stands in for the root layout when that is what broke: it relies on nothing, not even the styles. */
export default function SiteCrashed({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body
        style={{
          font: "18px/1.6 system-ui, sans-serif",
          margin: "15vh auto",
          maxWidth: "34em",
          padding: "0 16px",
        }}
      >
        <p>Something went wrong on our side. What you wrote is kept in this browser.</p>
        <p lang="de">
          Bei uns ist etwas schiefgegangen. Was Sie geschrieben haben, ist in diesem Browser gesichert.
        </p>
        <p>
          <a href="">↻</a> · <a href="/">Start</a> <code>{error.digest}</code>
        </p>
      </body>
    </html>
  );
}
