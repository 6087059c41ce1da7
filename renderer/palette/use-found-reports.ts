import { FileText } from "lucide-react";
import { useEffect, useState } from "react";
import { call } from "../api.ts";
import { goTo } from "../shell/route.ts";
import type { Entry } from "./sources.ts";

// In milliseconds: shorter than a pause in typing, longer than between two letters.
const pause = 90;
const mostFound = 8;

/** The reports that have these words in title, case or text. */
export function useFoundReports(typed: string): readonly Entry[] {
  const [found, setFound] = useState<readonly Entry[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(
      () => {
        search(typed).then(
          (entries) => isCurrent && setFound(entries),
          () => isCurrent && setFound([]),
        );
      },
      typed === "" ? 0 : pause,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [typed]);
  return found;
}

async function search(typed: string): Promise<Entry[]> {
  const { rows } = await call("report.list", { search: typed, limit: mostFound });
  return rows.map(({ id, title, case: name }) => ({
    id: `report ${id}`,
    group: "Reports",
    name: title,
    detail: name === title ? undefined : name,
    icon: FileText,
    run: () => goTo({ screen: "annotate", report: id }),
  }));
}
