import { useState } from "react";
import { Select } from "../look/choice.tsx";
import { TextField } from "../look/fields.tsx";
import { t } from "../messages.ts";

/** SPDX identifiers of what datasets are usually given out under. */
const usual = [
  ...["CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0"],
  ...["CC0-1.0", "ODC-By-1.0", "ODbL-1.0"],
];
const none = "none";
const other = "other";

interface LicenceFieldProps {
  /** An SPDX identifier, or empty. */
  value: string;
  onChange: (licence: string) => void;
}

/** The licence: one of the usual ones, or any other by its identifier. */
export function LicenceField({ value, onChange }: LicenceFieldProps) {
  const [isOther, setOther] = useState(value !== "" && !usual.includes(value));
  const choose = (id: string) => {
    setOther(id === other);
    onChange(id === none || id === other ? "" : id);
  };
  return (
    <>
      <Select
        label={t("Licence")}
        options={[
          { id: none, label: t("None yet") },
          ...usual.map((id) => ({ id, label: id })),
          { id: other, label: t("Another one…") },
        ]}
        value={isOther ? other : value || none}
        onChange={choose}
      />
      {isOther && (
        <TextField
          label={t("SPDX identifier of the licence")}
          value={value}
          onChange={onChange}
          autoFocus={value === ""}
        />
      )}
    </>
  );
}
