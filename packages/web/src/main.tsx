import "./styles.ts";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AuthProvider } from "react-oidc-context";
import { queryClient } from "./api/client.ts";
import { loadConfig } from "./config/index.ts";
import { KeysProvider } from "./keys/provider.tsx";
import { router } from "./routes/index.ts";
import { createManager } from "./session/manager.ts";
import { resolver, theme } from "./theme.ts";

const root = createRoot(document.getElementById("root") ?? document.body);

async function start() {
  const manager = createManager(await loadConfig());
  root.render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={resolver} forceColorScheme="light">
        <AuthProvider userManager={manager}>
          <QueryClientProvider client={queryClient}>
            <KeysProvider>
              <RouterProvider router={router} />
              <Notifications position="bottom-right" autoClose={8_000} />
            </KeysProvider>
          </QueryClientProvider>
        </AuthProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

start().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : "Something unexpected happened.";
  root.render(
    <main className="sign-in">
      <h1>Perennial could not start</h1>
      <p>{words} Nothing was changed. Reload the page in a minute; if it stays, tell your operator.</p>
    </main>,
  );
});
