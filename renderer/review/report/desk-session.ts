import { createContext, type RefObject, useContext } from "react";
import type { Scheme } from "../../../shared/model/scheme.ts";
import type { EditorHandle } from "../../editor/editor-handle.ts";
import type { ValueStore } from "../../state/value-store.ts";
import type { Person } from "../people.ts";
import type { ReviewActions } from "./actions.ts";
import type { LayerIndex } from "./layer-index.ts";
import type { ReviewState } from "./review-state.ts";

/** What every part of a report under review works with. */
export interface DeskSession {
  store: ValueStore<ReviewState>;
  state: ReviewState;
  people: readonly Person[];
  scheme: Scheme;
  /** Of those compared. */
  index: LayerIndex;
  actions: ReviewActions;
  /** Who was asked to be compared; null: who is done. */
  annotators: readonly string[] | null;
  onAnnotators: (annotators: readonly string[] | null) => void;
  /** The element around all of it. */
  place: RefObject<HTMLElement | null>;
  editor: RefObject<EditorHandle | null>;
  say: (text: string) => void;
}

export const DeskContext = createContext<DeskSession | null>(null);

export function useDesk(): DeskSession {
  const session = useContext(DeskContext);
  if (!session) throw new Error("no report is under review here");
  return session;
}

/** Puts the keyboard on the list of differences, whose arrows go from one to the next. */
export function focusList(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>(".difference-list [role=listbox]")?.focus();
}
