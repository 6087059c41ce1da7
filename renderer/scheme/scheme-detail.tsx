import type { AttributeDefinition, Scheme } from "../../shared/model/scheme.ts";
import { Tag } from "../look/tag.tsx";
import { LabelEditor } from "./label-editor.tsx";

/** What is known of the chosen part of the scheme; labels can be changed here. */
export function SchemeDetail({ scheme, chosen }: { scheme: Scheme; chosen: string }) {
  const [part] = chosen.split(" ", 1);
  const name = chosen.slice((part?.length ?? 0) + 1);
  const label = part === "label" && scheme.labels.find((known) => known.name === name);
  if (label) return <LabelEditor key={name} scheme={scheme} label={label} />;
  return (
    <div className="scheme-detail">
      <h2>{name}</h2>
      <Facts scheme={scheme} part={part ?? ""} name={name} />
      <p className="small faint">To change this, go to the scheme’s YAML.</p>
    </div>
  );
}

function Facts({ scheme, part, name }: { scheme: Scheme; part: string; name: string }) {
  const named = <T extends { name: string }>(list: readonly T[]) =>
    list.find((item) => item.name === name);
  switch (part) {
    case "kinds": {
      const kind = named(scheme.kinds);
      return (
        <>
          <Names title="Codes of" names={kind?.codes ?? []} otherwise="no coding system" />
          <Fields fields={kind?.fields ?? []} />
        </>
      );
    }
    case "attributes":
      return <Fields fields={[named(scheme.attributes)].filter((found) => found !== undefined)} />;
    case "reportLabels":
      return (
        <Fields fields={[named(scheme.reportLabels)].filter((found) => found !== undefined)} />
      );
    case "relations":
      return (
        <>
          <Names title="From" names={named(scheme.relations)?.from ?? []} otherwise="any label" />
          <Names title="To" names={named(scheme.relations)?.to ?? []} otherwise="any label" />
        </>
      );
    case "events":
      return named(scheme.events)?.roles.map((role) => (
        <Names key={role.name} title={role.name} names={role.targets} otherwise="any label" />
      ));
    default:
      return <p className="soft">Annotations that belong together, without order or direction.</p>;
  }
}

interface NamesProps {
  title: string;
  names: readonly string[];
  otherwise: string;
}

function Names({ title, names, otherwise }: NamesProps) {
  return (
    <p className="scheme-names">
      <span className="faint">{title}</span>
      {names.length === 0 && <span>{otherwise}</span>}
      {names.map((name) => (
        <Tag key={name}>{name}</Tag>
      ))}
    </p>
  );
}

const types: Record<AttributeDefinition["type"], string> = {
  flag: "yes or not set",
  choice: "one of",
  choices: "any of",
  number: "a number",
  text: "text",
};

function Fields({ fields }: { fields: readonly AttributeDefinition[] }) {
  return (
    <table className="plain-table fields-table">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Holds</th>
          <th scope="col">Of</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, type, choices, unit, on }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {types[type]} {choices.join(", ")}
              {unit && ` (${unit})`}
            </td>
            <td className="soft">{on.length > 0 ? on.join(", ") : "all"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
