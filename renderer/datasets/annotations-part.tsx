import type { LayerChoice } from "../../shared/dataset/layers.ts";
import { gold } from "../../shared/review/gold.ts";
import { Select } from "../look/choice.tsx";
import { t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { FormSection } from "./form-section.tsx";
import { LabelFates } from "./label-fates.tsx";
import { PersonalData } from "./personal-data.tsx";
import type { FormProps } from "./release-draft.ts";
import { ReportsField } from "./reports-field.tsx";

/** Which reports and whose work go into the release, and under which names. */
export function AnnotationsPart(form: FormProps) {
  const { draft, problems, onChange } = form;
  const { search, layers, labels } = draft;
  return (
    <FormSection title={t("Reports and annotations")}>
      <div className="release-pair">
        <ReportsField search={search} onChange={(query) => onChange({ search: query })} />
        <LayersField value={layers} onChange={(chosen) => onChange({ layers: chosen })} />
      </div>
      <LabelFates
        labels={labels}
        problems={problems}
        onChange={(chosen) => onChange({ labels: chosen })}
      />
      <PersonalData {...form} />
    </FormSection>
  );
}

const oneOf = "one of ";

interface LayersFieldProps {
  value: LayerChoice;
  onChange: (layers: LayerChoice) => void;
}

function LayersField({ value, onChange }: LayersFieldProps) {
  const annotators = useApp((snapshot) => snapshot.app?.annotators) ?? [];
  // Decisions are a choice of their own.
  const names = annotators.filter((name) => name !== gold);
  const all = value.of === "one" && !names.includes(value.annotator) ? [value.annotator] : [];
  const options = [
    { id: "all", label: t("Everybody’s") },
    { id: "gold", label: t("What was decided on (gold)") },
    { id: "agreed", label: t("Only what everybody who has finished agrees on") },
    ...[...names, ...all].map((name) => ({ id: oneOf + name, label: name })),
  ];
  const choose = (id: string) => {
    if (id === "all" || id === "gold" || id === "agreed") onChange({ of: id });
    else onChange({ of: "one", annotator: id.slice(oneOf.length) });
  };
  return (
    <Select
      label={t("Whose layers")}
      options={options}
      value={value.of === "one" ? oneOf + value.annotator : value.of}
      onChange={choose}
    />
  );
}
