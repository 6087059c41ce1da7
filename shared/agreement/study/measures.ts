import { alphaUMeasure, type GammaStudies, gammaMeasures } from "./continuum-measures.ts";
import {
  codeAgreement,
  entityMeasures,
  f1Measures,
  relationF1,
  sidedMeasures,
} from "./pair-measures.ts";
import { attributeKappa, reportLabelKappa } from "./said-measures.ts";
import type { StudyMeasure } from "./study-measure.ts";
import { tokenMeasures } from "./token-measures.ts";

/** All measures of a project, in the order in which they are shown. Gamma's are of studies made before. */
export function projectMeasures(gammas: GammaStudies): StudyMeasure[] {
  return [
    ...f1Measures,
    ...sidedMeasures,
    ...tokenMeasures,
    alphaUMeasure,
    ...gammaMeasures(gammas),
    attributeKappa,
    codeAgreement,
    relationF1,
    reportLabelKappa,
    ...entityMeasures,
  ];
}
