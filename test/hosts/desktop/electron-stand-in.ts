import { EventEmitter } from "node:events";

// What the desktop host uses of Electron, recording what it is asked for. Tests look into `asked` and
// send the events that the real one would.

export interface Contents extends EventEmitter {
  sent: unknown[][];
  reloads: number;
  openHandler: (details: { url: string }) => { action: string };
}

type Listener = (...values: never[]) => unknown;

/** Everything that the stand-in was told, and the answers it gives; `reset` makes it new. */
export const asked = {
  switches: [] as string[][],
  schemes: [] as unknown[],
  handlers: new Map<string, Listener>(),
  paths: new Map<string, string>(),
  boxes: [] as { message: string; buttons: string[] }[],
  errorBoxes: [] as string[][],
  openDialogs: [] as { title: string; properties: string[] }[],
  menu: null as unknown,
  windows: [] as BrowserWindow[],
  recent: [] as string[],
  calls: [] as string[],
  exposed: new Map<string, unknown>(),
  lock: true as boolean,
  lockData: null as unknown,
  /** What the person answers to the next boxes and dialogs. */
  answers: [] as number[],
  picked: [] as string[][],
  packaged: false,
  appPath: "/app",
  systemLanguages: ["en-GB"],
  displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};
const fresh = structuredClone({ ...asked, handlers: null, paths: null, exposed: null });

class App extends EventEmitter {
  commandLine = { appendSwitch: (...words: string[]) => asked.switches.push(words) };
  get isPackaged() {
    return asked.packaged;
  }
  isReady = () => true;
  whenReady = () => Promise.resolve();
  getAppPath = () => asked.appPath;
  getPreferredSystemLanguages = () => asked.systemLanguages;
  setPath = (name: string, path: string) => asked.paths.set(name, path);
  enableSandbox = () => asked.calls.push("enableSandbox");
  setName = (name: string) => asked.calls.push(`setName ${name}`);
  setAppUserModelId = (id: string) => asked.calls.push(`setAppUserModelId ${id}`);
  addRecentDocument = (file: string) => asked.recent.push(file);
  quit = () => asked.calls.push("quit");
  exit = (code: number) => asked.calls.push(`exit ${code}`);
  requestSingleInstanceLock(data: unknown) {
    asked.lockData = data;
    return asked.lock;
  }
}
export const app = new App();

export class BrowserSession extends EventEmitter {
  permission: Listener = () => {};
  permissionCheck: Listener = () => {};
  device: Listener = () => {};
  request: Listener = () => {};
  serve: (request: Request) => Promise<Response> = async () => new Response();
  spellChecker = true;
  setPermissionRequestHandler = (listener: Listener) => {
    this.permission = listener;
  };
  setPermissionCheckHandler = (listener: Listener) => {
    this.permissionCheck = listener;
  };
  setDevicePermissionHandler = (listener: Listener) => {
    this.device = listener;
  };
  setSpellCheckerEnabled = (on: boolean) => {
    this.spellChecker = on;
  };
  webRequest = {
    onBeforeRequest: (listener: Listener) => {
      this.request = listener;
    },
  };
  protocol = {
    handle: (_scheme: string, serve: (request: Request) => Promise<Response>) => {
      this.serve = serve;
    },
  };
}
export const session = { defaultSession: new BrowserSession() };

export class WebContents extends EventEmitter implements Contents {
  sent: unknown[][] = [];
  reloads = 0;
  webRtc = "";
  destroyed = false;
  openHandler: Contents["openHandler"] = () => ({ action: "allow" });
  send = (...message: unknown[]) => this.sent.push(message);
  isDestroyed = () => this.destroyed;
  reload = () => {
    this.reloads += 1;
  };
  forcefullyCrashRenderer = () =>
    this.emit("render-process-gone", {}, { reason: "killed", exitCode: 9 });
  setWindowOpenHandler = (handler: Contents["openHandler"]) => {
    this.openHandler = handler;
  };
  setWebRTCIPHandlingPolicy = (policy: string) => {
    this.webRtc = policy;
  };
}

export class BrowserWindow extends EventEmitter {
  webContents = new WebContents();
  options: Record<string, unknown>;
  address = "";
  state: string[] = [];
  minimized = false;
  bounds = { x: 10, y: 20, width: 1000, height: 700 };

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    asked.windows.push(this);
  }
  loadURL = async (address: string) => {
    this.address = address;
  };
  isDestroyed = () => false;
  isMinimized = () => this.minimized;
  isMaximized = () => this.state.includes("maximize");
  getNormalBounds = () => this.bounds;
  maximize = () => this.state.push("maximize");
  restore = () => this.state.push("restore");
  show = () => this.state.push("show");
  focus = () => this.state.push("focus");
}

export const dialog = {
  // With or without a window before the options, as Electron has it.
  showMessageBox: async (...values: unknown[]) => {
    asked.boxes.push(values.at(-1) as (typeof asked.boxes)[number]);
    return { response: asked.answers.shift() ?? 0 };
  },
  showOpenDialog: async (...values: unknown[]) => {
    asked.openDialogs.push(values.at(-1) as (typeof asked.openDialogs)[number]);
    const filePaths = asked.picked.shift() ?? [];
    return { canceled: filePaths.length === 0, filePaths };
  },
  showErrorBox: (...words: string[]) => asked.errorBoxes.push(words),
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => {
    asked.menu = menu;
  },
};
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => asked.schemes.push(...schemes),
};
export const screen = {
  getPrimaryDisplay: () => asked.displays[0],
  getAllDisplays: () => asked.displays,
};
export const nativeTheme = { shouldUseDarkColors: false };

export const ipcMain = {
  handle: (channel: string, listener: Listener) => asked.handlers.set(channel, listener),
};

class IpcRenderer extends EventEmitter {
  invoked: unknown[][] = [];
  answer: (channel: string, message: unknown) => unknown = () => undefined;
  invoke = async (channel: string, message: unknown) => {
    this.invoked.push([channel, message]);
    return this.answer(channel, message);
  };
}
export const ipcRenderer = new IpcRenderer();
export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => asked.exposed.set(name, api),
};
export const webUtils = { getPathForFile: (file: { name: string }) => `/disk/${file.name}` };

/** A new, untouched Electron for the next test. */
export function reset(): void {
  Object.assign(asked, structuredClone(fresh), {
    handlers: new Map(),
    paths: new Map(),
    exposed: new Map(),
  });
  app.removeAllListeners();
  ipcRenderer.removeAllListeners();
  ipcRenderer.invoked = [];
  session.defaultSession = new BrowserSession();
}
