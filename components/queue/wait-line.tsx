import { Lamp } from "@/components/ui/lamp";

const SHOWN = 6;

/** The line of people, with oneself in it. Only a picture of what the place says in words. */
export function WaitLine({ position, you }: { position: number; you: string }) {
  const before = Math.min(position - 1, SHOWN);
  return (
    <div className="line" aria-hidden="true">
      <Lamp state="open" />
      <span className="tr">
        {Array.from({ length: before }, (_, index) => (
          <i key={index} />
        ))}
        <b>{you}</b>
        <i className="af" />
        <i className="af" />
      </span>
    </div>
  );
}
