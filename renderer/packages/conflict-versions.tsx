import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Conflict, ConflictVersion } from "../../shared/contract/packages.ts";
import { Button } from "../look/button.tsx";
import { Tag } from "../look/tag.tsx";
import { pageLanguage, sentence, t } from "../messages.ts";

interface ConflictVersionsProps {
  conflict: Conflict;
  onChoose: (version: string) => void;
  onMove: (by: 1 | -1) => void;
}

/** The versions of one thing side by side. `1` to `9` choose, `j` and `k` go on and back. */
export function ConflictVersions({ conflict, onChoose, onMove }: ConflictVersionsProps) {
  const group = useRef<HTMLDivElement>(null);
  // The keys work at once, and again for the next conflict.
  useEffect(() => group.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const version = conflict.versions[Number(event.key) - 1];
    const by = moves[event.key];
    if (version) onChoose(version.version);
    else if (by) onMove(by);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no keys
    <div
      ref={group}
      role="group"
      tabIndex={-1}
      className="conflict-versions"
      aria-label={t("Versions in “{title}”", { title: conflict.title })}
      onKeyDown={onKeyDown}
    >
      {conflict.versions.map((version, index) => (
        <Version
          key={version.version}
          version={version}
          number={index + 1}
          onChoose={() => onChoose(version.version)}
        />
      ))}
    </div>
  );
}

const moves: Readonly<Record<string, 1 | -1 | undefined>> = { j: 1, k: -1 };

interface VersionProps {
  version: ConflictVersion;
  number: number;
  onChoose: () => void;
}

function Version({ version: { says, annotator, at, isShown }, number, onChoose }: VersionProps) {
  return (
    <article className={isShown ? "conflict-version shown" : "conflict-version"}>
      <p>{sentence(says)}</p>
      <p className="row small soft">
        <span className="grow">{[annotator, whenInWords(at)].filter(Boolean).join(" · ")}</span>
        {isShown && <Tag tone="accent">{t("shown now")}</Tag>}
      </p>
      <Button keys={number < 10 ? String(number) : undefined} onPress={onChoose}>
        {t("Take this one")}
      </Button>
    </article>
  );
}

function whenInWords(at: string): string {
  if (at === "") return t("with an import");
  return new Date(at).toLocaleString(pageLanguage, { dateStyle: "medium", timeStyle: "short" });
}
