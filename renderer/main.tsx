import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { listenForCommands } from "./shell/commands.ts";
import { startApp } from "./state/app-store.ts";
import "./look/tokens.css";
import "./look/base.css";
import "./look/theme.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

listenForCommands();
startApp();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
