import { readFile } from "node:fs/promises";

const FONT = "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";

/** How the pages of the local cloud itself look. The style sheet asks for the font beside itself, as `inter.woff2`. */
export const look = await readFile(new URL("look.css", import.meta.url), "utf8");
export const inter = await readFile(new URL(import.meta.resolve(FONT)));
