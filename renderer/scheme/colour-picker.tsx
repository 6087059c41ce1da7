import { Check } from "lucide-react";
import { Radio, RadioGroup } from "react-aria-components";
import { colours } from "../../shared/model/scheme.ts";
import type { Colour } from "../look/colour.ts";
import { FieldLabel } from "../look/fields.tsx";
import { colourStyle } from "../look/label-tag.tsx";
import { t } from "../messages.ts";

interface ColourPickerProps {
  value: Colour;
  onChange: (colour: Colour) => void;
}

/** The twelve hues as swatches; the arrow keys move along them. */
export function ColourPicker({ value, onChange }: ColourPickerProps) {
  const choose = (name: string) => {
    const colour = colours.find((known) => known === name);
    if (colour) onChange(colour);
  };
  return (
    <RadioGroup className="field" orientation="horizontal" value={value} onChange={choose}>
      <FieldLabel label={t("Colour")} />
      <div className="swatches">
        {colours.map((colour) => (
          <Radio
            key={colour}
            value={colour}
            aria-label={t(colour)}
            className="swatch"
            style={colourStyle(colour)}
          >
            <Check aria-hidden />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
