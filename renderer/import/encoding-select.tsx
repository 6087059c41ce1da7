import type { StagedFile } from "../../shared/staged.ts";
import { encodings, encodingWords } from "../../shared/text/encodings.ts";
import { Select } from "../look/choice.tsx";
import { readAgain } from "./read-again.ts";

const known = Object.entries(encodings).map(([id, label]) => ({ id, label }));

/** What a text was read as; choosing another encoding reads it again. */
export function EncodingSelect({ file }: { file: StagedFile }) {
  if (!file.encoding) return null;
  const { name } = file.encoding;
  const isListed = name === null || known.some(({ id }) => id === name);
  const options = isListed ? known : [{ id: name, label: encodingWords(name) }, ...known];
  const choose = (chosen: string) => {
    if (chosen !== name) readAgain(file, chosen);
  };
  return (
    <Select
      label="Encoding"
      hideLabel
      size="small"
      options={options}
      value={name}
      placeholder="Choose an encoding"
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
  if (name === null) return "Not found out";
  if (isChosen) return "Chosen by you";
  return confidence === 1 ? "Beyond doubt" : `Guessed, ${Math.round(confidence * 100)} % sure`;
}
