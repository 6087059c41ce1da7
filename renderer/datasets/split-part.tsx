import type { RememberedRelease } from "../../shared/contract/datasets.ts";
import { Checkbox, Select } from "../look/choice.tsx";
import { TextField } from "../look/fields.tsx";
import { t } from "../messages.ts";
import { NamePicker } from "../scheme/name-picker.tsx";
import { problemAt, wrongIn } from "./draft-problems.ts";
import { FormSection } from "./form-section.tsx";
import { PartsField } from "./parts-field.tsx";
import type { FormProps } from "./release-draft.ts";
import { useMetadataKeys } from "./use-metadata-keys.ts";

interface SplitPartProps extends FormProps {
  releases: readonly RememberedRelease[];
}

/** How the cases are shared out; a case is never in two parts. */
export function SplitPart({ releases, ...form }: SplitPartProps) {
  const { draft, problems, onChange } = form;
  return (
    <FormSection
      title={t("Split into parts")}
      about={t("A case is never in two parts, whatever its number of reports.")}
    >
      {releases.length > 0 && <ContinueField releases={releases} {...form} />}
      <PartsField
        parts={draft.parts}
        problems={problems}
        onChange={(parts) => onChange({ parts })}
      />
      <Stratifying {...form} />
      <div className="release-pair">
        <TextField
          label={t("Seed")}
          description={t("The same seed gives the same split.")}
          inputMode="numeric"
          value={draft.seed}
          onChange={(seed) => onChange({ seed })}
          {...wrongIn(problems, "seed")}
        />
      </div>
      <Alike {...form} />
    </FormSection>
  );
}

const afresh = "afresh";

function ContinueField({ releases, draft, problems, onChange }: SplitPartProps) {
  const choose = (id: string) => onChange({ continues: id === afresh ? null : id });
  const problem = problemAt(problems, "continues");
  return (
    <div className="release-narrow stack">
      <Select
        label={t("Continue the split of")}
        options={[
          ...releases.map(({ id, title, version }) => ({ id, label: `${title} ${version}` })),
          { id: afresh, label: t("none: a new split") },
        ]}
        value={draft.continues ?? afresh}
        onChange={choose}
      />
      {problem ? (
        <p className="field-error">{problem}</p>
      ) : (
        draft.continues !== null && (
          <p className="field-note">
            {t("Every case stays in its part; only cases that are new are shared out.")}
          </p>
        )
      )}
    </div>
  );
}

function Stratifying({ draft: { stratifyBy }, onChange }: FormProps) {
  const keys = useMetadataKeys();
  const change = (facts: Partial<typeof stratifyBy>) =>
    onChange({ stratifyBy: { ...stratifyBy, ...facts } });
  return (
    <>
      <Checkbox isSelected={stratifyBy.labels} onChange={(labels) => change({ labels })}>
        {t("Give every part its share of every label")}
      </Checkbox>
      {(keys.length > 0 || stratifyBy.metadata.length > 0) && (
        <div className="release-narrow">
          <NamePicker
            label={t("And of the reports with the same")}
            adding={t("Add a field of the metadata")}
            names={stratifyBy.metadata}
            options={keys}
            otherwise={t("nothing else")}
            onChange={(metadata) => change({ metadata })}
          />
        </div>
      )}
    </>
  );
}

function Alike({ draft: { looksForAlike, likeness }, problems, onChange }: FormProps) {
  return (
    <>
      <Checkbox
        isSelected={looksForAlike}
        onChange={(isSelected) => onChange({ looksForAlike: isSelected })}
      >
        {t("Keep reports that are almost the same in one part")}
      </Checkbox>
      {looksForAlike && (
        <div className="release-pair release-indented">
          <TextField
            label={t("Almost the same from (%)")}
            inputMode="numeric"
            value={likeness}
            onChange={(typed) => onChange({ likeness: typed })}
            {...wrongIn(problems, "likeness")}
          />
        </div>
      )}
    </>
  );
}
