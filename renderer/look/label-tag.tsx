import type { CSSProperties } from "react";
import type { Colour } from "./colour.ts";
import { KeyCap } from "./key-cap.tsx";
import "./label-tag.css";

interface ColourStyle extends CSSProperties {
  "--colour": string;
  "--colour-soft": string;
  "--colour-text": string;
}

/** The three shades of a label's colour as custom properties for the element and all below it. */
export function colourStyle(colour: Colour): ColourStyle {
  return {
    "--colour": `var(--label-${colour})`,
    "--colour-soft": `var(--label-${colour}-soft)`,
    "--colour-text": `var(--label-${colour}-text)`,
  };
}

export function Dot({ colour }: { colour: Colour }) {
  return <span className="dot" style={colourStyle(colour)} aria-hidden />;
}

interface LabelTagProps {
  colour: Colour;
  name: string;
  keys?: string | null | undefined;
}

/** A label by its name and colour, with the key that marks with it. */
export function LabelTag({ colour, name, keys }: LabelTagProps) {
  return (
    <span className="label-tag" style={colourStyle(colour)}>
      <span className="truncate">{name}</span>
      {keys && <KeyCap keys={keys} />}
    </span>
  );
}
