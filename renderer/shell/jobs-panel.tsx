import { useEffect, useState } from "react";
import { Button } from "../look/button.tsx";
import { Progress } from "../look/progress.tsx";
import { sentence, t } from "../messages.ts";
import { type Job, useJobs } from "./jobs.ts";
import { TroublePanel } from "./trouble-panel.tsx";

/** Long work under way, and what cannot be saved, in the lower left corner. */
export function JobsPanel() {
  const jobs = useJobs();
  return (
    <div className="jobs">
      <TroublePanel />
      {jobs.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </div>
  );
}

// Work that is done at once should not flash a panel.
const patience = 250;

function JobRow({ job }: { job: Job }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <section className="job" aria-label={job.title}>
      <div className="grow">
        <Progress
          label={sentence(job.progress.doing) || job.title}
          done={job.progress.done}
          total={job.progress.total}
        />
      </div>
      <Button variant="quiet" onPress={job.cancel}>
        {t("Cancel")}
      </Button>
    </section>
  );
}
