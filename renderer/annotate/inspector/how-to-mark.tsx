import { KeyCap } from "../../look/key-cap.tsx";
import { LabelTag } from "../../look/label-tag.tsx";
import { rich, t } from "../../messages.ts";
import { useReport, useSession } from "../session.ts";

const mostLabels = 8;

/** What the inspector says while no span is chosen: how to mark one, and how to choose one. */
export function HowToMark() {
  const { scheme } = useSession();
  const isEmpty = useReport((state) => state.order.length === 0);
  const isClosed = useReport((state) => state.status !== "open");
  const keyed = scheme.labels.filter(({ key }) => key !== null);
  if (isClosed && isEmpty)
    return <p className="how-to soft">{t("Nothing is marked in this report.")}</p>;
  return (
    <div className="how-to soft">
      {!isClosed && (
        <>
          <p>
            {t(
              "To mark a word, click on it or go there with the arrows, then press a label’s key; for several words, select them first:",
            )}
          </p>
          <p className="flags">
            {keyed.slice(0, mostLabels).map(({ name, colour, key }) => (
              <LabelTag key={name} name={name} colour={colour} keys={key} />
            ))}
          </p>
          <p>
            {rich("<key></key> lists all {count, number} labels.", {
              key: () => <KeyCap keys="Space" />,
              count: scheme.labels.length,
            })}
          </p>
        </>
      )}
      {!isEmpty && (
        <p>
          {rich("<next></next> and <previous></previous> go from span to span.", {
            next: () => <KeyCap keys="]" />,
            previous: () => <KeyCap keys="[" />,
          })}
        </p>
      )}
    </div>
  );
}
