import { ChevronRight } from "lucide-react";
import { Disclosure, DisclosurePanel, Button as PlainButton } from "react-aria-components";
import { mayWrite } from "../../shared/formats/offset-units.ts";
import { door } from "../api.ts";
import { Select } from "../look/choice.tsx";
import { t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { FormatChoice } from "./format-choice.tsx";
import { type Offsets, offsetChoices } from "./offset-choices.ts";
import type { ExportChoice } from "./use-export.ts";
import "./export-form.css";

interface ExportFormProps {
  /** The reports chosen in the library; null for none. */
  chosen: readonly string[] | null;
  choice: ExportChoice;
  onChange: (choice: ExportChoice) => void;
}

const everybody = "everybody";
const everything = "all";

/** What to write, of whom, and how. */
export function ExportForm({ chosen, choice, onChange }: ExportFormProps) {
  return (
    <>
      <FormatChoice
        value={choice.format}
        onChange={(format) => onChange({ ...choice, format, offsets: unitIn(format, choice) })}
      />
      <div className="export-row">
        <LayerChoice
          value={choice.annotator}
          onChange={(annotator) => onChange({ ...choice, annotator })}
        />
        <Select
          label={t("Reports")}
          options={[
            { id: everything, label: t("All reports") },
            ...(chosen ? [{ id: "chosen", label: onlyChosen(chosen.length) }] : []),
          ]}
          value={choice.reports ? "chosen" : everything}
          onChange={(id) =>
            onChange({ ...choice, reports: id === everything ? null : chosen && [...chosen] })
          }
        />
      </div>
      <Advanced choice={choice} onChange={onChange} />
      <p className="small faint">
        {t(door.pickExportFolder ? "You choose the folder next." : "The files come as a download.")}{" "}
        {t("What is written is read back and compared before the export counts as done.")}
      </p>
    </>
  );
}

/** The unit that was chosen, where the other format may count in it too. */
const unitIn = (format: ExportChoice["format"], { offsets: unit }: ExportChoice): Offsets =>
  mayWrite(format, unit) ? unit : "native";

const onlyChosen = (count: number) =>
  t("{count, plural, one {Only the one report chosen} other {Only the # reports chosen}}", {
    count,
  });

interface LayerChoiceProps {
  value: string | null;
  onChange: (annotator: string | null) => void;
}

function LayerChoice({ value, onChange }: LayerChoiceProps) {
  const app = useApp((snapshot) => snapshot.app);
  const names = [
    ...new Set([...(app?.annotator ? [app.annotator] : []), ...(app?.annotators ?? [])]),
  ];
  return (
    <Select
      label={t("Whose layers")}
      options={[
        { id: everybody, label: t("Everybody’s") },
        ...names.map((name) => ({ id: `of ${name}`, label: name })),
      ]}
      value={value === null ? everybody : `of ${value}`}
      onChange={(id) => onChange(id === everybody ? null : id.slice("of ".length))}
    />
  );
}

function Advanced({ choice, onChange }: Omit<ExportFormProps, "chosen">) {
  const choose = (id: string) => {
    const unit = offsetChoices.find((known) => known.id === id);
    if (unit) onChange({ ...choice, offsets: unit.id });
  };
  return (
    <Disclosure className="advanced">
      <PlainButton slot="trigger" className="problem-trigger soft">
        <ChevronRight aria-hidden />
        {t("Advanced")}
      </PlainButton>
      <DisclosurePanel className="advanced-panel">
        <Select
          label={t("Offsets count")}
          options={offsetChoices.filter(({ id }) => mayWrite(choice.format, id))}
          value={choice.offsets}
          onChange={choose}
        />
      </DisclosurePanel>
    </Disclosure>
  );
}
