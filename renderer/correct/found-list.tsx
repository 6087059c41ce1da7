import { useMemo } from "react";
import { ListBox, ListBoxItem, type Selection } from "react-aria-components";
import type { Defect } from "../../shared/defects/defect.ts";
import { Button } from "../look/button.tsx";
import { Tag } from "../look/tag.tsx";
import { type Correction, isInTheWay, takenOf } from "./use-correction.ts";

/** What was found in the text, each with its surroundings; Space takes one, and takes it back. */
export function FoundList({ correction }: { correction: Correction }) {
  const { text, found, byHand, misplaced, take } = correction;
  const numbers = found.map((_, at) => at);
  const taken = takenOf(correction);
  const disabled = useMemo(
    () => found.flatMap((one, at) => (isInTheWay(byHand, one) ? [at] : [])),
    [found, byHand],
  );
  const sure = found.filter(({ certainty }) => certainty === "sure");
  const choose = (chosen: Selection) =>
    take(chosen === "all" ? found : found.filter((_, at) => chosen.has(at)));
  return (
    <>
      <div className="row">
        <span className="grow soft">
          {taken.size.toLocaleString()} of {found.length.toLocaleString()} repairs taken
        </span>
        <Button isDisabled={taken.size === 0} onPress={() => take([])}>
          Take none
        </Button>
        <Button isDisabled={sure.length === 0} onPress={() => take(sure)}>
          Take all sure ones ({sure.length.toLocaleString()})
        </Button>
      </div>
      <ListBox
        aria-label="Repairs"
        className="found-list"
        selectionMode="multiple"
        selectionBehavior="toggle"
        selectedKeys={taken}
        disabledKeys={disabled}
        onSelectionChange={choose}
        renderEmptyState={() => <p className="soft">Nothing was found that looks wrong.</p>}
      >
        {numbers.map((at) => (
          <FoundItem key={at} id={at} text={text} defect={found[at]} />
        ))}
      </ListBox>
      {misplaced > 0 && (
        <p className="soft small">
          {misplaced === 1 ? "One more stretch stands" : `${misplaced} more stretches stand`} where
          it does not belong. Moving it would lose its spans’ places, so import the file again for
          that.
        </p>
      )}
    </>
  );
}

interface FoundItemProps {
  id: number;
  text: string;
  defect: Defect | undefined;
}

function FoundItem({ id, text, defect }: FoundItemProps) {
  if (!defect) return null;
  const { start, end, replacement, because, certainty } = defect;
  const old = text.slice(start, end);
  return (
    <ListBoxItem id={id} className="found-item" textValue={`${old} → ${replacement}: ${because}`}>
      <span className="found-check" aria-hidden />
      <span className="grow">
        <span className="found-words">
          {lineOf(text.slice(Math.max(0, start - around), start))}
          <del>{visible(old)}</del>
          <ins>{visible(replacement)}</ins>
          {lineOf(text.slice(end, end + around))}
        </span>
        <span className="found-why small faint">{because}</span>
      </span>
      {certainty === "likely" && <Tag tone="warning">Look first</Tag>}
    </ListBoxItem>
  );
}

/** Characters of the surroundings to show on either side. */
const around = 48;

const lineOf = (text: string) => text.toWellFormed().replace(/\s+/g, " ");
const visible = (text: string) => text.replace(/\n/g, "↵").replace(/ (?= |$)|^ /g, "·");
