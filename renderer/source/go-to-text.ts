import { useSession } from "../annotate/session.ts";
import { t } from "../messages.ts";

/** Goes to an offset of the text; null where what was clicked is not in the text. */
export type GoToText = (offset: number | null) => void;

/** Puts the caret and the focus into the text, and says so where there is nothing to go to. */
export function useGoToText(): GoToText {
  const { editor, focusText, say } = useSession();
  return (offset) => {
    if (offset === null) {
      say(t("This part of the original is not in the text."));
      return;
    }
    const place = { start: offset, end: offset };
    focusText();
    editor.current?.select(place);
    editor.current?.reveal(place);
  };
}
