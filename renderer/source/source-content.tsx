import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from "react";
import { t } from "../messages.ts";

interface SourceContentProps {
  /** The file's. */
  name: string;
  /** At the end of the header, such as the page. */
  aside: ReactNode;
  /** For who cannot see it, such as "Pages of case.pdf". */
  label: string;
  /** Of the part that scrolls. */
  className: string;
  scroller: RefObject<HTMLElement | null>;
  /** Goes to the text of what is at a point of the screen. */
  goTo: (x: number, y: number) => void;
  children: ReactNode;
}

/** A file as it came, below its name: a click, or Enter, leads to the same place in the report. */
export function SourceContent({
  name,
  aside,
  label,
  className,
  scroller,
  goTo,
  children,
}: SourceContentProps) {
  const onClick = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) => {
    // Who has selected something wants to copy it.
    if (!hasSelection(currentTarget)) goTo(clientX, clientY);
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
        {aside}
      </header>
      <section
        ref={scroller}
        className={`source-scroller ${className}`}
        aria-label={label}
        aria-description={t("Enter goes to the text of what is in view")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        {children}
      </section>
    </>
  );
}

function hasSelection(within: HTMLElement): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && within.contains(selection.anchorNode);
}
