import {
  type ExportFormat,
  exportFormats,
  titleOfFormat,
} from "../../shared/formats/format-ids.ts";
import { Checkbox } from "../look/choice.tsx";
import { t } from "../messages.ts";
import { FormSection } from "./form-section.tsx";
import type { FormProps } from "./release-draft.ts";

/** The formats that the release has besides its records. */
export function FormatsPart({ draft: { formats }, onChange }: FormProps) {
  const choose = (format: ExportFormat, isChosen: boolean) =>
    onChange({
      formats: exportFormats.filter((one) => (one === format ? isChosen : formats.includes(one))),
    });
  return (
    <FormSection
      title={t("Formats")}
      about={t(
        "Records as JSON lines, which the card’s examples load, are always there. These come besides, each part in its own folder or file.",
      )}
    >
      <div className="release-formats">
        {exportFormats.map((format) => (
          <Checkbox
            key={format}
            isSelected={formats.includes(format)}
            onChange={(isChosen) => choose(format, isChosen)}
          >
            {titleOfFormat(format)}
          </Checkbox>
        ))}
      </div>
    </FormSection>
  );
}
