import { CircleCheck } from "lucide-react";
import type { MadeRelease } from "../../shared/contract/datasets.ts";
import { exportFormats, titleOfFormat } from "../../shared/formats/format-ids.ts";
import { ExportLosses } from "../dialogs/export-losses.tsx";
import { download } from "../dialogs/use-export.ts";
import { Button } from "../look/button.tsx";
import { Tag } from "../look/tag.tsx";
import { sentence, t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import { CountFacts } from "./count-facts.tsx";
import { fillInAgain } from "./making.ts";

/** What came of a release: where it is, what is in it, and what is not. */
export function MadeResult({ made }: { made: MadeRelease }) {
  const { release, torn } = made;
  const { title, version, place, counts } = release;
  const leave = () => {
    fillInAgain();
    goTo({ screen: "datasets" });
  };
  return (
    <div className="release-result">
      <header className="row">
        <CircleCheck aria-hidden className="release-sound" />
        <h2 role="status">{t("Released {title} {version}.", { title, version })}</h2>
      </header>
      <p className="soft">{t("Everything was read back and is what the project holds.")}</p>
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
      {lossesByFormat(made.losses).map(([format, losses]) => (
        <ExportLosses key={format} losses={losses} title={titleOfLosses(format)} />
      ))}
      <div>
        <Button variant="primary" onPress={leave} autoFocus>
          {t("Done")}
        </Button>
      </div>
    </div>
  );
}

type Losses = MadeRelease["losses"];

const lossesByFormat = (losses: Losses): [string, Losses][] => [
  ...Map.groupBy(losses, ({ format }) => format),
];

function titleOfLosses(format: string): string {
  const known = exportFormats.find((one) => one === format);
  return known
    ? t("{format} cannot hold", { format: titleOfFormat(known) })
    : t("Left out by the choice of layers and labels");
}

function Alike({ pairs, looks }: { pairs: number; looks: boolean }) {
  if (!looks)
    return <p className="soft">{t("Reports that are almost the same were not looked for.")}</p>;
  return (
    <p className="soft">
      {t(
        "{count, plural, =0 {No two reports are almost the same.} one {One pair of reports is almost the same, and was kept in one part.} other {# pairs of reports are almost the same, and were kept in one part.}}",
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
