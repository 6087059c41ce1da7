import type { DifferenceState } from "../../shared/review/decision.ts";
import type { DifferenceType, Stage } from "../../shared/review/difference.ts";
import { t } from "../messages.ts";

/** What kinds of differences are called. */
export const typeNames: Record<DifferenceType, string> = {
  missing: t("missing"),
  split: t("split"),
  joined: t("joined"),
  label: t("label"),
  entity: t("entity"),
  relation: t("relation"),
  boundary: t("boundary"),
  code: t("code"),
  attribute: t("attribute"),
  agreed: t("agreed"),
};

export const stageNames: Record<Stage, string> = {
  spans: t("Spans"),
  entities: t("Entities"),
  relations: t("Relations"),
  labels: t("Labels of the report"),
};

export const stateNames: Record<DifferenceState, string> = {
  open: t("open"),
  stale: t("changed since"),
  later: t("later"),
  decided: t("decided"),
  moot: t("not needed"),
};

/** Whether somebody still has to decide; what was put off waits, too, but after the others. */
export const isToDecide = (state: DifferenceState): boolean =>
  state === "open" || state === "stale";
