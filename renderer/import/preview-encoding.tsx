import type { StagedFile } from "../../shared/staged.ts";
import { encodingWords } from "../../shared/text/encodings.ts";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { EncodingSelect, encodingCertainty } from "./encoding-select.tsx";
import { readAgain } from "./read-again.ts";
import type { Preview } from "./use-preview.ts";

interface PreviewEncodingProps {
  preview: Preview;
  file: StagedFile;
}

// Those after them are never it.
const alternativesShown = 4;

/** What the text was read as, how sure that is, and what other encodings would make of its first words. */
export function PreviewEncoding({ preview, file }: PreviewEncodingProps) {
  if (!file.encoding) return null;
  const { alternatives } = preview.extracted.encoding ?? { alternatives: [] };
  return (
    <section className="stack preview-encoding">
      <h2>{t("Encoding")}</h2>
      <EncodingSelect file={file} />
      <p className="small faint">{encodingCertainty(file.encoding)}</p>
      {alternatives.length > 0 && (
        <ul className="encoding-alternatives" aria-label={t("What else it could be")}>
          {alternatives.slice(0, alternativesShown).map(({ encoding, sample }) => (
            <li key={encoding}>
              <div className="row">
                <span className="grow truncate small soft">{t(encodingWords(encoding))}</span>
                <Button
                  variant="quiet"
                  aria-label={t("Read as {encoding}", { encoding: t(encodingWords(encoding)) })}
                  onPress={() => readAgain(file, encoding)}
                >
                  {t("Use")}
                </Button>
              </div>
              <p className="encoding-sample">{sample}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
