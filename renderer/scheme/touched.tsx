import { ListBox, ListBoxItem } from "react-aria-components";
import type { SchemeUsage, TouchedExample } from "../../shared/contract/scheme.ts";
import { openReportAt } from "../annotate/open-at.ts";
import { inNumber, t } from "../messages.ts";
import "../look/collections.css";

/** `240 annotations in 31 reports`. */
export function touchedInWords({ annotations, reports }: SchemeUsage): string {
  return t(
    "{annotations, plural, one {# annotation} other {# annotations}} in {reports, plural, one {# report} other {# reports}}",
    { annotations, reports },
  );
}

/** Whose work is touched, and how much of it is closed. */
export function TouchedWork({ usage }: { usage: SchemeUsage }) {
  if (usage.work.length === 0) return null;
  return (
    <table className="plain-table touched-work">
      <thead>
        <tr>
          <th scope="col">{t("Annotator")}</th>
          <th scope="col">{t("Annotations")}</th>
          <th scope="col">{t("Reports")}</th>
          <th scope="col">{t("Finished or locked")}</th>
        </tr>
      </thead>
      <tbody className="numeric">
        {usage.work.map(({ annotator, annotations, reports, closed }) => (
          <tr key={annotator}>
            <th scope="row">{annotator}</th>
            <td>{inNumber(annotations)}</td>
            <td>{inNumber(reports)}</td>
            <td>{closed === 0 ? <span className="faint">{t("none")}</span> : inNumber(closed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ExamplesProps {
  label: string;
  examples: readonly TouchedExample[];
  /** Before the report is opened. */
  onOpen?: () => void;
}

/** Some of the annotations in their text; Enter opens one. */
export function Examples({ label, examples, onOpen }: ExamplesProps) {
  const open = (id: string) => {
    const example = examples.find((one) => one.id === id);
    if (!example) return;
    onOpen?.();
    openExample(example);
  };
  return (
    <ListBox
      aria-label={label}
      className="react-aria-ListBox examples"
      items={examples}
      onAction={(key) => open(String(key))}
      renderEmptyState={() => <p className="faint small">{t("There are none to show.")}</p>}
    >
      {(example) => (
        <ListBoxItem
          textValue={`${example.words}, ${example.title}, ${example.annotator}`}
          className="react-aria-ListBoxItem example"
        >
          <ExampleLine example={example} />
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** The words in their line, and where that is. */
export function ExampleLine({ example }: { example: TouchedExample }) {
  const { before, words, after, title, annotator } = example;
  return (
    <>
      <span className="example-text">
        <span className="example-before soft">{before.replaceAll("\n", " ")}</span>
        <mark>{words.replaceAll("\n", " ")}</mark>
        <span className="soft">{after.replaceAll("\n", " ")}</span>
      </span>
      <span className="example-place faint small truncate">
        {annotator} · {title}
      </span>
    </>
  );
}

/** Everybody sees their own layer; of others' annotations the place is shown. */
function openExample({ report, range, id }: TouchedExample): void {
  openReportAt(report, range && { ...range, span: id });
}
