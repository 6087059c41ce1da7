import type { LayerChoice } from "../../shared/dataset/layers.ts";
import { t } from "../messages.ts";

/** Whose layers a release has, in a word or two. */
export function layersName(layers: LayerChoice): string {
  switch (layers.of) {
    case "all":
      return t("Everybody’s");
    case "gold":
      return t("Gold");
    case "agreed":
      return t("What all agree on");
    case "one":
      return layers.annotator;
    default:
      return layers satisfies never;
  }
}
