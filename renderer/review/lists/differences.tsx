import { CircleAlert, Scale } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import type { ReviewRow } from "../../../shared/contract/review.ts";
import { type AskedFilter, ReviewFilter } from "../../../shared/review/filter.ts";
import { call } from "../../api.ts";
import type { CallOptions } from "../../doors/door.ts";
import { EmptyState } from "../../look/empty-state.tsx";
import { noSelection } from "../../look/grid-selection.ts";
import { VirtualGrid } from "../../look/virtual-grid.tsx";
import { t } from "../../messages.ts";
import { goTo } from "../../shell/route.ts";
import { useApp } from "../../state/app-store.ts";
import { createValueStore } from "../../state/value-store.ts";
import { usePeople } from "../use-people.ts";
import { differenceColumns } from "./difference-columns.tsx";
import { FilterTools } from "./filter-tools.tsx";
import { NobodyElse } from "./reports.tsx";
import { usePages } from "./use-pages.ts";
import { useReadAhead } from "./use-read-ahead.ts";

export type DifferenceRow = ReviewRow & { id: string };

/** What was looked through last; it stays while others screens are shown. */
export const shownFilter = createValueStore<AskedFilter>({ states: ["open", "stale", "later"] });

const open = ({ report, difference }: DifferenceRow) =>
  goTo({ screen: "review", view: { report, difference: difference.key } });
const wordsOf = ({ difference }: DifferenceRow) => difference.words;

/** The differences of all reports; Enter opens the report's review at one. */
export function Differences() {
  const filter = shownFilter.use();
  const ask = useCallback(
    (after: string | null, options: CallOptions) => askDifferences(filter, after, options),
    [filter],
  );
  const { rows, total, problem, isLoading, loadMore } = usePages(ask);
  const [selection, setSelection] = useState(noSelection);
  useReadAhead(rows[selection.at]?.report);
  const people = usePeople();
  const labels = useApp(({ scheme }) => scheme?.labels);
  const columns = useMemo(() => differenceColumns(people ?? [], labels ?? []), [people, labels]);
  if (people !== null && people.length < 2) return <NobodyElse />;
  return (
    <>
      <FilterTools filter={filter} people={people ?? []} onChange={shownFilter.set}>
        {total !== null && (
          <span className="faint numeric" role="status">
            {t("{total, plural, one {one difference} other {# differences}}", { total })}
          </span>
        )}
      </FilterTools>
      {problem !== null && (
        <EmptyState icon={CircleAlert} title={t("The list could not be read")}>
          {problem}
        </EmptyState>
      )}
      {problem === null && !isLoading && total === 0 && <NothingFits filter={filter} />}
      {rows.length > 0 && (
        <VirtualGrid
          label={t("Differences")}
          columns={columns}
          rows={rows}
          total={Math.max(rows.length, total ?? 0)}
          textOf={wordsOf}
          selection={selection}
          onSelect={setSelection}
          onOpen={open}
          onNeedMore={loadMore}
        />
      )}
    </>
  );
}

async function askDifferences(asked: AskedFilter, after: string | null, options: CallOptions) {
  const filter = ReviewFilter.parse(asked);
  const { rows, next, total } = await call("review.list", { filter, after }, options);
  const withIds = rows.map(
    (row): DifferenceRow => ({ ...row, id: `${row.report} ${row.difference.key}` }),
  );
  return { rows: withIds, next, total };
}

function NothingFits({ filter }: { filter: AskedFilter }) {
  const isEverything = Object.values(ReviewFilter.parse(filter)).every(
    (part) => part === null || part === false,
  );
  return (
    <EmptyState icon={Scale} title={t("No differences")}>
      {isEverything
        ? t(
            "Those who have finished the same reports say the same everywhere, or nobody has finished a report that somebody else has finished, too.",
          )
        : t("None of the differences is like this. Choose others above.")}
    </EmptyState>
  );
}
