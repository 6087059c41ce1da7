import { useId } from "react";
import { call } from "../api.ts";
import { closeDialog } from "../dialogs/open-dialog.ts";
import { Button } from "../look/button.tsx";
import { toast } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import { startApp } from "../state/app-store.ts";
import { PackageHead } from "./package-head.tsx";
import { PassphraseForm } from "./passphrase-form.tsx";
import { useLook } from "./use-look.ts";
import { useWork } from "./use-work.ts";
import { WorkDialog } from "./work-dialog.tsx";

/** Makes a project of a package and goes over to it, once the person has seen what it is. */
export function OpenPackageDialog({ ticket }: { ticket: string }) {
  const { work: looking, packages, passphrase, open } = useLook(ticket);
  const opening = useWork();
  const form = useId();
  const [first] = packages ?? [];
  const work = opening.progress || opening.problem ? opening : looking;
  const make = () =>
    opening.run(async (options) => {
      const { facts } = await call("packages.open", { ticket, passphrase }, options);
      goTo({ screen: "library" });
      await startApp();
      closeDialog();
      toast({ text: t("“{name}” is open.", { name: facts.project.name }) });
    });
  const footer = (
    <>
      <Button onPress={closeDialog}>{t("Cancel")}</Button>
      {first?.isLocked && first.needs === "passphrase" && (
        <Button variant="primary" type="submit" form={form}>
          {t("Unlock")}
        </Button>
      )}
      {first && !first.isLocked && (
        <Button variant="primary" onPress={make} autoFocus>
          {t("Open as a project")}
        </Button>
      )}
    </>
  );
  return (
    <WorkDialog title={t("Open a package")} work={work} footer={footer}>
      {first?.isLocked && <PassphraseForm id={form} needs={first.needs} onPassphrase={open} />}
      {first && !first.isLocked && (
        <>
          <PackageHead file={first.file} facts={first.facts} />
          <p className="soft">
            {first.isOfThisProject
              ? t("It is of the project that is open; “Merge Packages…” brings it in here.")
              : t("A new project of it is made in your Casemark folder.")}
          </p>
        </>
      )}
    </WorkDialog>
  );
}
