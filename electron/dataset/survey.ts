import { type Agreement, startAgreement } from "../../shared/dataset/agreement.ts";
import { mapLabels } from "../../shared/dataset/labels.ts";
import { chooseLayers } from "../../shared/dataset/layers.ts";
import type { ReleaseOptions } from "../../shared/dataset/manifest.ts";
import {
  type AlikePair,
  type Signed,
  signatureOf,
  startPairing,
} from "../../shared/dataset/near-duplicates.ts";
import { type Split, splitSteps } from "../../shared/dataset/split.ts";
import { type SplitReport, splitUnits } from "../../shared/dataset/units.ts";
import { AppError } from "../../shared/errors.ts";
import { addUpLosses, type Loss } from "../../shared/formats/losses.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { createLayout } from "../export/layout.ts";
import type { ReleaseRequest } from "./request.ts";
import { goThrough, type Listed, stepThrough, type Watch } from "./source.ts";

/** What has to be known of all reports before any is written. */
export interface Survey {
  /** In the order of the release. */
  listed: Listed[];
  split: Split;
  alike: AlikePair[];
  agreements: Agreement[];
  /** What choosing layers and labels leaves out. */
  losses: Loss[];
}

/**
 * Goes through the reports once; keeps 512 bytes and the counts of labels of each.
 * @throws AppError "bad-input" where layers are to agree and none can; "cancelled".
 */
export async function survey(
  { sources, options, frozen }: Pick<ReleaseRequest, "sources" | "options" | "frozen">,
  watch: Watch,
): Promise<Survey> {
  const { parts, seed, likeness, stratifyBy } = options;
  const signed: Signed[] = [];
  const reports: SplitReport[] = [];
  const comparing = startAgreement();
  const listed: Listed[] = [];
  const layout = createLayout();
  let losses: Loss[] = [];
  let hasLayers = false;
  const places = Array.from({ length: sources.count }, (_, at) => at);
  await goThrough(places, watch, "Comparing the reports with each other", (at) => {
    const read = sources.read(at).document;
    const document = { ...read, name: layout.nameFor(read.name) };
    const { name, text, case: caseName } = document;
    listed.push({ at, name, case: caseName });
    if (likeness !== null) signed.push({ name, signature: signatureOf(text) });
    comparing.add(document);
    const chosen = choose(document, options);
    losses = addUpLosses([...losses, ...chosen.losses]);
    hasLayers ||= chosen.document.layers.length > 0;
    reports.push(countsOf(chosen.document));
  });
  if (options.layers.of === "agreed" && !hasLayers) throw nothingAgreed();
  if (sources.byName) listed.sort((a, b) => (a.name < b.name ? -1 : 1));
  const pairing = startPairing(signed, likeness ?? 1);
  const bands = likeness === null ? [] : pairing.bands;
  await goThrough(bands, watch, "Looking for reports that are almost the same", pairing.compare);
  const alike = pairing.pairs();
  const units = splitUnits(reports, alike, stratifyBy);
  const split = await stepThrough(splitSteps(units, { parts, seed, frozen }), watch);
  return {
    listed,
    split,
    alike,
    agreements: await stepThrough(comparing.steps({ seed }), watch),
    losses,
  };
}

/** A release of what nobody can have agreed on would be texts alone. */
const nothingAgreed = () =>
  new AppError(
    "bad-input",
    "No report is finished by two annotators, so there is nothing that they agree on to release; let two finish the same reports, or choose other layers.",
  );

/** The document with the chosen layers and labels, and what that leaves out. */
export function choose(
  document: AnnotatedDocument,
  { layers, labels }: Pick<ReleaseOptions, "layers" | "labels">,
) {
  const chosen = chooseLayers(document, layers);
  const mapped = mapLabels(chosen.document, labels);
  return { document: mapped.document, losses: [...chosen.losses, ...mapped.losses] };
}

function countsOf({ name, case: caseName, metadata, layers }: AnnotatedDocument): SplitReport {
  const byLabel = Map.groupBy(
    layers.flatMap(({ spans }) => spans),
    ({ label }) => label,
  );
  const labels = Object.fromEntries(Array.from(byLabel, ([label, { length }]) => [label, length]));
  return { name, case: caseName, labels, metadata };
}
