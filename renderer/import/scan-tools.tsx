import { ScanText } from "lucide-react";
import {
  type OcrLanguage,
  ocrLanguageNames,
  ocrLanguages,
} from "../../shared/extract/ocr-languages.ts";
import { Button } from "../look/button.tsx";
import { Select } from "../look/choice.tsx";
import { t } from "../messages.ts";
import { useCommands } from "../shell/commands.ts";
import { shownKey } from "../state/command-keys.ts";
import type { ImportRow } from "./import-rows.ts";
import { readScans, scanLanguage } from "./read-scans.ts";

const options = ocrLanguages.map((id) => ({ id, label: t(ocrLanguageNames[id]) }));

/** Reads all scans that nobody has read yet, in one language. */
export function ScanTools({ rows }: { rows: readonly ImportRow[] }) {
  const language = scanLanguage.use();
  const scans = rows.filter(({ ocr, isLeftOut }) => ocr?.language === null && !isLeftOut);
  useCommands(scans.length > 0 ? { "import.scans": () => readScans(scans) } : {});
  if (scans.length === 0) return null;
  return (
    <>
      <LanguageSelect value={language} onChange={scanLanguage.set} />
      <Button icon={ScanText} keys={shownKey("import.scans")} onPress={() => readScans(scans)}>
        {t("{count, plural, one {Read the scan by OCR} other {Read # scans by OCR}}", {
          count: scans.length,
        })}
      </Button>
    </>
  );
}

/** Reads one file's scanned pages, or reads them again in another language. */
export function ScanDetail({ row }: { row: ImportRow }) {
  const usual = scanLanguage.use();
  if (!row.ocr) return null;
  const { language } = row.ocr;
  if (language === null)
    return (
      <Button icon={ScanText} onPress={() => readScans([row])}>
        {t("Read by OCR, in {language}", { language: t(ocrLanguageNames[usual]) })}
      </Button>
    );
  const choose = (next: OcrLanguage) => {
    if (next !== language) readScans([row], next);
  };
  return <LanguageSelect value={language} onChange={choose} />;
}

interface LanguageSelectProps {
  value: OcrLanguage;
  onChange: (language: OcrLanguage) => void;
}

function LanguageSelect({ value, onChange }: LanguageSelectProps) {
  const choose = (id: string) => {
    const chosen = ocrLanguages.find((known) => known === id);
    if (chosen) onChange(chosen);
  };
  return (
    <Select
      label={t("Language of the scanned pages")}
      hideLabel
      size="small"
      options={options}
      value={value}
      onChange={choose}
    />
  );
}
