import { useMemo } from "react";
import type { ReviewedCandidate } from "../../shared/deidentify/layer.ts";
import { Dot } from "../look/label-tag.tsx";
import { type ListRow, VirtualList } from "../look/virtual-list.tsx";
import { t } from "../messages.ts";
import { decisionColours, decisionNames, kindNames } from "./kinds.ts";

interface CandidateListProps {
  candidates: readonly ReviewedCandidate[];
  current: string | null;
  onMove: (candidate: string) => void;
  onAccept: () => void;
  onRefuse: () => void;
}

interface Row extends ListRow {
  candidate: ReviewedCandidate;
}

/** The report's candidates in the order of its text; Enter accepts one, Delete refuses it. */
export function CandidateList(props: CandidateListProps) {
  const { candidates, current, onMove, onAccept, onRefuse } = props;
  const rows = useMemo(
    () => candidates.map((candidate): Row => ({ id: candidate.id, candidate })),
    [candidates],
  );
  return (
    <VirtualList
      label={t("Identifiers")}
      rows={rows}
      rowHeight={44}
      current={current}
      onMove={({ id }) => onMove(id)}
      onOpen={onAccept}
      onDelete={onRefuse}
    >
      {drawRow}
    </VirtualList>
  );
}

function drawRow({ candidate: { quote, kind, decision } }: Row) {
  return (
    <>
      <Dot colour={decisionColours[decision]} />
      <span className="deidentify-row grow">
        <span className={decision === "refused" ? "truncate faint" : "truncate"}>{quote}</span>
        <span className="small soft truncate">
          {kindNames[kind]} · {decisionNames[decision]}
        </span>
      </span>
    </>
  );
}
