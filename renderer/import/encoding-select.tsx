import type { StagedFile } from "../../shared/staged.ts";
import { encodings, encodingWords } from "../../shared/text/encodings.ts";
import { Select } from "../look/choice.tsx";
import { t } from "../messages.ts";
import { readAgain } from "./read-again.ts";

const known = Object.entries(encodings).map(([id, label]) => ({ id, label: t(label) }));

/** What a text was read as; choosing another encoding reads it again. */
export function EncodingSelect({ file }: { file: StagedFile }) {
  if (!file.encoding) return null;
  const { name } = file.encoding;
  const isListed = name === null || known.some(({ id }) => id === name);
  const options = isListed ? known : [{ id: name, label: t(encodingWords(name)) }, ...known];
  const choose = (chosen: string) => {
    if (chosen !== name) readAgain(file, chosen);
  };
  return (
    <Select
      label={t("Encoding")}
      hideLabel
      size="small"
      options={options}
      value={name}
      placeholder={t("Choose an encoding")}
      onChange={choose}
    />
  );
}

/** Where the encoding comes from, in a few words. */
export function encodingCertainty({
  name,
  confidence,
  isChosen,
}: NonNullable<StagedFile["encoding"]>) {
  if (name === null) return t("Not found out");
  if (isChosen) return t("Chosen by you");
  return confidence === 1
    ? t("Beyond doubt")
    : t("Guessed, {percent} % sure", { percent: Math.round(confidence * 100) });
}
