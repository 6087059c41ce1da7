import { useMemo, useRef, useState } from "react";
import type { Span } from "../../shared/model/annotation.ts";
import type { Section } from "../../shared/model/report.ts";
import { type OutlineItem, outlineItems } from "./outline-items.ts";
import { useReport, useSession } from "./session.ts";
import { VirtualList } from "./virtual-list.tsx";
import "./outline.css";

/** The report's sections with how many spans begin in each; Enter and a click go there. */
export function Outline() {
  const { editor, focusText } = useSession();
  const sections = useReport((state) => state.report.sections);
  const order = useReport((state) => state.order);
  const items = useItems(sections, order);
  const [current, setCurrent] = useState<string | null>(null);
  const show = ({ id, section: { start } }: OutlineItem) => {
    setCurrent(id);
    editor.current?.reveal({ start, end: start });
    editor.current?.select({ start, end: start });
  };
  if (items.length === 0)
    return <p className="outline panel-empty soft">This report has no sections.</p>;
  return (
    <div className="outline">
      <VirtualList
        label="Sections"
        rows={items}
        rowHeight={26}
        current={current}
        onMove={show}
        onOpen={focusText}
      >
        {drawItem}
      </VirtualList>
    </div>
  );
}

/** An item that says the same as before stays the same object, so that its row is not drawn again. */
function useItems(sections: readonly Section[], order: readonly Span[]): readonly OutlineItem[] {
  const before = useRef<readonly OutlineItem[]>([]);
  return useMemo(() => {
    before.current = outlineItems(sections, order).map((item, at) => {
      const old = before.current[at];
      return old?.section === item.section && old.count === item.count ? old : item;
    });
    return before.current;
  }, [sections, order]);
}

const drawItem = ({ title, count }: OutlineItem) => (
  <>
    <span className="grow truncate">{title}</span>
    <span className="faint small numeric">{count || ""}</span>
  </>
);
