import { type ReactNode, useEffect, useState } from "react";
import type { WrittenPackages } from "../../shared/contract/packages.ts";
import type { Output } from "../../shared/contract.ts";
import { gold } from "../../shared/review/gold.ts";
import { call } from "../api.ts";
import { closeDialog } from "../dialogs/open-dialog.ts";
import { download, pickPlace } from "../dialogs/use-export.ts";
import type { CallOptions } from "../doors/door.ts";
import { Button } from "../look/button.tsx";
import { Checkbox } from "../look/choice.tsx";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { openToAll, sealingOf, sealingProblem } from "./sealing-draft.ts";
import { SealingFields } from "./sealing-fields.tsx";
import { useWork } from "./use-work.ts";
import { WorkDialog } from "./work-dialog.tsx";
import { WrittenList } from "./written-list.tsx";

type Recipient = Output<"feedback.recipients">["recipients"][number];

/** Writes each annotator what was decided on the reports that they worked on, with their own layers. */
export function FeedbackDialog() {
  const recipients = useRecipients();
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [sealing, setSealing] = useState(openToAll);
  const [written, setWritten] = useState<WrittenPackages | null>(null);
  const work = useWork();
  const wanted = recipients?.filter(({ annotator }) => !without.has(annotator)) ?? [];
  const problem = wanted.length === 0 ? null : sealingProblem(sealing);
  const start = () =>
    work.run(async (options) => {
      const ticket = await pickPlace();
      if (ticket === undefined) return;
      const made = await writeAll(wanted, { sealing: sealingOf(sealing), ticket }, options);
      setWritten(made);
    });
  const toggle = (name: string) => {
    const next = new Set(without);
    if (!next.delete(name)) next.add(name);
    setWithout(next);
  };
  const footer = written ? (
    <Button variant="primary" onPress={closeDialog} autoFocus>
      {t("Done")}
    </Button>
  ) : (
    <>
      <p className="grow soft small" role="status">
        {problem}
      </p>
      <Button onPress={closeDialog}>{t("Cancel")}</Button>
      <Button
        variant="primary"
        isDisabled={problem !== null || wanted.length === 0}
        onPress={start}
      >
        {t(
          "{count, plural, =0 {Write packages} one {Write one package} other {Write # packages}}",
          {
            count: wanted.length,
          },
        )}
      </Button>
    </>
  );
  return (
    <WorkDialog title={t("Send feedback")} work={work} footer={footer}>
      {written ? (
        <WrittenList written={written} />
      ) : (
        <Choice
          recipients={recipients}
          without={without}
          onToggle={toggle}
          sealing={<SealingFields draft={sealing} onChange={setSealing} />}
        />
      )}
    </WorkDialog>
  );
}

/** One package a person, into the same folder or as one download each. */
async function writeAll(
  recipients: readonly Recipient[],
  how: { sealing: ReturnType<typeof sealingOf>; ticket: string | null },
  options: CallOptions,
): Promise<WrittenPackages> {
  const all: WrittenPackages = { packages: [], place: "", download: null };
  for (const { annotator, reports } of recipients) {
    const whom = { annotators: [annotator, gold], reports, recipient: annotator };
    const wanted = { ...how, ...whom, purpose: "feedback", originals: false } as const;
    const made = await call("packages.write", wanted, options);
    download(made);
    all.packages.push(...made.packages);
    all.place = made.place;
  }
  return all;
}

interface ChoiceProps {
  recipients: readonly Recipient[] | null;
  without: ReadonlySet<string>;
  onToggle: (name: string) => void;
  sealing: ReactNode;
}

function Choice({ recipients, without, onToggle, sealing }: ChoiceProps) {
  if (recipients?.length === 0)
    return (
      <p className="soft">
        {t("Nothing has been decided yet on a report that somebody has worked on.")}
      </p>
    );
  return (
    <>
      <p className="soft">
        {t(
          "Each gets their own layers, the gold layer and the decisions of the reports that they worked on, and no other annotator’s layers. They merge it and see in Review what was changed of theirs.",
        )}
      </p>
      <ul className="package-recipients">
        {recipients?.map(({ annotator, reports }) => (
          <li key={annotator}>
            <Checkbox isSelected={!without.has(annotator)} onChange={() => onToggle(annotator)}>
              {annotator}{" "}
              <span className="faint">
                {t("{count, plural, one {# report} other {# reports}}", { count: reports.length })}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {sealing}
    </>
  );
}

function useRecipients(): readonly Recipient[] | null {
  const [recipients, setRecipients] = useState<readonly Recipient[] | null>(null);
  useEffect(() => {
    call("feedback.recipients", {})
      .then((found) => setRecipients(found.recipients))
      .catch(toastError);
  }, []);
  return recipients;
}
