import { type ReactNode, useEffect, useState } from "react";
import type { WrittenPackages } from "../../shared/contract/packages.ts";
import type { Output } from "../../shared/contract.ts";
import { gold } from "../../shared/review/gold.ts";
import { toggled } from "../annotate/entities/toggled.ts";
import { call } from "../api.ts";
import { download } from "../dialogs/use-export.ts";
import type { CallOptions } from "../doors/door.ts";
import { Checkbox } from "../look/choice.tsx";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { openToAll, sealingOf, sealingProblem } from "./sealing-draft.ts";
import { SealingFields } from "./sealing-fields.tsx";
import { WritingDialog, writeInWords } from "./writing-dialog.tsx";

type Recipient = Output<"feedback.recipients">["recipients"][number];

/** Writes each annotator what was decided on the reports that they worked on, with their own layers. */
export function FeedbackDialog() {
  const recipients = useRecipients();
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [sealing, setSealing] = useState(openToAll);
  const wanted = recipients?.filter(({ annotator }) => !without.has(annotator)) ?? [];
  return (
    <WritingDialog
      title={t("Send feedback")}
      problem={wanted.length === 0 ? null : sealingProblem(sealing)}
      action={writeInWords(wanted.length)}
      isReady={wanted.length > 0}
      write={(ticket, options) =>
        writeAll(wanted, { sealing: sealingOf(sealing), ticket }, options)
      }
    >
      <Choice
        recipients={recipients}
        without={without}
        onToggle={(name) => setWithout(toggled(without, name))}
        sealing={<SealingFields draft={sealing} onChange={setSealing} />}
      />
    </WritingDialog>
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
