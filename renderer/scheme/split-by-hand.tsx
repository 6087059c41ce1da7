import { useState } from "react";
import { GridList, GridListItem, type Selection } from "react-aria-components";
import { Checkbox } from "../look/choice.tsx";
import { t } from "../messages.ts";
import { LabelNameField } from "./label-name-field.tsx";
import type { SplitPart } from "./split-dialog.tsx";
import { ExampleLine } from "./touched.tsx";
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
  if (!usage) return <p className="faint">{t("Looking for its spans …")}</p>;
  return (
    <div className="stack">
      <LabelNameField
        label={
          picked.size === 0
            ? t("Picked spans become")
            : t("{count, plural, one {# picked span} other {# picked spans}} become", {
                count: picked.size,
              })
        }
        labels={labels}
        value={to}
        onChange={(name) => {
          setTo(name);
          tell(picked, name);
        }}
      />
      <GridList
        aria-label={t("Spans")}
        className="react-aria-GridList examples by-hand"
        selectionMode="multiple"
        selectedKeys={picked}
        onSelectionChange={pick}
        items={usage.examples}
        renderEmptyState={() => <p className="faint">{t("No span has this label.")}</p>}
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
          {t(
            "These are the first {shown, number} of {all, plural, one {# span} other {# spans}}; split by a rule for all of them.",
            { shown: usage.examples.length, all: usage.annotations },
          )}
        </p>
      )}
    </div>
  );
}
