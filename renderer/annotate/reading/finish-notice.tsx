import { type LucideIcon, X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../../look/button.tsx";
import { t } from "../../messages.ts";
import "./reading.css";

interface FinishNoticeProps {
  isShown: boolean;
  icon: LucideIcon;
  sentence: ReactNode;
  onLeave: () => void;
  /** The buttons that lead on. */
  children: ReactNode;
}

/** What stands in the way of finishing, over the text's lower edge; it takes neither focus nor room. */
export function FinishNotice({
  isShown,
  icon: Icon,
  sentence,
  onLeave,
  children,
}: FinishNoticeProps) {
  return (
    <div role="status" className="reading-notice-place">
      {isShown && (
        <div className="reading-notice">
          <div className="row">
            <Icon aria-hidden />
            <p className="grow">{sentence}</p>
            <IconButton label={t("Not now")} icon={X} onPress={onLeave} />
          </div>
          <div className="row">
            <span className="grow" />
            {children}
          </div>
        </div>
      )}
    </div>
  );
}
