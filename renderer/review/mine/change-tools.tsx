import type { ReactNode } from "react";
import type { ChangedWork } from "../../../shared/contract/questions.ts";
import { Checkbox, Select } from "../../look/choice.tsx";
import { t } from "../../messages.ts";
import { typeNames } from "../difference-words.ts";
import type { ChangeFilter } from "./change-filter.ts";

interface ChangeToolsProps {
  work: ChangedWork;
  filter: ChangeFilter;
  onChange: (filter: ChangeFilter) => void;
  children: ReactNode;
}

const all = "";

/** The filters of one's changes, each with how many it leads to. */
export function ChangeTools({ work, filter, onChange, children }: ChangeToolsProps) {
  const change = (facts: Partial<ChangeFilter>) => onChange({ ...filter, ...facts });
  return (
    <div className="review-tools">
      <Choice
        label={t("Difference")}
        everything={t("All differences")}
        options={work.byType.map(({ type, count }) => ({ id: type, name: typeNames[type], count }))}
        value={filter.type}
        onChange={(id) =>
          change({ type: work.byType.find(({ type }) => type === id)?.type ?? null })
        }
      />
      <Choice
        label={t("Label")}
        everything={t("All labels")}
        options={work.byLabel.map(({ label, count }) => ({ id: label, name: label, count }))}
        value={filter.label}
        onChange={(label) => change({ label })}
      />
      <Choice
        label={t("Report")}
        everything={t("All reports")}
        options={work.byReport.map(({ report, title, count }) => ({
          id: report,
          name: title,
          count,
        }))}
        value={filter.report}
        onChange={(report) => change({ report })}
      />
      <Checkbox isSelected={!filter.agreed} onChange={(isOn: boolean) => change({ agreed: !isOn })}>
        {t("Without those agreed to")}
      </Checkbox>
      <span className="grow" />
      {children}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  everything: string;
  options: readonly { id: string; name: string; count: number }[];
  value: string | null;
  onChange: (id: string | null) => void;
}

function Choice({ label, everything, options, value, onChange }: ChoiceProps) {
  return (
    <div className="review-choice">
      <Select
        label={label}
        hideLabel
        size="small"
        options={[
          { id: all, label: everything },
          ...options.map(({ id, name, count }) => ({ id, label: `${name} (${count})` })),
        ]}
        value={value ?? all}
        onChange={(id) => onChange(id === all ? null : id)}
      />
    </div>
  );
}
