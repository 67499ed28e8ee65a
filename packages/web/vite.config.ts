import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { budget } from "./budget.ts";

/** Where a running product answers while the app is developed with Vite's own server: `npm start` prints the address. */
const edge = process.env.PERENNIAL_EDGE ?? "http://localhost:4400";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), budget()],
  server: { proxy: { "/v1": edge, "/config.json": edge, "/join": edge } },
  build: {
    target: "es2023",
    // Fonts inlined as data: would be refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
