import "./no-eval.ts";
import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "./theme/app.css";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { startTranslations } from "./i18n.ts";
import { nonce } from "./nonce.ts";
import { FieldFault } from "./parts/FieldFault.tsx";
import { SessionProvider } from "./session.tsx";
import { Look } from "./theme/Look.tsx";

// What keeps the page from scrolling behind a dialog writes a style of its own.
setNonce(nonce);
await startTranslations();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Look>
      <ModalsProvider>
        <Notifications position="bottom-center" />
        <FieldFault />
        <SessionProvider>
          <App />
        </SessionProvider>
      </ModalsProvider>
    </Look>
  </StrictMode>,
);
