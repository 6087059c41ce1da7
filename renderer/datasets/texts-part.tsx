import { ChevronRight } from "lucide-react";
import { Disclosure, DisclosurePanel, Button as PlainButton } from "react-aria-components";
import { TextField } from "../look/fields.tsx";
import { t } from "../messages.ts";
import { NamePicker } from "../scheme/name-picker.tsx";
import { AuthorsField } from "./authors-field.tsx";
import { wrongIn } from "./draft-problems.ts";
import { FormSection } from "./form-section.tsx";
import { LicenceField } from "./licence-field.tsx";
import type { FormProps, ReleaseDraft } from "./release-draft.ts";

type Texts = ReleaseDraft["texts"];

/** What people are told about the release. */
export function TextsPart({ draft: { texts }, problems, onChange }: FormProps) {
  const change = (facts: Partial<Texts>) => onChange({ texts: { ...texts, ...facts } });
  return (
    <FormSection
      title={t("About the release")}
      about={t("Goes into the dataset card, the citation and the metadata.")}
    >
      <div className="release-title">
        <TextField
          label={t("Title")}
          value={texts.title}
          onChange={(title) => change({ title })}
          {...wrongIn(problems, "title")}
        />
        <TextField
          label={t("Version")}
          value={texts.version}
          onChange={(version) => change({ version })}
          {...wrongIn(problems, "version")}
        />
        <LicenceField value={texts.licence} onChange={(licence) => change({ licence })} />
      </div>
      <AuthorsField
        authors={texts.authors}
        problems={problems}
        onChange={(authors) => change({ authors })}
      />
      <Disclosure className="advanced">
        <PlainButton slot="trigger" className="problem-trigger soft">
          <ChevronRight aria-hidden />
          {t("Summary, keywords and the other texts of the card")}
        </PlainButton>
        <DisclosurePanel>
          <CardTexts texts={texts} problems={problems} onChange={change} />
        </DisclosurePanel>
      </Disclosure>
    </FormSection>
  );
}

interface CardTextsProps {
  texts: Texts;
  problems: FormProps["problems"];
  onChange: (facts: Partial<Texts>) => void;
}

const longTexts: readonly { of: keyof Texts & LongText; label: string; about: string }[] = [
  { of: "summary", label: t("Summary"), about: t("What is in it, in a few sentences.") },
  {
    of: "curation",
    label: t("Curation"),
    about: t("Why the reports were chosen, and how they were found."),
  },
  { of: "annotation", label: t("Annotation"), about: t("How the annotators worked.") },
  {
    of: "annotators",
    label: t("Who the annotators are"),
    about: t("Their training, and how many they were."),
  },
  {
    of: "personal",
    label: t("Personal data"),
    about: t("Whether there is any, and what was done about it."),
  },
  { of: "uses", label: t("Uses"), about: t("What it is good for, and what it is not for.") },
  {
    of: "limitations",
    label: t("Limitations"),
    about: t("What whoever uses it has to know: biases, gaps, errors."),
  },
];
type LongText =
  | "summary"
  | "curation"
  | "annotation"
  | "annotators"
  | "personal"
  | "uses"
  | "limitations";

function CardTexts({ texts, problems, onChange }: CardTextsProps) {
  return (
    <div className="release-texts">
      {longTexts.map(({ of, label, about }) => (
        <TextField
          key={of}
          label={label}
          description={about}
          multiline
          rows={2}
          value={texts[of]}
          onChange={(text) => onChange({ [of]: text })}
        />
      ))}
      <NamePicker
        label={t("Keywords")}
        adding={t("Add a keyword")}
        names={texts.keywords}
        options={[]}
        otherwise={t("none yet")}
        allowsOthers
        onChange={(keywords) => onChange({ keywords })}
      />
      <div className="release-pair">
        <TextField
          label={t("Address on the web")}
          value={texts.url}
          onChange={(url) => onChange({ url })}
        />
        <TextField
          label="DOI"
          placeholder="10.5281/zenodo…"
          value={texts.doi}
          onChange={(doi) => onChange({ doi })}
        />
        <TextField
          label={t("Date of publication")}
          placeholder="2026-11-22"
          value={texts.released}
          onChange={(released) => onChange({ released })}
          {...wrongIn(problems, "released")}
        />
        <TextField
          label={t("Contact")}
          value={texts.contact}
          onChange={(contact) => onChange({ contact })}
        />
      </div>
    </div>
  );
}
