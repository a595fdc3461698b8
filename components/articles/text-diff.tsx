import { diffLines } from "./diff-lines";

type TextDiffProps = { before: string; after: string; texts: { added: string; removed: string; same: string; nothing: string } };

/** `same` counts folded lines as "{count}". Signs and words say what colour only repeats. */
export function TextDiff({ before, after, texts }: TextDiffProps) {
  const lines = diffLines(before, after);
  if (lines.every(({ kind }) => kind === "same" || kind === "skipped")) return <p className="mut2">{texts.nothing}</p>;
  return (
    <div className="diff">
      {lines.map(({ kind, text }, index) =>
        kind === "skipped" ? (
          <div key={index} className="skp">
            {texts.same.replace("{count}", text)}
          </div>
        ) : kind === "added" ? (
          <ins key={index}>
            <span className="vh">{texts.added} </span>
            {text || " "}
          </ins>
        ) : kind === "removed" ? (
          <del key={index}>
            <span className="vh">{texts.removed} </span>
            {text || " "}
          </del>
        ) : (
          <div key={index}>{text || " "}</div>
        ),
      )}
    </div>
  );
}
