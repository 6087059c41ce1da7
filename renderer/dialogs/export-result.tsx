import type { Exported } from "../../shared/contract/exports.ts";
import { Button } from "../look/button.tsx";
import { inNumber, sentence, t } from "../messages.ts";
import { ExportLosses } from "./export-losses.tsx";
import { download } from "./use-export.ts";

/** What was written, where it is, and what the format could not hold. */
export function ExportResult({ result }: { result: Exported }) {
  const { reports, spans, files, place, losses } = result;
  return (
    <>
      <dl className="facts numeric">
        <dt>{t("Reports")}</dt>
        <dd>{inNumber(reports)}</dd>
        <dt>{t("Spans")}</dt>
        <dd>{inNumber(spans)}</dd>
        <dt>{t("Files")}</dt>
        <dd>{inNumber(files)}</dd>
        <dt>{t("Place")}</dt>
        <dd>{sentence(place)}</dd>
      </dl>
      <p className="soft">{t("Everything was read back and is what the project holds.")}</p>
      {losses.length > 0 && <ExportLosses losses={losses} />}
      {result.download !== null && (
        <p className="row soft">
          {t("The download has started.")}
          <Button variant="quiet" onPress={() => download(result)}>
            {t("Download again")}
          </Button>
        </p>
      )}
    </>
  );
}
