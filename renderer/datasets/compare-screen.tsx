import { ArrowLeftRight, CircleAlert, CircleCheck, FolderOpen } from "lucide-react";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { BackToDatasets } from "./back-to-datasets.tsx";
import { ChangesView } from "./changes-view.tsx";
import {
  comparedReleases,
  type PickedRelease,
  pickForComparison,
  swapReleases,
} from "./release-folders.ts";
import "./releases.css";

/** What became of one release in another. */
export function CompareScreen() {
  const { before, after, changes } = comparedReleases.use();
  return (
    <>
      <ScreenHeader title={t("Compare releases")}>
        <BackToDatasets />
        <Button
          icon={ArrowLeftRight}
          isDisabled={!before || !after}
          onPress={() => void swapReleases()}
        >
          {t("The other way round")}
        </Button>
      </ScreenHeader>
      <div className="release-result">
        <div className="compared-pair">
          <Slot
            title={t("Earlier release")}
            release={before}
            onPick={() => void pickForComparison("before")}
          />
          <Slot
            title={t("Later release")}
            release={after}
            onPick={() => void pickForComparison("after")}
          />
        </div>
        {changes && <ChangesView changes={changes} />}
      </div>
    </>
  );
}

interface SlotProps {
  title: string;
  release: PickedRelease | null;
  onPick: () => void;
}

function Slot({ title, release, onPick }: SlotProps) {
  return (
    <section className="compared-slot" aria-label={title}>
      <h2 className="field-label">{title}</h2>
      {release ? <SlotFacts release={release} /> : <p className="faint">{t("None chosen yet.")}</p>}
      <div>
        <Button icon={FolderOpen} onPress={onPick}>
          {release ? t("Choose another folder…") : t("Choose its folder…")}
        </Button>
      </div>
    </section>
  );
}

function SlotFacts({ release: { manifest, problems } }: { release: PickedRelease }) {
  const { title, version, counts } = manifest;
  const isSound = problems.length === 0;
  return (
    <>
      <p className="strong">
        {title} <span className="soft numeric">{version}</span>
      </p>
      <p className="soft numeric">
        {t(
          "{reports, plural, one {# report} other {# reports}}, {spans, plural, one {# span} other {# spans}}",
          { reports: counts.reports, spans: counts.spans },
        )}
      </p>
      <p className="row soft">
        {isSound ? (
          <CircleCheck aria-hidden className="release-sound" />
        ) : (
          <CircleAlert aria-hidden className="release-broken" />
        )}
        {isSound ? t("As it was written") : t("Not as it was written; open it to see why")}
      </p>
    </>
  );
}
