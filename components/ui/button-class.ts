export type ButtonLook = {
  /** One primary per view, the header's "Ask" apart. Lamp only leads to a human. */
  look?: "pri" | "sec" | "ghost" | "lamp" | "dang" | "green";
  size?: "d" | "lg";
  wide?: boolean;
};

export function buttonClass({ look = "sec", size, wide }: ButtonLook, more?: string): string {
  return ["btn", look === "lamp" ? "lampb" : look, size, wide && "wide", more].filter(Boolean).join(" ");
}
