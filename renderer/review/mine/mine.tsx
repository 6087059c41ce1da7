import { CircleAlert, Scale } from "lucide-react";
import { useMemo, useState } from "react";
import type { ChangedRow, ChangedWork } from "../../../shared/contract/questions.ts";
import { openReportAt } from "../../annotate/open-at.ts";
import { openDialog } from "../../dialogs/open-dialog.ts";
import { EmptyState } from "../../look/empty-state.tsx";
import { type GridSelection, noSelection } from "../../look/grid-selection.ts";
import { VirtualGrid } from "../../look/virtual-grid.tsx";
import { t } from "../../messages.ts";
import { useCommands } from "../../shell/commands.ts";
import { useApp, write } from "../../state/app-store.ts";
import { aboutDifference } from "../questions/about.ts";
import { changeColumns } from "./change-columns.tsx";
import { ChangeDetail } from "./change-detail.tsx";
import { allChanges, fitsFilter } from "./change-filter.ts";
import { ChangeTools } from "./change-tools.tsx";
import { sidesOf } from "./sides.ts";
import { useChangedWork } from "./use-changed-work.ts";
import "./mine.css";

/** What reviewers decided otherwise than the person who looks at it had marked. */
export function Mine() {
  const { work, problem } = useChangedWork();
  if (problem !== null)
    return (
      <EmptyState icon={CircleAlert} title={t("The list could not be read")}>
        {problem}
      </EmptyState>
    );
  if (!work) return null;
  return work.total === 0 ? <NothingChanged work={work} /> : <Changes work={work} />;
}

function NothingChanged({ work: { reports } }: { work: ChangedWork }) {
  return (
    <EmptyState icon={Scale} title={t("Nothing of yours was changed")}>
      {reports === 0
        ? t(
            "No report that you have worked on was reviewed yet. What a reviewer sends you as feedback comes in by “Merge Packages…”.",
          )
        : t(
            "{reports, plural, one {One report that you have worked on was reviewed: all that was decided is as you have it.} other {# reports that you have worked on were reviewed: all that was decided is as you have it.}}",
            { reports },
          )}
    </EmptyState>
  );
}

function Changes({ work }: { work: ChangedWork }) {
  const [filter, setFilter] = useState(allChanges);
  const [selection, setSelection] = useState(noSelection);
  const labels = useApp(({ scheme }) => scheme?.labels) ?? [];
  const columns = useMemo(() => changeColumns(labels), [labels]);
  const rows = useMemo(() => work.rows.filter((row) => fitsFilter(row, filter)), [work, filter]);
  const at = Math.min(selection.at, rows.length - 1);
  const row = rows[at] ?? null;
  const moveTo = (next: number) =>
    setSelection(selectedAt(Math.max(0, Math.min(rows.length - 1, next))));
  const agree = async () => {
    if (!row) return;
    const { report, difference, isAgreed } = row;
    const answer = { report, key: difference.key, isAgreed: !isAgreed };
    if ((await write("feedback.agree", answer)) && !isAgreed && filter.agreed) moveTo(at + 1);
  };
  const ask = () => row && openDialog({ kind: "ask-question", about: aboutDifference(row) });
  useCommands({
    "difference.next": () => moveTo(at + 1),
    "difference.previous": () => moveTo(at - 1),
    ...(row && { "feedback.agree": () => void agree(), "question.ask": ask }),
  });
  return (
    <>
      <ChangeTools work={work} filter={filter} onChange={setFilter}>
        <span className="faint numeric" role="status">
          {t("{shown, number} of {total, number}", { shown: rows.length, total: work.total })}
        </span>
      </ChangeTools>
      <VirtualGrid
        label={t("Changes to my work")}
        columns={columns}
        rows={rows}
        total={rows.length}
        textOf={null}
        selection={{ ...selection, at: Math.max(0, at) }}
        onSelect={setSelection}
        onOpen={open}
      />
      {row && (
        <ChangeDetail
          row={row}
          labels={labels}
          onAgree={() => void agree()}
          onAsk={ask}
          onOpen={() => open(row)}
        />
      )}
    </>
  );
}

const selectedAt = (at: number): GridSelection => ({ ...noSelection, at, anchor: at });

/** One's own layer, at the place. */
function open({ report, difference }: ChangedRow): void {
  const { start, end, stage } = difference;
  const [span] = (stage === "spans" && sidesOf(difference).mine?.members) || [];
  openReportAt(report, span ? { span, start, end } : null);
}
