import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
} from "react";
import type { PlacedRange } from "../../../shared/extract/places.ts";
import type { GoToText } from "../go-to-text.ts";
import { type Lit, useLit } from "../lit.ts";
import type { BlocksSource } from "../load-source.ts";
import { BlockList } from "./block-list.tsx";
import { elementAt, elementsOf, offsetIn } from "./elements.ts";
import { blockOf, lettersOf, placeAtPoint } from "./on-screen.ts";
import { shownBlocks } from "./shown-blocks.ts";
import "./blocks.css";

interface BlocksViewProps extends BlocksSource {
  onGo: GoToText;
}

/** What a reader found in a file, in a plain look of our own: nothing of the file is run or fetched. */
export function BlocksView({ name, extracted, choices, places, onGo }: BlocksViewProps) {
  const scroller = useRef<HTMLElement>(null);
  const blocks = useMemo(() => shownBlocks(extracted, choices), [extracted, choices]);
  const lit = useLit();
  useCaretBlock(scroller, places, lit.caret);
  useLitSpan(scroller, places, lit);

  const goTo = (x: number, y: number) => {
    const place = placeAtPoint(x, y);
    onGo(place && offsetIn(places, place.element, place.at));
  };
  const onClick = ({ clientX, clientY }: MouseEvent) => {
    // Who has selected something wants to copy it.
    if (getSelection()?.isCollapsed) goTo(clientX, clientY);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter") return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    event.preventDefault();
    goTo(left + width / 4, top + height / 3);
  };
  return (
    <>
      <header className="source-header small soft">
        <span className="truncate grow">{name}</span>
        <span>Without its layout</span>
      </header>
      <section
        ref={scroller}
        className="source-scroller source-blocks"
        aria-label={`Content of ${name}`}
        aria-description="Enter goes to the text of what is in view"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <BlockList blocks={blocks} />
      </section>
    </>
  );
}

type Scroller = RefObject<HTMLElement | null>;

/** Marks the block that the caret stands in, and brings it into view when it is another one. */
function useCaretBlock(scroller: Scroller, places: readonly PlacedRange[], caret: number): void {
  const element = useMemo(() => elementAt(places, caret), [places, caret]);
  useEffect(() => {
    const block = element !== null && scroller.current && blockOf(scroller.current, element);
    if (!block) return;
    block.dataset.here = "";
    bringIntoView(scroller.current, block.getBoundingClientRect());
    return () => {
      delete block.dataset.here;
    };
  }, [scroller, element]);
}

const highlightName = "original-span";

/** Lights the active span and brings its beginning into view. */
function useLitSpan(
  scroller: Scroller,
  places: readonly PlacedRange[],
  { span, colour }: Lit,
): void {
  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    root.style.setProperty("--colour", colour);
    const stretches = span.flatMap((range) => elementsOf(places, range));
    const letters = stretches.flatMap((stretch) => lettersOf(root, stretch));
    CSS.highlights.set(highlightName, new Highlight(...letters));
    const [first] = letters;
    if (first) bringIntoView(root, first.getBoundingClientRect());
    return () => {
      CSS.highlights.delete(highlightName);
    };
  }, [scroller, places, span, colour]);
}

/** Scrolls no further than it must; of what is higher than the view, the beginning counts. */
function bringIntoView(scroller: HTMLElement | null, box: DOMRect): void {
  if (!scroller) return;
  const view = scroller.getBoundingClientRect();
  const isInView = box.top >= view.top && Math.min(box.bottom, box.top + 48) <= view.bottom;
  if (!isInView) scroller.scrollTop += box.top - view.top - view.height / 3;
}
