import { alphaUMeasure, type GammaStudies, gammaMeasures } from "./continuum-measures.ts";
import { codeAgreement, entityMeasures, relationF1 } from "./matched-measures.ts";
import { attributeKappa, reportLabelKappa } from "./said-measures.ts";
import { f1Measures, sidedMeasures } from "./span-measures.ts";
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
