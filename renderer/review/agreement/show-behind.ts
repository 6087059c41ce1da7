import type { Figure } from "../../../shared/agreement/study/figure.ts";
import { goTo } from "../../shell/route.ts";

/** The differences that a figure counts, in the list of all. */
export function showBehind({ behind }: Pick<Figure, "behind">): void {
  goTo({ screen: "review", view: { list: "differences", filter: behind } });
}
