import type { ReactNode } from "react";
import { RowCheck } from "./row-check.tsx";
import "./place-line.css";

interface PlaceLineProps {
  before: string;
  words: string;
  after: string;
  /** What else is said of the place, at the end of the line. */
  children?: ReactNode;
}

/** A place of a text in its context, as a row of a list with the class "place-rows" that is chosen from. */
export function PlaceLine({ before, words, after, children }: PlaceLineProps) {
  return (
    <>
      <RowCheck />
      <span className="place-before soft">
        <span>{before}</span>
      </span>
      <span className="place-words">{words}</span>
      <span className="place-after soft">{after}</span>
      {children}
    </>
  );
}
