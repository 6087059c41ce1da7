import { ChevronRight } from "lucide-react";
import {
  Disclosure,
  DisclosurePanel,
  Heading,
  ListBox,
  ListBoxItem,
  Button as PlainButton,
} from "react-aria-components";
import type { SchemeBreach } from "../../shared/contract/scheme.ts";
import { openReportAt } from "../annotate/open-at.ts";
import { sentence, t } from "../messages.ts";
import "../look/collections.css";

interface BreachListProps {
  /** null while they are being looked for. */
  breaches: readonly SchemeBreach[] | null;
  /** What is said where there are none. */
  nothing: string;
  onOpen?: () => void;
}

/** Where annotations do not keep to a scheme: each sentence opens to its reports. */
export function BreachList({ breaches, nothing, onOpen }: BreachListProps) {
  if (!breaches) return <p className="faint">{t("Looking at all annotations …")}</p>;
  if (breaches.length === 0) return <p className="soft">{nothing}</p>;
  return (
    <ul className="breaches">
      {breaches.map((breach) => (
        <li key={breach.sentence}>
          <Breach breach={breach} {...(onOpen && { onOpen })} />
        </li>
      ))}
    </ul>
  );
}

function Breach({ breach, onOpen }: { breach: SchemeBreach; onOpen?: () => void }) {
  const { sentence: english, count, reports, annotators, examples } = breach;
  const open = (key: string) => {
    const example = examples[Number(key)];
    if (!example) return;
    onOpen?.();
    openReportAt(example.report, null);
  };
  return (
    <Disclosure className="breach">
      <Heading level={3}>
        <PlainButton slot="trigger" className="breach-trigger">
          <ChevronRight aria-hidden className="breach-chevron" />
          <span className="grow">{sentence(english)}</span>
          <span className="faint small numeric">
            {t(
              "{count, plural, one {# time} other {# times}} in {reports, plural, one {# report} other {# reports}}, {annotators}",
              { count, reports, annotators: annotators.join(", ") },
            )}
          </span>
        </PlainButton>
      </Heading>
      <DisclosurePanel>
        <ListBox
          aria-label={t("Reports")}
          className="react-aria-ListBox"
          onAction={(key) => open(String(key))}
        >
          {examples.map(({ report, annotator, title }, at) => (
            <ListBoxItem
              key={`${report} ${annotator}`}
              id={String(at)}
              textValue={`${title}, ${annotator}`}
            >
              <span className="grow truncate">{title}</span>
              <span className="faint small">{annotator}</span>
            </ListBoxItem>
          ))}
        </ListBox>
        {reports > examples.length && (
          <p className="faint small">
            {t("and {count, plural, one {# other report} other {# other reports}}", {
              count: reports - examples.length,
            })}
          </p>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}
