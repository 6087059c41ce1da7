import { CircleCheck } from "lucide-react";
import type { MadeRelease } from "../../shared/contract/datasets.ts";
import { download } from "../dialogs/use-export.ts";
import { Button } from "../look/button.tsx";
import { Tag } from "../look/tag.tsx";
import { sentence, t } from "../messages.ts";
import { CountFacts } from "./count-facts.tsx";
import { ReleaseLosses } from "./release-losses.tsx";

/** What came of a release: where it is, what is in it, and what is not. */
export function MadeResult({ made }: { made: MadeRelease }) {
  const { release, torn } = made;
  const { title, version, place, counts } = release;
  const said = t("Released {title} {version}.", { title, version });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
    <section className="release-result" aria-label={said} tabIndex={0}>
      <div className="row" role="status">
        <CircleCheck aria-hidden className="release-sound" />
        <h2>{said}</h2>
      </div>
      <p className="soft">
        {t("What was written was read back and compared; every file has its SHA-256.")}
      </p>
      <CountFacts counts={counts} place={sentence(place)} />
      {made.download !== null && (
        <p className="row soft">
          {t("The download has started.")}
          <Button variant="quiet" onPress={() => download(made)}>
            {t("Download again")}
          </Button>
        </p>
      )}
      <Alike pairs={made.nearDuplicates} looks={release.options.likeness !== null} />
      {torn.length > 0 && <Torn torn={torn} />}
      <ReleaseLosses losses={made.losses} />
    </section>
  );
}

function Alike({ pairs, looks }: { pairs: number; looks: boolean }) {
  if (!looks)
    return <p className="soft">{t("Reports that are almost the same were not looked for.")}</p>;
  return (
    <p className="soft">
      {t(
        "{count, plural, =0 {No two reports are almost the same.} one {One pair of reports is almost the same; near-duplicates.jsonl says which.} other {# pairs of reports are almost the same; near-duplicates.jsonl says which.}}",
        { count: pairs },
      )}
    </p>
  );
}

/** A release that is continued has parted what belongs together. */
function Torn({ torn }: { torn: readonly string[][] }) {
  return (
    <section className="stack">
      <h3 className="row">
        {t("Cases that should be together and are not")} <Tag tone="warning">{torn.length}</Tag>
      </h3>
      <p className="soft">
        {t(
          "They have reports that are almost the same, but the earlier release had them in different parts. A new split would bring them together.",
        )}
      </p>
      <ul className="problems">
        {torn.map((cases) => (
          <li key={cases.join("\n")} className="problem">
            {cases.join(", ")}
          </li>
        ))}
      </ul>
    </section>
  );
}
