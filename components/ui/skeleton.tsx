/** Holds the place of text that is on its way; to be seen only when it takes longer than 300 ms. */
export function Skeleton({ lines = 3, title }: { lines?: number; title?: boolean }) {
  const widths = ["100%", "94%", "71%", "88%"];
  return (
    <div className="skel" aria-hidden="true">
      {title && <div className="sk" style={{ inlineSize: "62%", blockSize: 20 }} />}
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="sk" style={{ inlineSize: widths[line % widths.length] }} />
      ))}
    </div>
  );
}
