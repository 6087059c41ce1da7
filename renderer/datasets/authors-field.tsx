import { Plus, X } from "lucide-react";
import { Button, IconButton } from "../look/button.tsx";
import { TextField } from "../look/fields.tsx";
import { t } from "../messages.ts";
import { wrongIn } from "./draft-problems.ts";
import type { FormProps, ReleaseDraft } from "./release-draft.ts";

type Author = ReleaseDraft["texts"]["authors"][number];

interface AuthorsFieldProps {
  authors: readonly Author[];
  problems: FormProps["problems"];
  onChange: (authors: Author[]) => void;
}

/** Who made the dataset, in the order in which it is cited. */
export function AuthorsField({ authors, problems, onChange }: AuthorsFieldProps) {
  const add = () => onChange([...authors, { family: "", given: "", orcid: "", affiliation: "" }]);
  return (
    <fieldset className="release-rows">
      <legend className="field-label">{t("Authors, in the order of the citation")}</legend>
      {authors.length === 0 && <p className="faint">{t("Nobody yet.")}</p>}
      {authors.map((author, at) => (
        <AuthorRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that an author has while it is typed
          key={at}
          author={author}
          at={at}
          problems={problems}
          onChange={(facts) => onChange(authors.with(at, { ...author, ...facts }))}
          onRemove={() => onChange(authors.toSpliced(at, 1))}
        />
      ))}
      <div>
        <Button icon={Plus} onPress={add}>
          {t("Add an author")}
        </Button>
      </div>
    </fieldset>
  );
}

interface AuthorRowProps {
  author: Author;
  at: number;
  problems: FormProps["problems"];
  onChange: (facts: Partial<Author>) => void;
  onRemove: () => void;
}

function AuthorRow({ author, at, problems, onChange, onRemove }: AuthorRowProps) {
  return (
    <div className="author-row">
      <TextField
        label={t("Given name")}
        value={author.given}
        onChange={(given) => onChange({ given })}
      />
      <TextField
        label={t("Family name")}
        value={author.family}
        onChange={(family) => onChange({ family })}
        {...wrongIn(problems, `family ${at}`)}
      />
      <TextField
        label="ORCID"
        placeholder="0000-0002-1825-0097"
        value={author.orcid}
        onChange={(orcid) => onChange({ orcid: orcid.trim() })}
        {...wrongIn(problems, `orcid ${at}`)}
      />
      <TextField
        label={t("Affiliation")}
        value={author.affiliation}
        onChange={(affiliation) => onChange({ affiliation })}
      />
      <IconButton label={t("Take the author out")} icon={X} onPress={onRemove} />
    </div>
  );
}
