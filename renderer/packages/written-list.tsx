import type { WrittenPackages } from "../../shared/contract/packages.ts";
import { download } from "../dialogs/use-export.ts";
import { Button } from "../look/button.tsx";
import { inNumber, sentence, t } from "../messages.ts";

/** The packages that were written, whom they are for, and where they are. */
export function WrittenList({ written }: { written: WrittenPackages }) {
  return (
    <>
      <table className="plain-table numeric package-table">
        <thead>
          <tr>
            <th scope="col">{t("File")}</th>
            <th scope="col">{t("Reports")}</th>
            <th scope="col">{t("Layers")}</th>
            <th scope="col">{t("Kilobytes")}</th>
          </tr>
        </thead>
        <tbody>
          {written.packages.map(({ file, reports, layers, bytes }) => (
            <tr key={file}>
              <th scope="row">{file}</th>
              <td>{inNumber(reports)}</td>
              <td>{inNumber(layers)}</td>
              <td>{inNumber(Math.ceil(bytes / 1000))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {written.download === null ? (
        <p className="soft">
          {t("{count, plural, one {It is} other {They are}} in {place}.", {
            ...{ count: written.packages.length, place: sentence(written.place) },
          })}
        </p>
      ) : (
        <p className="row soft">
          {t("The download has started.")}
          <Button variant="quiet" onPress={() => download(written)}>
            {t("Download again")}
          </Button>
        </p>
      )}
    </>
  );
}
