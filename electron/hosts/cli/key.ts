import { makeOwnKey } from "../../packages/own-key.ts";
import { settingsFolder } from "../../settings.ts";
import type { Command } from "./command.ts";

export const key: Command = {
  usage: "casemark key",
  about:
    "Tells your public key, which others seal packages to by --recipient; the first time it is made, and the secret one is kept in your settings folder for you alone.",
  options: {},
  async run() {
    const recipient = await makeOwnKey(settingsFolder());
    return { json: { recipient }, text: recipient };
  },
};
