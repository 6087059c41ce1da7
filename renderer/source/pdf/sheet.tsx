import { memo, useEffect, useRef, useState } from "react";
import { t } from "../../messages.ts";
import type { PageBox } from "./boxes.ts";
import type { OpenPdf, PageSize } from "./open-pdf.ts";

interface SheetProps {
  pdf: OpenPdf;
  /** From 1. */
  page: number;
  size: PageSize;
  /** In pixels of the screen; 0 while the page is out of view and need not be drawn. */
  width: number;
  span: readonly PageBox[];
  caret: readonly PageBox[];
  colour: string;
}

/** One page: its picture, and over it what is lit. */
export const Sheet = memo(function Sheet(props: SheetProps) {
  const { pdf, page, size, width, span, caret, colour } = props;
  const drawing = useRef<HTMLDivElement>(null);
  const problem = useDrawing(drawing, pdf, page, width);
  return (
    <div
      className="sheet"
      style={{ aspectRatio: `${size.width} / ${size.height}`, "--colour": colour } as SheetStyle}
    >
      <div
        className="sheet-drawing"
        ref={drawing}
        role="img"
        aria-label={t("Page {page}", { page })}
      />
      {caret.map((lit) => (
        <Lit key={lit.box.join()} className="sheet-caret" size={size} lit={lit} />
      ))}
      {span.map((lit) => (
        <Lit key={lit.box.join()} className="sheet-span" size={size} lit={lit} />
      ))}
      {problem && <p className="sheet-problem small">{problem}</p>}
    </div>
  );
});

// React's type of a style does not know of custom properties.
type SheetStyle = React.CSSProperties;

interface LitProps {
  className: string;
  size: PageSize;
  lit: PageBox;
}

function Lit({ className, size: { width, height }, lit }: LitProps) {
  const [left, top, right, bottom] = lit.box;
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  const style = {
    left: share(left, width),
    top: share(top, height),
    width: share(right - left, width),
    height: share(bottom - top, height),
  };
  return <div className={className} style={style} />;
}

// In milliseconds: pages that only fly by are not worth drawing.
const pause = 50;

/** Keeps the page's picture drawn while it has a width. Answers why it could not be. */
function useDrawing(
  place: React.RefObject<HTMLDivElement | null>,
  pdf: OpenPdf,
  page: number,
  width: number,
): string | null {
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const host = place.current;
    if (width === 0) {
      host?.replaceChildren();
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const draw = async () => {
      try {
        const picture = await pdf.draw(page, width, signal);
        // The old picture stands, stretched, until the new one is there.
        if (!signal.aborted) host?.replaceChildren(picture);
        if (!signal.aborted) setProblem(null);
      } catch (error) {
        if (!signal.aborted)
          setProblem(t("Page {page} cannot be drawn: {why}", { page, why: String(error) }));
      }
    };
    const timer = setTimeout(draw, pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [place, pdf, page, width]);
  return problem;
}
