import { Plus } from "lucide-react";
import { Button } from "../look/button.tsx";
import { Checkbox, Select } from "../look/choice.tsx";
import { TextField } from "../look/fields.tsx";
import { t } from "../messages.ts";
import { useSavedSearches } from "../search/saved-searches.ts";
import { useApp } from "../state/app-store.ts";
import type { HandOutDraft } from "./hand-out-draft.ts";
import { namesIn, withName } from "./names.ts";
import { SealingFields } from "./sealing-fields.tsx";

interface HandOutFormProps {
  draft: HandOutDraft;
  onChange: (draft: HandOutDraft) => void;
}

/** Which reports go to whom, how many people get each, and how the packages are closed. */
export function HandOutForm({ draft, onChange }: HandOutFormProps) {
  const change = (facts: Partial<HandOutDraft>) => onChange({ ...draft, ...facts });
  return (
    <>
      <NamesField names={draft.names} onChange={(names) => change({ names })} />
      <div className="package-four">
        <WhichReports draft={draft} onChange={onChange} />
        <TextField
          label={t("People a report")}
          inputMode="numeric"
          value={draft.each}
          onChange={(each) => change({ each })}
        />
        <TextField
          label={t("Shared by them, in %")}
          inputMode="numeric"
          value={draft.overlap}
          onChange={(overlap) => change({ overlap })}
        />
        <TextField
          label={t("Seed")}
          inputMode="numeric"
          value={draft.seed}
          onChange={(seed) => change({ seed })}
        />
      </div>
      {draft.from === "search" && (
        <TextField
          label={t("Search")}
          placeholder="status:open"
          value={draft.search}
          onChange={(search) => change({ search })}
        />
      )}
      <SealingFields draft={draft.sealing} onChange={(sealing) => change({ sealing })} />
      <Checkbox
        isSelected={draft.originals}
        onChange={(originals: boolean) => change({ originals })}
      >
        {t("With the files that the reports came from")}
      </Checkbox>
    </>
  );
}

const sources = { all: t("All reports"), search: t("What a search finds") };

function WhichReports({ draft, onChange }: HandOutFormProps) {
  const searches = useSavedSearches();
  const { from, chosen, search } = draft;
  const saved = from === "search" ? searches.find(({ query }) => query === search) : undefined;
  const choose = (id: string) => {
    if (id === "all" || id === "chosen") return onChange({ ...draft, from: id });
    const query = searches.find((one) => one.id === id)?.query ?? "";
    onChange({ ...draft, from: "search", search: query });
  };
  return (
    <Select
      label={t("Reports")}
      options={[
        { id: "all", label: sources.all },
        ...(chosen.length > 0 ? [{ id: "chosen", label: onlyChosen(chosen.length) }] : []),
        ...searches.map(({ id, name, query }) => ({ id, label: name, detail: query })),
        { id: "search", label: sources.search },
      ]}
      value={saved?.id ?? from}
      onChange={choose}
    />
  );
}

const onlyChosen = (count: number) =>
  t("{count, plural, one {Only the one report chosen} other {Only the # reports chosen}}", {
    count,
  });

interface NamesFieldProps {
  names: string;
  onChange: (names: string) => void;
}

/** Names as they are typed; those that the project knows are one press away. */
function NamesField({ names, onChange }: NamesFieldProps) {
  const app = useApp((snapshot) => snapshot.app);
  const typed = namesIn(names);
  const others = (app?.annotators ?? []).filter((name) => !typed.includes(name));
  return (
    <div className="stack">
      <TextField
        label={t("Annotators, with commas between them")}
        placeholder={t("Ana, Ben, Cleo")}
        value={names}
        onChange={onChange}
        autoFocus
      />
      {others.length > 0 && (
        <fieldset className="package-names" aria-label={t("Known annotators")}>
          {others.map((name) => (
            <Button
              key={name}
              variant="quiet"
              icon={Plus}
              onPress={() => onChange(withName(names, name))}
            >
              {name}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
