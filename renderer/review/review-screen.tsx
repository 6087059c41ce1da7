import { useEffect } from "react";
import { Segments } from "../look/segments.tsx";
import { t } from "../messages.ts";
import { useCommands } from "../shell/commands.ts";
import { goTo } from "../shell/route.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { areStepsHidden } from "../state/hidden-steps.ts";
import { createValueStore } from "../state/value-store.ts";
import { Agreement } from "./agreement/agreement.tsx";
import { Doubts } from "./doubts.tsx";
import { Differences, shownFilter } from "./lists/differences.tsx";
import { ReviewedReports } from "./lists/reports.tsx";
import { Mine } from "./mine/mine.tsx";
import { areNamesShown, toggleNames } from "./people.ts";
import { Questions } from "./questions/questions.tsx";
import { ReportReview } from "./report/report-review.tsx";
import { type ReviewList, type ReviewView, reviewLists } from "./review-view.ts";
import "./review.css";

const lastList = createValueStore<ReviewList>("differences");

const titles: Record<ReviewList, string> = {
  differences: t("Differences"),
  reports: t("Reports"),
  agreement: t("Agreement"),
  doubts: t("Unsure and noted"),
  mine: t("Changes to my work"),
  questions: t("Questions"),
};
const lists = reviewLists.map((id) => ({ id, label: titles[id] }));

/** What several people have marked: where they differ, report by report, and what they are unsure of; or one report under review. */
export function ReviewScreen({ view }: { view: ReviewView | null }) {
  const list = useShownList(view);
  useHiddenSteps();
  useCommands({
    "review.names": toggleNames,
    "review.mine": () => goToList("mine"),
    "review.questions": () => goToList("questions"),
    "review.list": () => goTo({ screen: "review", view: { list: "differences" } }),
  });
  if (view && "report" in view)
    return <ReportReview key={view.report} report={view.report} at={view.difference ?? null} />;
  return (
    <>
      <ScreenHeader title={t("Review")}>
        <Segments label={t("List")} options={lists} value={list} onChange={goToList} />
      </ScreenHeader>
      <Shown list={list} />
    </>
  );
}

/** While names are hidden here, nothing outside of this screen tells them either. */
function useHiddenSteps(): void {
  const withNames = areNamesShown.use();
  useEffect(() => {
    areStepsHidden.set(!withNames);
    return () => areStepsHidden.set(false);
  }, [withNames]);
}

function goToList(id: string): void {
  const list = reviewLists.find((known) => known === id);
  if (list) goTo({ screen: "review", view: { list } });
}

/** The list that the address asks for, else the last one. A filter in the address is taken over once. */
function useShownList(view: ReviewView | null): ReviewList {
  const last = lastList.use();
  useEffect(() => {
    if (!view || "report" in view) return;
    lastList.set(view.list);
    if (view.list === "differences" && view.filter) shownFilter.set(view.filter);
  }, [view]);
  return view && "list" in view ? view.list : last;
}

function Shown({ list }: { list: ReviewList }) {
  switch (list) {
    case "differences":
      return <Differences />;
    case "reports":
      return <ReviewedReports />;
    case "agreement":
      return <Agreement />;
    case "doubts":
      return <Doubts />;
    case "mine":
      return <Mine />;
    case "questions":
      return <Questions />;
    default:
      return list satisfies never;
  }
}
