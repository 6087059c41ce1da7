import { useState } from "react";
import { GridList, GridListItem, type Selection } from "react-aria-components";
import { Checkbox } from "../look/choice.tsx";
import { LabelNameField } from "./label-name-field.tsx";
import type { SplitPart } from "./split-dialog.tsx";
import { counted, ExampleLine } from "./touched.tsx";
import { useUsage } from "./usage-panel.tsx";

interface SplitByHandProps {
  label: string;
  labels: readonly string[];
  onParts: (parts: SplitPart[]) => void;
}

/** More than anybody picks from by hand; rules are for these. */
const most = 500;

/** Spans that are picked one by one get another label. */
export function SplitByHand({ label, labels, onParts }: SplitByHandProps) {
  const usage = useUsage({ list: "labels", of: null, name: label }, most);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState("");
  const tell = (spans: ReadonlySet<string>, name: string) =>
    onParts(
      spans.size > 0 && name !== "" ? [{ to: name, where: { by: "hand", spans: [...spans] } }] : [],
    );
  const pick = (selection: Selection) => {
    const all = usage?.examples.map(({ id }) => id) ?? [];
    const next = new Set(selection === "all" ? all : [...selection].map(String));
    setPicked(next);
    tell(next, to);
  };
  if (!usage) return <p className="faint">Looking for its spans …</p>;
  return (
    <div className="stack">
      <LabelNameField
        label={
          picked.size === 0
            ? "Picked spans become"
            : `${counted(picked.size, "picked span")} become`
        }
        labels={labels}
        value={to}
        onChange={(name) => {
          setTo(name);
          tell(picked, name);
        }}
      />
      <GridList
        aria-label="Spans"
        className="react-aria-GridList examples by-hand"
        selectionMode="multiple"
        selectedKeys={picked}
        onSelectionChange={pick}
        items={usage.examples}
        renderEmptyState={() => <p className="faint">No span has this label.</p>}
      >
        {(example) => (
          <GridListItem
            textValue={example.words}
            className="react-aria-GridListItem example-picked"
          >
            <Checkbox slot="selection" />
            <span className="example grow">
              <ExampleLine example={example} />
            </span>
          </GridListItem>
        )}
      </GridList>
      {usage.annotations > usage.examples.length && (
        <p className="soft small">
          These are the first {usage.examples.length} of {counted(usage.annotations, "span")}; split
          by a rule for all of them.
        </p>
      )}
    </div>
  );
}
