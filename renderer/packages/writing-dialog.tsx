import { type ReactNode, useState } from "react";
import type { WrittenPackages } from "../../shared/contract/packages.ts";
import { closeDialog } from "../dialogs/open-dialog.ts";
import { pickPlace } from "../dialogs/use-export.ts";
import type { CallOptions } from "../doors/door.ts";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { useWork } from "./use-work.ts";
import { WorkDialog } from "./work-dialog.tsx";
import { WrittenList } from "./written-list.tsx";

interface WritingDialogProps {
  title: string;
  size?: "medium" | "large";
  /** Why nothing can be written yet, as a sentence; null where something can. */
  problem: string | null;
  /** What the button says that writes. */
  action: string;
  /** Whether there is anything to write. */
  isReady?: boolean;
  /** @param ticket of the folder that was picked; null where the host has downloads instead. */
  write: (ticket: string | null, options: CallOptions) => Promise<WrittenPackages>;
  /** What is to be done with them, said below the packages that were written. */
  next?: string;
  /** What is to be written, and how. */
  children: ReactNode;
}

/** Asks how packages are to be written, writes them, and says where they are. */
export function WritingDialog(props: WritingDialogProps) {
  const { title, size, problem, action, isReady = true, write, next, children } = props;
  const [written, setWritten] = useState<WrittenPackages | null>(null);
  const work = useWork();
  const start = () =>
    work.run(async (options) => {
      const ticket = await pickPlace();
      if (ticket !== undefined) setWritten(await write(ticket, options));
    });
  if (written)
    return (
      <WorkDialog
        title={t("Packages written")}
        work={work}
        footer={
          <Button variant="primary" onPress={closeDialog} autoFocus>
            {t("Done")}
          </Button>
        }
      >
        <WrittenList written={written} />
        {next !== undefined && <p className="small faint">{next}</p>}
      </WorkDialog>
    );
  const footer = (
    <>
      <p className="grow soft small" role="status">
        {problem}
      </p>
      <Button onPress={closeDialog}>{t("Cancel")}</Button>
      <Button variant="primary" isDisabled={problem !== null || !isReady} onPress={start}>
        {action}
      </Button>
    </>
  );
  return <WorkDialog {...{ title, work, footer, ...(size && { size }) }}>{children}</WorkDialog>;
}

/** What the button says that writes so many packages. */
export const writeInWords = (count: number): string =>
  t("{count, plural, =0 {Write packages} one {Write one package} other {Write # packages}}", {
    count,
  });
