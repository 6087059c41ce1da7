import { Link2, Tag as TagIcon, Tags, Trash2 } from "lucide-react";
import { useState } from "react";
import type { AttributeDefinition, LabelDefinition } from "../../shared/model/scheme.ts";
import { NameDialog } from "../dialogs/name-dialogs.tsx";
import { Button } from "../look/button.tsx";
import { MenuButton, MenuItem, MenuSection } from "../look/menu.tsx";
import { t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { act } from "./act.ts";
import { countChosen, noneChosen, searchChosen, searchFound } from "./search-state.ts";

/** What can be done with the chosen hits, in one step that one undo takes back. */
export function HitTools() {
  const chosen = searchChosen.use();
  const { groups, next } = searchFound.use();
  const hits = groups.flatMap((group) => group.hits);
  const count = countChosen(chosen, hits);
  if (count === 0) return null;
  const isMore = chosen.which === "all" && (next !== null || groups.some(hasMore));
  const words = isMore
    ? t("All hits, also those not read yet, chosen")
    : t("{count, plural, one {One hit chosen} other {# hits chosen}}", { count });
  return (
    <div className="selection-tools" role="toolbar" aria-label={t("Chosen hits")}>
      <span className="grow numeric">{words}</span>
      <Button variant="quiet" onPress={() => searchChosen.set(noneChosen)}>
        {t("Clear")}
      </Button>
      {hits.some(({ span }) => span === null) && <LabelMenu title={t("Mark as")} verb="mark" />}
      {hits.some(({ span }) => span !== null) && <SpanTools />}
    </div>
  );
}

const hasMore = ({ hits, total }: { hits: readonly unknown[]; total: number }) =>
  total > hits.length;

function LabelMenu({ title, verb }: { title: string; verb: "mark" | "relabel" }) {
  const labels = useApp(({ scheme }) => scheme?.labels) ?? [];
  const item = ({ name, colour, key }: LabelDefinition) => (
    <MenuItem
      key={name}
      id={name}
      label={name}
      colour={colour}
      keys={key ?? undefined}
      onAction={() => act({ do: verb, label: name })}
    />
  );
  return (
    <MenuButton label={title} icon={TagIcon} variant="plain">
      {labels.map(item)}
    </MenuButton>
  );
}

function SpanTools() {
  const [isLinking, setLinking] = useState(false);
  const link = (name: string) => act({ do: "link", name }).then(() => true);
  return (
    <>
      <LabelMenu title={t("Relabel")} verb="relabel" />
      <AttributeMenu />
      <Button icon={Link2} onPress={() => setLinking(true)}>
        {t("Link…")}
      </Button>
      <Button variant="danger" icon={Trash2} onPress={() => act({ do: "remove" })}>
        {t("Remove")}
      </Button>
      {isLinking && (
        <NameDialog
          title={t("Link to an entity")}
          label={t("Name")}
          description={t(
            "Each span is linked to the entity of this name in its report; where there is none, one is made.",
          )}
          action={t("Link")}
          onName={link}
          onClose={() => setLinking(false)}
        />
      )}
    </>
  );
}

/** Flags and choices; numbers and words differ from span to span. */
function AttributeMenu() {
  const attributes = useApp(({ scheme }) => scheme?.attributes) ?? [];
  const listed = attributes.filter(({ type }) => type === "flag" || type === "choice");
  if (listed.length === 0) return null;
  return (
    <MenuButton label={t("Set")} icon={Tags} variant="plain">
      {listed.map((attribute) => (
        <MenuSection key={attribute.name} title={attribute.name}>
          {valuesOf(attribute).map(({ label, value }) => (
            <MenuItem
              key={label}
              id={`${attribute.name} ${label}`}
              label={label}
              onAction={() => act({ do: "set", attribute: attribute.name, value })}
            />
          ))}
        </MenuSection>
      ))}
    </MenuButton>
  );
}

function valuesOf({ name, type, choices }: AttributeDefinition) {
  const values =
    type === "flag"
      ? [{ label: name, value: true as const }]
      : choices.map((choice) => ({ label: choice, value: choice }));
  return [...values, { label: t("Not {name}", { name }), value: null }];
}
