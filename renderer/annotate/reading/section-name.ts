import type { Section, SectionKind } from "../../../shared/model/report.ts";
import { t } from "../../messages.ts";

const kinds: Record<SectionKind, string> = {
  title: t("title"),
  abstract: t("abstract"),
  introduction: t("introduction"),
  case: t("case"),
  history: t("history"),
  gross: t("gross"),
  microscopy: t("microscopy"),
  immunohistochemistry: t("immunohistochemistry"),
  molecular: t("molecular"),
  imaging: t("imaging"),
  diagnosis: t("diagnosis"),
  treatment: t("treatment"),
  "follow-up": t("follow-up"),
  methods: t("methods"),
  results: t("results"),
  discussion: t("discussion"),
  conclusion: t("conclusion"),
  caption: t("caption"),
  references: t("references"),
  other: t("text"),
};

/** What a section is called: by its heading, else by what it is. */
export function sectionName({ title, kind }: Section): string {
  if (title !== "") return title;
  const name = kinds[kind];
  return name.charAt(0).toUpperCase() + name.slice(1);
}
