import { Merge, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type {
  AttributeDefinition,
  EventDefinition,
  KindDefinition,
  RelationDefinition,
  Scheme,
} from "../../shared/model/scheme.ts";
import type { Subject } from "../../shared/scheme/rewrite-changes.ts";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { choose, type TopList } from "./chosen.ts";
import { DefinitionForm } from "./definition-form.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { NameField } from "./name-field.tsx";
import { NamePicker } from "./name-picker.tsx";
import { RemoveButton } from "./remove-button.tsx";
import { patch } from "./rewrite.ts";
import { UsagePanel } from "./usage-panel.tsx";

interface FrameProps {
  scheme: Scheme;
  subject: Subject & { list: TopList };
  children?: ReactNode;
}

/** What every definition has: a name, where it is used, and ways to merge and to remove it. */
export function ItemFrame({ scheme, subject, children }: FrameProps) {
  const [isMerging, setMerging] = useState(false);
  return (
    <div className="scheme-detail">
      <header className="scheme-title">
        <h2 className="grow truncate">{subject.name}</h2>
        {scheme[subject.list].length > 1 && (
          <Button icon={Merge} onPress={() => setMerging(true)}>
            {t("Merge…")}
          </Button>
        )}
        <RemoveButton scheme={scheme} subject={subject} />
      </header>
      <NameField subject={subject} onRenamed={(to) => choose(subject.list, to)} />
      {children}
      <UsagePanel subject={subject} />
      {isMerging && (
        <MergeDialog scheme={scheme} subject={subject} onClose={() => setMerging(false)} />
      )}
    </div>
  );
}

const namesOf = (all: readonly { name: string }[]) => all.map(({ name }) => name);

/** Whatever a relation may link, or a role be filled with. */
const endsIn = ({ labels, kinds, events }: Scheme) => [
  ...new Set([...labels, ...kinds, ...events].map(({ name }) => name)),
];

export function KindParts({ scheme, kind }: { scheme: Scheme; kind: KindDefinition }) {
  const subject: Subject = { list: "kinds", of: null, name: kind.name };
  const speakers = scheme.labels.filter((label) => label.kind === kind.name);
  const systems = [...new Set(scheme.kinds.flatMap(({ codes }) => codes))];
  const add = (name: string) =>
    patch(subject, {
      fields: [...kind.fields, { name, type: "text", choices: [], unit: "", on: [] }],
    });
  return (
    <>
      <p className="soft small">
        {speakers.length === 0
          ? t("No label speaks of it yet.")
          : t("Spoken of by {labels}.", { labels: namesOf(speakers).join(", ") })}
      </p>
      <NamePicker
        label={t("Coding systems")}
        adding={t("Add a coding system")}
        names={kind.codes}
        options={systems}
        otherwise={t("none")}
        allowsOthers
        onChange={(codes) => patch(subject, { codes })}
      />
      <section className="stack" aria-label={t("Fields")}>
        <h3 className="field-label">{t("Fields")}</h3>
        {kind.fields.map((field) => (
          <FieldCard key={field.name} scheme={scheme} kind={kind} field={field} />
        ))}
        <AddButton
          action={t("Add a field")}
          what="field"
          taken={namesOf(kind.fields)}
          onAdd={add}
        />
      </section>
    </>
  );
}

interface FieldCardProps {
  scheme: Scheme;
  kind: KindDefinition;
  field: AttributeDefinition;
}

function FieldCard({ scheme, kind, field }: FieldCardProps) {
  const subject: Subject = { list: "fields", of: kind.name, name: field.name };
  return (
    <fieldset className="scheme-card">
      <legend className="visually-hidden">{t("Field {name}", { name: field.name })}</legend>
      <div className="row">
        <div className="grow">
          <NameField
            subject={subject}
            label={t("Name of the field {name}", { name: field.name })}
            hideLabel
          />
        </div>
        <RemoveButton scheme={scheme} subject={subject} size="small" />
      </div>
      <DefinitionForm scheme={scheme} subject={subject} definition={field} beside={kind.fields} />
    </fieldset>
  );
}

export function RelationParts({
  scheme,
  relation,
}: {
  scheme: Scheme;
  relation: RelationDefinition;
}) {
  const subject: Subject = { list: "relations", of: null, name: relation.name };
  return (
    <div className="scheme-pair">
      {(["from", "to"] as const).map((end) => (
        <NamePicker
          key={end}
          label={t(end === "from" ? "From" : "To")}
          adding={t("Add a label or kind")}
          names={relation[end]}
          options={endsIn(scheme)}
          otherwise={t("anything")}
          onChange={(names) => patch(subject, { [end]: names })}
        />
      ))}
    </div>
  );
}

export function EventParts({ scheme, event }: { scheme: Scheme; event: EventDefinition }) {
  const subject: Subject = { list: "events", of: null, name: event.name };
  const add = (name: string) => patch(subject, { roles: [...event.roles, { name, targets: [] }] });
  return (
    <section className="stack" aria-label={t("Roles")}>
      <h3 className="field-label">{t("Roles")}</h3>
      {event.roles.map((role) => {
        const own: Subject = { list: "roles", of: event.name, name: role.name };
        return (
          <fieldset key={role.name} className="scheme-card">
            <legend className="visually-hidden">{t("Role {name}", { name: role.name })}</legend>
            <div className="row">
              <div className="grow">
                <NameField
                  subject={own}
                  label={t("Name of the role {name}", { name: role.name })}
                  hideLabel
                />
              </div>
              <RemoveButton scheme={scheme} subject={own} size="small" />
            </div>
            <NamePicker
              label={t("Who may be {role}", { role: role.name })}
              adding={t("Add a label or kind")}
              names={role.targets}
              options={endsIn(scheme)}
              otherwise={t("anything")}
              onChange={(targets) => patch(own, { targets })}
            />
          </fieldset>
        );
      })}
      <AddButton action={t("Add a role")} what="role" taken={namesOf(event.roles)} onAdd={add} />
    </section>
  );
}

interface AddButtonProps {
  action: string;
  /** Begins the name, which is kept in the scheme and so is not translated. */
  what: string;
  taken: readonly string[];
  onAdd: (name: string) => void;
}

/** Adds a part under a name that is free; it is renamed in its place. */
function AddButton({ action, what, taken, onAdd }: AddButtonProps) {
  const free = (number: number): string => {
    const name = number === 1 ? `new ${what}` : `new ${what} ${number}`;
    return taken.includes(name) ? free(number + 1) : name;
  };
  return (
    <div>
      <Button icon={Plus} onPress={() => onAdd(free(1))}>
        {action}
      </Button>
    </div>
  );
}
