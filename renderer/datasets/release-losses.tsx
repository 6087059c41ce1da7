import type { ReleaseLoss } from "../../shared/dataset/facts.ts";
import { exportFormats, titleOfFormat } from "../../shared/formats/format-ids.ts";
import { addUpLosses, type Loss } from "../../shared/formats/losses.ts";
import { ExportLosses } from "../dialogs/export-losses.tsx";
import { t } from "../messages.ts";

/** What choosing leaves out of a release, and what its records and each format cannot hold. */
export function ReleaseLosses({ losses }: { losses: readonly ReleaseLoss[] }) {
  return byFormat(losses).map(([format, own]) => (
    <ExportLosses key={format} losses={own} title={titleOf(format)} />
  ));
}

/** Of all parts together; the Node side names a loss "brat, train". */
function byFormat(losses: readonly ReleaseLoss[]): [format: string, losses: Loss[]][] {
  const groups = Map.groupBy(losses, ({ format }) => format.split(",", 1)[0] ?? "");
  return Array.from(groups, ([format, all]) => [format, addUpLosses(all)]);
}

function titleOf(format: string): string {
  if (format === "") return t("Left out by the choice of layers and labels");
  const known = exportFormats.find((one) => one === format);
  return t("{format} cannot hold", { format: known ? titleOfFormat(known) : t("Records") });
}
