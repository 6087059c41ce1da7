import { useMemo, useRef } from "react";
import { t } from "../../messages.ts";
import type { GoToText } from "../go-to-text.ts";
import { useLit } from "../lit.ts";
import type { PdfSource } from "../load-source.ts";
import { SourceContent } from "../source-content.tsx";
import { useChildrenInView } from "../use-children-in-view.ts";
import { boxesOf, lineAt, offsetAt, type PageBox } from "./boxes.ts";
import { letterWidths } from "./letter-widths.ts";
import { Sheet } from "./sheet.tsx";
import { useBoxesInView } from "./use-boxes-in-view.ts";
import { usePageSizes } from "./use-page-sizes.ts";
import { useWidth } from "./use-width.ts";
import "./pdf.css";

interface PdfViewProps extends PdfSource {
  /** The report's. */
  text: string;
  onGo: GoToText;
}

/** The pages of a PDF, as wide as the pane; only those in view are drawn. */
export function PdfView({ name, pdf, places, text, onGo }: PdfViewProps) {
  const scroller = useRef<HTMLElement>(null);
  const lit = useLit();
  const sizes = usePageSizes(pdf);
  const { near, current } = useChildrenInView(scroller, pdf.pages);
  const width = useWidth(scroller);
  const span = useMemo(
    () => lit.span.flatMap((range) => boxesOf(text, places, range, letterWidths())),
    [lit.span, text, places],
  );
  const caret = useMemo(() => lineAt(places, lit.caret), [lit.caret, places]);
  useBoxesInView(scroller, sizes, caret);
  useBoxesInView(scroller, sizes, span);

  const goTo = (x: number, y: number) => {
    const point = pointAt(scroller.current, x, y, sizes);
    if (point) onGo(offsetAt(text, places, point.page, point.at, letterWidths()));
  };
  const spanOn = useMemo(() => byPage(span), [span]);
  const caretOn = useMemo(() => byPage(caret), [caret]);
  return (
    <SourceContent
      name={name}
      aside={
        <span className="numeric">
          {t("Page {page} of {pages}", { page: current, pages: pdf.pages })}
        </span>
      }
      label={t("Pages of {name}", { name })}
      className="source-pages"
      scroller={scroller}
      goTo={goTo}
    >
      {sizes.map((size, index) => (
        <Sheet
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          key={index}
          pdf={pdf}
          page={index + 1}
          size={size}
          width={near.has(index + 1) ? width : 0}
          span={spanOn.get(index + 1) ?? none}
          caret={caretOn.get(index + 1) ?? none}
          colour={lit.colour}
        />
      ))}
    </SourceContent>
  );
}

const none: readonly PageBox[] = [];

function byPage(boxes: readonly PageBox[]): ReadonlyMap<number, readonly PageBox[]> {
  return Map.groupBy(boxes, ({ page }) => page);
}

type Sizes = readonly { width: number; height: number }[];

/** The page below a point of the screen, and where on it in points. */
function pointAt(scroller: HTMLElement | null, x: number, y: number, sizes: Sizes) {
  const sheets = Array.from(scroller?.children ?? []);
  const index = sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom >= y);
  const [rect, size] = [sheets[index]?.getBoundingClientRect(), sizes[index]];
  if (!rect || !size) return null;
  const scale = size.width / rect.width;
  return { page: index + 1, at: [(x - rect.left) * scale, (y - rect.top) * scale] as const };
}
