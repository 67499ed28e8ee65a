import { expect } from "vitest";
import type { World } from "./world.ts";

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Asks for something that must change nothing: the table's change feed has nothing new afterwards. */
export async function harmless(here: World, path: string, init: RequestInit = {}): Promise<Answer> {
  const { feed } = here.services.dynamodb;
  const before = feed.last();
  const response = await fetch(new URL(path, here.siteUrl), { redirect: "manual", ...init });
  const text = await response.text();
  expect(feed.last(), "changes of the table").toBe(before);
  return { status: response.status, type: response.headers.get("content-type") ?? "", text };
}

/** Posts JSON that must change nothing. */
export const harmlessJson = (here: World, path: string, body: string) =>
  harmless(here, path, { method: "POST", headers: { "content-type": "application/json" }, body });

/** The fields that problem details (RFC 9457) name, with their code. */
export function problemOf({ text }: Answer): { readonly code: string; readonly fields: readonly string[] } {
  const { code, problems } = JSON.parse(text) as { code: string; problems: { field: string }[] };
  return { code, fields: problems.map(({ field }) => field) };
}
