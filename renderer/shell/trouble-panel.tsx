import { CircleAlert } from "lucide-react";
import { Button } from "../look/button.tsx";
import { switchSession } from "../state/app-store.ts";
import { type Trouble, tryNow, useTrouble } from "../state/trouble.ts";
import "./trouble-panel.css";

const mostShown = 4;

/** Says, for as long as it is so, that what is done cannot be saved, and what waits for it. */
export function TroublePanel() {
  const trouble = useTrouble();
  if (!trouble) return null;
  return (
    <section className="job trouble" aria-label="Not saved yet">
      <CircleAlert aria-hidden />
      <div className="grow stack">
        <p role="alert">{trouble.sentence}</p>
        <p className="small soft">
          Go on working: nothing is lost while this window is open, and it is tried again all the
          time.
        </p>
        <Waiting waiting={trouble.waiting} />
        <div className="row">
          <Button onPress={tryNow}>Try now</Button>
          {trouble.code === "project-gone" && (
            <Button variant="quiet" onPress={saveAgain}>
              Save the project there again
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
        {waiting.length === 1 ? "One change waits:" : `${waiting.length} changes wait:`}
      </p>
      <ul>
        {waiting.slice(0, mostShown).map((words, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they go in this order, and two may say the same
          <li key={at} className="truncate">
            {words}
          </li>
        ))}
        {more > 0 && <li className="soft">and {more} more</li>}
      </ul>
    </div>
  );
}

async function saveAgain(): Promise<void> {
  if (await switchSession("project.saveAgain", {})) await tryNow();
}
