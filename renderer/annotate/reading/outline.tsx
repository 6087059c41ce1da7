import { useMemo, useRef, useState } from "react";
import { partsOf, statusOf } from "../../../shared/reading/parts.ts";
import { VirtualList } from "../../look/virtual-list.tsx";
import { t } from "../../messages.ts";
import { useReport, useSession } from "../session.ts";
import { type OutlineItem, outlineItems } from "./outline-items.ts";
import { OutlineMark } from "./outline-mark.tsx";
import { useReading } from "./reading-hook.ts";
import "./outline.css";

/** The report's sections: how far each was read, and how many spans begin there; Enter and a click go there. */
export function Outline() {
  const { editor, focusText } = useSession();
  const items = useItems();
  const [current, setCurrent] = useState<string | null>(null);
  const show = ({ id, section: { start } }: OutlineItem) => {
    setCurrent(id);
    editor.current?.reveal({ start, end: start });
    editor.current?.select({ start, end: start });
  };
  if (items.length === 0)
    return <p className="outline panel-empty soft">{t("This report has no text.")}</p>;
  return (
    <div className="outline">
      <VirtualList
        label={t("Sections")}
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
function useItems(): readonly OutlineItem[] {
  const { text, sections } = useReport((state) => state.report);
  const order = useReport((state) => state.order);
  const reading = useReading((store) => store.reading());
  const parts = useMemo(() => partsOf(text, sections), [text, sections]);
  // Apart from the spans, so that a mark does not look at what was read.
  const statuses = useMemo(
    () => parts.map((part) => statusOf(text, reading, part)),
    [text, parts, reading],
  );
  const before = useRef<readonly OutlineItem[]>([]);
  return useMemo(() => {
    const items = outlineItems(parts, order, statuses);
    before.current = items.map((item, at) => {
      const old = before.current[at];
      return old && saysTheSame(old, item) ? old : item;
    });
    return before.current;
  }, [parts, order, statuses]);
}

function saysTheSame(a: OutlineItem, b: OutlineItem): boolean {
  return a.section === b.section && a.count === b.count && a.status === b.status;
}

const drawItem = (item: OutlineItem) => (
  <>
    <OutlineMark status={item.status} />
    <span className={`outline-title outline-${item.status} grow truncate`}>{item.title}</span>
    {item.count > 0 && <span className="faint small numeric">{item.count}</span>}
    {item.count === 0 && item.status === "read" && (
      <span className="faint small" title={t("Read, nothing to mark")}>
        <span aria-hidden>–</span>
        <span className="visually-hidden">{t("nothing to mark")}</span>
      </span>
    )}
  </>
);
