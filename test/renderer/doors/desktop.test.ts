import { expect, test, vi } from "vitest";
import { desktopDoor } from "../../../renderer/doors/desktop.ts";
import type { DesktopBridge } from "../../../shared/desktop-bridge.ts";

const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);

function bridge(): DesktopBridge<File> {
  return {
    call: vi.fn(async () => ({ ok: true as const, value: 1 })),
    cancel: vi.fn(async () => {}),
    ticketsForFiles: vi.fn(async () => []),
    pickFiles: async () => [],
    pickFolder: async () => [],
    pickProject: async () => [],
    pickExportFolder: async () => [],
    downloadAddress: null,
    onMenu: () => {},
  };
}

test("a signal that is aborted cancels the job of its own call", async () => {
  const desktop = bridge();
  const stop = new AbortController();
  const onProgress = () => {};
  await desktopDoor(desktop).call("export.run", {}, { signal: stop.signal, onProgress });
  expect(desktop.call).toHaveBeenCalledWith("export.run", {}, { job: uuid, onProgress });
  expect(desktop.cancel).not.toHaveBeenCalled();
  stop.abort();
  expect(vi.mocked(desktop.cancel).mock.calls).toEqual([
    [vi.mocked(desktop.call).mock.calls[0]?.[2].job],
  ]);
});

test("a call that is cancelled beforehand is not made", async () => {
  const desktop = bridge();
  const reply = await desktopDoor(desktop).call("export.run", {}, { signal: AbortSignal.abort() });
  expect(reply).toEqual({ ok: false, code: "cancelled", message: "Cancelled." });
  expect(desktop.call).not.toHaveBeenCalled();
});
