import { stringify } from "yaml";

/**
 * A value as YAML that readers of every version take for the same: every text is in quotes, since to
 * Python's reader the language `no`, the version `1_0` and the title `=` are no texts.
 */
export function yamlText(value: object): string {
  return stringify(value, {
    lineWidth: 0,
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    aliasDuplicateObjects: false,
  });
}
