import { ComboBox } from "../look/choice.tsx";
import { t } from "../messages.ts";

interface LabelNameFieldProps {
  label: string;
  hideLabel?: boolean;
  labels: readonly string[];
  value: string;
  onChange: (name: string) => void;
}

/** The name of a label that there is, or of one to be made. */
export function LabelNameField({ label, hideLabel, labels, value, onChange }: LabelNameFieldProps) {
  const isNew = value !== "" && !labels.includes(value);
  const names = isNew ? [value, ...labels] : labels;
  return (
    <ComboBox
      // A new name becomes an option, which the field learns by being made anew.
      key={isNew ? value : ""}
      label={label}
      {...(hideLabel && { hideLabel })}
      placeholder={t("stays as it is")}
      options={names.map((id) => ({
        id,
        label: id,
        ...(isNew && id === value && { detail: t("new") }),
      }))}
      value={value || null}
      onChange={onChange}
      onCustom={onChange}
    />
  );
}
