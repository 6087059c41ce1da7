import type { LucideIcon } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Colour } from "../look/colour.ts";

export const groups = ["Actions", "Labels", "Entities", "Reports"] as const;
export type Group = (typeof groups)[number];

/** Something that the palette finds and does. */
export interface Entry {
  /** The same each time, so that what was done last can come first. */
  id: string;
  group: Group;
  name: string;
  detail?: string | undefined;
  keys?: string | undefined;
  colour?: Colour | undefined;
  icon?: LucideIcon | undefined;
  run: () => void;
}

type Source = () => readonly Entry[];

const sources = new Set<Source>();

/** While the component is there the palette finds these, too; they are asked for when it opens. */
export function usePaletteSource(list: Source): void {
  const latest = useRef(list);
  latest.current = list;
  useEffect(() => {
    const source = () => latest.current();
    sources.add(source);
    return () => {
      sources.delete(source);
    };
  }, []);
}

/** What the screens offer at this moment. */
export const offered = (): Entry[] => Array.from(sources).flatMap((list) => [...list()]);
