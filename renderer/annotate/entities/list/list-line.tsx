import { Link2 } from "lucide-react";
import { RowCheck } from "../../../look/row-check.tsx";
import { t } from "../../../messages.ts";
import { valueText } from "../../marking.ts";
import { useReport, useSession } from "../../session.ts";
import { resultSign } from "../result-sign.ts";
import { type ListLine, listing } from "./listing.ts";

/** One marker or drug of a list: whether it is taken, its name, what is said of it, and whose it is. */
export function ListLineView({ line }: { line: ListLine }) {
  const { scheme } = useSession();
  const fields = scheme.kinds.find(({ name }) => name === line.kind)?.fields ?? [];
  const result = fields.find(({ choices }) => choices.includes("positive"));
  const value = result && line.fields[result.name];
  const others = fields
    .filter((field) => field !== result)
    .map(({ name, unit }) => valueText(name, line.fields[name], unit))
    .filter((text) => text !== "");
  return (
    <>
      <RowCheck />
      <span className="list-line-name truncate strong">{line.name}</span>
      <span className="list-line-result truncate" data-result={value}>
        {result ? `${resultSign(value)} ${value ?? t("not said")}` : line.kind}
      </span>
      <span className="truncate soft grow">{others.join(" · ")}</span>
      <Meaning line={line} />
    </>
  );
}

/** What is already known of it: its words are marked, its entity is there. */
function Meaning({ line }: { line: ListLine }) {
  const { entity, span } = line;
  const known = useReport(({ entities }) =>
    typeof entity === "string" ? (entities.get(entity)?.name ?? null) : null,
  );
  const earlier = typeof entity === "number" ? (listing.get()?.lines[entity]?.name ?? null) : null;
  const name = known ?? earlier;
  return (
    <span className="list-line-meaning soft small truncate">
      {name !== null && <Link2 aria-hidden />}
      {name ?? t("new")}
      {span !== null && ` · ${t("marked")}`}
    </span>
  );
}
