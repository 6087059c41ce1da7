import { useEffect, useMemo, useRef, useState } from "react";
import { type Choices, noChoices } from "../../shared/extract/choices.ts";
import type { Extracted } from "../../shared/extract/extracted.ts";
import { call } from "../api.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { useCommands } from "../shell/commands.ts";
import { type BlockView, previewBlocks } from "./preview-blocks.ts";
import { saveChoices, unsavedChoices } from "./save-choices.ts";

/** What a reader made of one file, and what is chosen of it now. */
export interface Preview {
  extracted: Extracted;
  choices: Choices;
  views: readonly BlockView[];
  /** Makes a step that can be undone; null is none. */
  change: (next: Choices | null) => void;
}

interface Loaded {
  extracted: Extracted;
  past: readonly Choices[];
  choices: Choices;
  future: readonly Choices[];
}

/** Reads a report's preview; null while it is on its way or where its file has none. */
export function usePreview(stage: string, report: string): Preview | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    const leave = new AbortController();
    call("import.preview", { stage, report }, { signal: leave.signal })
      .then((found) => {
        if (!found || leave.signal.aborted) return;
        const choices = unsavedChoices(report) ?? found.choices;
        setLoaded({ extracted: found.extracted, choices, past: [], future: [] });
      })
      .catch((error) => leave.signal.aborted || toastError(error));
    return () => leave.abort();
  }, [stage, report]);

  const drawn = useRef(new Map<string, BlockView>());
  const { extracted, choices } = loaded ?? nothing;
  const views = useMemo(() => {
    drawn.current = previewBlocks(extracted, choices, drawn.current);
    return [...drawn.current.values()];
  }, [extracted, choices]);
  const show = (next: Loaded) => {
    if (saysNothing(next))
      return void toast({
        text: t("Nothing would be left of the text; leave the report out instead."),
      });
    setLoaded(next);
    saveChoices(report, next.choices);
  };
  useCommands({
    undo: () => loaded && show(undone(loaded)),
    redo: () => loaded && show(redone(loaded)),
  });
  if (!loaded) return null;
  const change = (next: Choices | null) => {
    if (next) show({ ...loaded, past: [...loaded.past, choices], choices: next, future: [] });
  };
  return { extracted, choices, views, change };
}

const nothing: Pick<Loaded, "extracted" | "choices"> = {
  extracted: { kind: "text", title: null, blocks: [], metadata: {}, warnings: [] },
  choices: noChoices,
};

function undone(loaded: Loaded): Loaded {
  const choices = loaded.past.at(-1);
  if (!choices) return loaded;
  const future = [loaded.choices, ...loaded.future];
  return { ...loaded, past: loaded.past.slice(0, -1), choices, future };
}

function redone(loaded: Loaded): Loaded {
  const [choices, ...future] = loaded.future;
  if (!choices) return loaded;
  return { ...loaded, past: [...loaded.past, loaded.choices], choices, future };
}

function saysNothing({ extracted, choices }: Loaded): boolean {
  const views = previewBlocks(extracted, choices, new Map());
  return ![...views.values()].some(
    ({ isOut, segments }) => !isOut && segments.some(({ isCut, text }) => !isCut && text.trim()),
  );
}
