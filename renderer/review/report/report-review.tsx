import { FileWarning } from "lucide-react";
import { useState } from "react";
import { Button } from "../../look/button.tsx";
import { EmptyState } from "../../look/empty-state.tsx";
import { t } from "../../messages.ts";
import { useApp } from "../../state/app-store.ts";
import { usePeople } from "../use-people.ts";
import { Desk } from "./desk.tsx";
import { useReviewed } from "./use-reviewed.ts";
import "./report-review.css";

/** One report under review. `at`: the key of the difference to begin with; null: the first that is open. */
export function ReportReview({ report, at }: { report: string; at: string | null }) {
  const [annotators, setAnnotators] = useState<readonly string[] | null>(null);
  const { store, problem, readAgain } = useReviewed(report, annotators, at);
  const people = usePeople();
  const scheme = useApp((snapshot) => snapshot.scheme);
  if (problem !== null)
    return (
      <EmptyState
        icon={FileWarning}
        title={t("The report cannot be opened")}
        actions={<Button onPress={readAgain}>{t("Try again")}</Button>}
      >
        {problem}
      </EmptyState>
    );
  if (!store || !people || !scheme) return <div className="review-desk" aria-busy="true" />;
  return (
    <Desk
      key={report}
      store={store}
      people={people}
      scheme={scheme}
      annotators={annotators}
      onAnnotators={setAnnotators}
    />
  );
}
