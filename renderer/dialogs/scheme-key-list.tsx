import type { ReactNode } from "react";
import type { Scheme } from "../../shared/model/scheme.ts";
import { schemeKeys } from "../annotate/key-intents.ts";
import { KeyCap } from "../look/key-cap.tsx";
import { Dot } from "../look/label-tag.tsx";
import { t } from "../messages.ts";

/** The keys that the scheme gives: of labels, and the letters of attributes. */
export function SchemeKeyList({ scheme }: { scheme: Scheme }) {
  const labels = scheme.labels.filter(({ key }) => key !== null);
  const { attributes } = schemeKeys(scheme);
  return (
    <>
      <KeyList title={t("Mark the selection as")}>
        {labels.map(({ name, key, colour }) => (
          <li key={name} className="row">
            <Dot colour={colour} />
            <span className="grow truncate">{name}</span>
            {key && <KeyCap keys={key} />}
          </li>
        ))}
      </KeyList>
      <KeyList title={t("Say of a span")}>
        {Array.from(attributes, ([key, name]) => (
          <li key={name} className="row">
            <span className="grow truncate">{name}</span>
            <KeyCap keys={key} />
          </li>
        ))}
        <li className="row">
          <span className="grow truncate">{t("Take the first suggestion, the second …")}</span>
          <KeyCap keys="1" />
          <KeyCap keys="2" />
        </li>
      </KeyList>
    </>
  );
}

function KeyList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}
