import { useMemo } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import type { Span } from "../../shared/model/annotation.ts";
import type { Section } from "../../shared/model/report.ts";
import { startOf } from "../state/report-index.ts";
import { useReport, useSession } from "./session.ts";
import "./outline.css";

interface OutlineItem {
  id: number;
  section: Section;
  title: string;
  count: number;
}

/** The report's sections with how many spans begin in each; choosing one goes there. */
export function Outline() {
  const { editor, focusText } = useSession();
  const sections = useReport((state) => state.report.sections);
  const order = useReport((state) => state.order);
  const items = useMemo(() => outlineItems(sections, order), [sections, order]);
  const jump = (at: number) => {
    const start = items[at]?.section.start;
    if (start === undefined) return;
    editor.current?.reveal({ start, end: start });
    editor.current?.select({ start, end: start });
    focusText();
  };
  if (items.length === 0)
    return <p className="outline panel-empty soft">This report has no sections.</p>;
  return (
    <ListBox
      className="react-aria-ListBox outline"
      aria-label="Sections"
      items={items}
      onAction={(key) => jump(Number(key))}
    >
      {({ title, count }) => (
        <ListBoxItem textValue={title}>
          <span className="grow truncate">{title}</span>
          <span className="faint small numeric">{count || ""}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** Sections and spans are both in order, so one walk counts them. */
export function outlineItems(sections: readonly Section[], order: readonly Span[]): OutlineItem[] {
  let at = 0;
  return sections.map((section, id) => {
    const before = at;
    for (let span = order[at]; span && startOf(span) < section.end; span = order[at]) at += 1;
    return { id, section, title: section.title || section.kind, count: at - before };
  });
}
