import { Plus, X } from "lucide-react";
import { Group } from "react-aria-components";
import type { Code } from "../../../shared/model/annotation.ts";
import { Button, IconButton } from "../../look/button.tsx";
import { t } from "../../messages.ts";
import { DraftField } from "../inspector/draft-field.tsx";

interface CodesFieldProps {
  /** The coding systems that the scheme names for this kind; codes of others stay too. */
  systems: readonly string[];
  codes: readonly Code[];
  onChange: (codes: Code[]) => void;
  isDisabled: boolean;
}

/** The codes of an entity, each in its system. */
export function CodesField({ systems, codes, onChange, isDisabled }: CodesFieldProps) {
  const change = (at: number, patch: Partial<Code>) =>
    onChange(codes.map((code, index) => (index === at ? { ...code, ...patch } : code)));
  const unused = systems.filter((system) => codes.every((code) => code.system !== system));
  if (codes.length === 0 && unused.length === 0) return null;
  return (
    <Group className="stack" aria-label={t("Codes")}>
      {codes.map((code, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a code is nothing but its place in the list
        <div className="code" key={`${code.system} ${at}`}>
          <DraftField
            label={code.system}
            value={code.code}
            placeholder={t("Code")}
            isDisabled={isDisabled}
            onCommit={(text) => change(at, { code: text })}
          />
          <DraftField
            label={t("{system}: meaning", { system: code.system })}
            hideLabel
            value={code.display}
            placeholder={t("Meaning")}
            isDisabled={isDisabled}
            onCommit={(display) => change(at, { display })}
          />
          <IconButton
            label={t("Remove the code of {system}", { system: code.system })}
            icon={X}
            size="small"
            isDisabled={isDisabled}
            onPress={() => onChange(codes.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div className="flags">
        {unused.map((system) => (
          <Button
            key={system}
            variant="quiet"
            icon={Plus}
            isDisabled={isDisabled}
            onPress={() => onChange([...codes, { system, code: "", display: "" }])}
          >
            {system}
          </Button>
        ))}
      </div>
    </Group>
  );
}
