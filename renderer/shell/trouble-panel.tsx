import { CircleAlert } from "lucide-react";
import { Button } from "../look/button.tsx";
import { switchSession } from "../state/app-store.ts";
import { type Trouble, tryNow, useTrouble } from "../state/trouble.ts";
import "./trouble-panel.css";
import { t } from "../messages.ts";

const mostShown = 4;

/** Says, for as long as it is so, that what is done cannot be saved, and what waits for it. */
export function TroublePanel() {
  const trouble = useTrouble();
  if (!trouble) return null;
  return (
    <section className="job trouble" aria-label={t("Not saved yet")}>
      <CircleAlert aria-hidden />
      <div className="grow stack">
        <p role="alert">{trouble.sentence}</p>
        <p className="small soft">
          {t(
            "Go on working: nothing is lost while this window is open, and it is tried again all the time.",
          )}
        </p>
        <Waiting waiting={trouble.waiting} />
        <div className="row">
          <Button onPress={tryNow}>{t("Try now")}</Button>
          {trouble.code === "project-gone" && (
            <Button variant="quiet" onPress={saveAgain}>
              {t("Save the project there again")}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

function Waiting({ waiting }: Pick<Trouble, "waiting">) {
  const more = waiting.length - mostShown;
  return (
    <div className="small">
      <p className="strong">
        {t("{count, plural, one {One change waits:} other {# changes wait:}}", {
          count: waiting.length,
        })}
      </p>
      <ul>
        {waiting.slice(0, mostShown).map((words, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they go in this order, and two may say the same
          <li key={at} className="truncate">
            {words}
          </li>
        ))}
        {more > 0 && <li className="soft">{t("and {more, number} more", { more })}</li>}
      </ul>
    </div>
  );
}

async function saveAgain(): Promise<void> {
  if (await switchSession("project.saveAgain", {})) await tryNow();
}
