import { CircleAlert, MessageCircleQuestion, Repeat } from "lucide-react";
import { useMemo, useState } from "react";
import type { RecurrentDifference } from "../../../shared/contract/questions.ts";
import { openDialog } from "../../dialogs/open-dialog.ts";
import { Button } from "../../look/button.tsx";
import { Select } from "../../look/choice.tsx";
import { EmptyState } from "../../look/empty-state.tsx";
import { noSelection } from "../../look/grid-selection.ts";
import { Tag } from "../../look/tag.tsx";
import { VirtualGrid } from "../../look/virtual-grid.tsx";
import type { GridColumn } from "../../look/virtual-grid-line.tsx";
import { inNumber, t } from "../../messages.ts";
import { useCommands } from "../../shell/commands.ts";
import { shownKey } from "../../state/command-keys.ts";
import { stageNames, typeNames } from "../difference-words.ts";
import { aboutRecurrent } from "./about.ts";
import { ExampleLines } from "./example-lines.tsx";
import { type GatherRules, useRecurrent } from "./use-recurrent.ts";

type Row = RecurrentDifference & { id: string };

/** Differences that come up again and again; Enter asks what the guideline should say. */
export function RecurrentList() {
  const [rules, setRules] = useState<GatherRules>({ least: 2, per: "reports" });
  const [selection, setSelection] = useState(noSelection);
  const { found, problem } = useRecurrent(rules);
  const rows = useMemo(
    () => found?.recurrent.map((one): Row => ({ ...one, id: one.pattern })) ?? [],
    [found],
  );
  const row = rows[Math.min(selection.at, rows.length - 1)];
  useCommands(row ? { "question.ask": () => ask(row) } : {});
  return (
    <>
      <Rules rules={rules} total={found?.total ?? null} onChange={setRules} />
      {problem !== null && (
        <EmptyState icon={CircleAlert} title={t("The list could not be read")}>
          {problem}
        </EmptyState>
      )}
      {found && rows.length === 0 && (
        <EmptyState icon={Repeat} title={t("Nothing recurs")}>
          {t("No difference comes up in that many reports among those who have finished them.")}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <VirtualGrid
          label={t("Recurrent differences")}
          columns={columns}
          rows={rows}
          total={rows.length}
          textOf={null}
          selection={selection}
          onSelect={setSelection}
          onOpen={ask}
        />
      )}
      {row && <RecurrentDetail row={row} />}
    </>
  );
}

const ask = (row: Row) => openDialog({ kind: "ask-question", about: aboutRecurrent(row) });

interface RulesProps {
  rules: GatherRules;
  total: number | null;
  onChange: (rules: GatherRules) => void;
}

const leasts = [2, 3, 5, 10, 20];

function Rules({ rules, total, onChange }: RulesProps) {
  return (
    <div className="review-tools">
      <span aria-hidden>{t("In at least")}</span>
      <Select
        label={t("In at least")}
        hideLabel
        size="small"
        options={leasts.map((least) => ({ id: String(least), label: inNumber(least) }))}
        value={String(rules.least)}
        onChange={(id) => onChange({ ...rules, least: Number(id) })}
      />
      <Select
        label={t("Counted by")}
        hideLabel
        size="small"
        options={[
          { id: "reports", label: t("reports") },
          { id: "cases", label: t("cases") },
        ]}
        value={rules.per}
        onChange={(id) => onChange({ ...rules, per: id === "cases" ? id : "reports" })}
      />
      <span className="grow" />
      {total !== null && (
        <span className="faint numeric" role="status">
          {t("{total, plural, one {one recurs} other {# recur}}", { total })}
        </span>
      )}
    </div>
  );
}

const columns: GridColumn<Row>[] = [
  {
    title: t("Words"),
    least: 160,
    most: "3fr",
    cell: ({ words, attribute }) =>
      words || (
        <span className="faint">
          {attribute === "" ? t("any words") : t("any words, {attribute}", { attribute })}
        </span>
      ),
  },
  {
    title: t("Difference"),
    least: 130,
    most: "1.4fr",
    cell: ({ types, stage }) => (
      <span>
        {types.map((type) => typeNames[type]).join(", ")}
        {stage !== "spans" && <span className="faint small"> · {stageNames[stage]}</span>}
      </span>
    ),
  },
  {
    title: t("What is said"),
    least: 180,
    most: "3fr",
    cell: ({ labels }) => labels.map((label) => label || t("nothing")).join(", "),
  },
  { title: t("Times"), least: 64, isNumeric: true, cell: ({ count }) => inNumber(count) },
  { title: t("Reports"), least: 70, isNumeric: true, cell: ({ reports }) => inNumber(reports) },
  { title: t("Cases"), least: 64, isNumeric: true, cell: ({ cases }) => inNumber(cases) },
  {
    title: t("Question"),
    least: 76,
    cell: ({ question }) => question !== null && <Tag tone="accent">{t("asked")}</Tag>,
  },
];

function RecurrentDetail({ row }: { row: Row }) {
  return (
    <footer className="question-detail">
      <div className="grow" role="status">
        <ExampleLines examples={row.examples} />
      </div>
      <div className="change-actions">
        <Button
          icon={MessageCircleQuestion}
          keys={shownKey("question.ask")}
          onPress={() => ask(row)}
        >
          {t("Ask…")}
        </Button>
      </div>
    </footer>
  );
}
