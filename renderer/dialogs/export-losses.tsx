import { type Loss, lossSentence } from "../../shared/formats/losses.ts";
import { Tag } from "../look/tag.tsx";
import { sentence, t } from "../messages.ts";

interface ExportLossesProps {
  losses: readonly Loss[];
  /** By what, where it is not the only format. */
  title?: string | undefined;
}

/** What a format cannot hold, each kind with a few examples. */
export function ExportLosses({ losses, title = t("Left out or changed") }: ExportLossesProps) {
  return (
    <section className="stack">
      <h3 className="row">
        {title} <Tag tone="warning">{losses.length}</Tag>
      </h3>
      <ul className="problems losses">
        {losses.map((loss) => (
          <li key={lossSentence(loss)} className="problem">
            {sentence(lossSentence(loss))}
            {loss.examples.length > 0 && (
              <ul className="loss-examples small faint">
                {[...new Set(loss.examples)].map((example) => (
                  <li key={example}>{example}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
