import { Button } from "../look/button.tsx";
import { Dialog } from "../look/dialog.tsx";
import { rich, sentence, t } from "../messages.ts";
import { asked, carryOut } from "./rewrite.ts";
import { Examples, TouchedWork, touchedInWords } from "./touched.tsx";

/** What a change of the scheme touches, before it is done. */
export function RewriteDialog() {
  const question = asked.use();
  if (!question) return null;
  const { rewrite, impact } = question;
  const close = () => asked.set(null);
  const go = () => void carryOut(rewrite);
  const closed = impact.work.reduce((sum, work) => sum + work.closed, 0);
  return (
    <Dialog
      title={rewrite.title}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          <span className="grow faint small">{t("One step, which undo takes back.")}</span>
          <Button onPress={close}>{t("Cancel")}</Button>
          <Button variant={rewrite.isDanger ? "danger" : "primary"} onPress={go} autoFocus>
            {rewrite.action}
          </Button>
        </>
      }
    >
      <p>
        {rich(
          closed === 0
            ? "This changes <strong>{touched}</strong>, by everybody who marked them."
            : "This changes <strong>{touched}</strong>, by everybody who marked them, also in {closed, plural, one {# finished or locked layer, which stays so} other {# finished or locked layers, which stay so}}.",
          {
            touched: touchedInWords(impact),
            closed,
            strong: (inner) => <strong>{inner}</strong>,
          },
        )}
      </p>
      <TouchedWork usage={impact} />
      <Differences sentences={impact.differences} />
      <h3 className="field-label">
        {impact.examples.length < impact.annotations
          ? t("The first {count, number} of them; Enter opens one", {
              count: impact.examples.length,
            })
          : t("All of them; Enter opens one")}
      </h3>
      <Examples label={t("What it touches")} examples={impact.examples} onOpen={close} />
    </Dialog>
  );
}

/** What is another in the scheme, a sentence a line. */
export function Differences({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className="stack">
      <h3 className="field-label">{t("In the scheme")}</h3>
      <ul className="differences">
        {sentences.map((difference) => (
          <li key={difference}>{sentence(difference)}</li>
        ))}
      </ul>
    </section>
  );
}
