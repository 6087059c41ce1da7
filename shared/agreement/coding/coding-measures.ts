import type { CodingMeasure } from "../coefficient.ts";
import { bennettS } from "./bennett-s.ts";
import { cohenKappaBy, cohenKappaMax } from "./cohen-kappa.ts";
import { congerKappa } from "./conger-kappa.ts";
import type { Distance } from "./distance.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { gwetAc1 } from "./gwet-ac1.ts";
import { gwetAc2 } from "./gwet-ac2.ts";
import { hubertKappa } from "./hubert-kappa.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { lightKappa } from "./light-kappa.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { randolphKappa } from "./randolph-kappa.ts";
import { scottPi } from "./scott-pi.ts";
import { weightedKappa } from "./weighted-kappa.ts";

/** A measure that a study may ask for by name. */
export interface CodingMeasureKind {
  id: string;
  /** Whether it takes a distance of categories: not at all, as weights if asked for, if there is one, or always. */
  distance: "none" | "weights" | "optional" | "needed";
  /** Whether it is of two annotators only, and of more by pair. */
  twoOnly: boolean;
  make(distance: Distance): CodingMeasure;
}

const plain = (measure: CodingMeasure, twoOnly = false): CodingMeasureKind => ({
  ...{ id: measure.id, distance: "none", twoOnly, make: () => measure },
});

/** All coefficients of coding studies, in the order in which they are shown. */
export const codingMeasures: readonly CodingMeasureKind[] = [
  plain(percentAgreement),
  { id: "cohen-kappa", distance: "weights", twoOnly: true, make: cohenKappaBy },
  plain(cohenKappaMax, true),
  { id: "weighted-kappa", distance: "needed", twoOnly: true, make: weightedKappa },
  { id: "scott-pi", distance: "weights", twoOnly: true, make: scottPi },
  { id: "bennett-s", distance: "weights", twoOnly: true, make: bennettS },
  { id: "fleiss-kappa", distance: "weights", twoOnly: false, make: fleissKappa },
  plain(lightKappa),
  plain(hubertKappa),
  { id: "conger-kappa", distance: "weights", twoOnly: false, make: congerKappa },
  { id: "randolph-kappa", distance: "weights", twoOnly: false, make: randolphKappa },
  plain(gwetAc1),
  { id: "gwet-ac2", distance: "needed", twoOnly: false, make: gwetAc2 },
  { id: "krippendorff-alpha", distance: "optional", twoOnly: false, make: krippendorffAlpha },
];
