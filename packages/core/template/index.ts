export * as Template from "./index.ts";

import * as z from "zod";
import { Actor } from "../actor.ts";
import { batchGet } from "../batch-get.ts";
import { Clock } from "../clock.ts";
import { commit, once } from "../commit.ts";
import { AppError } from "../error.ts";
import * as Event from "../event/index.ts";
import { fn } from "../fn.ts";
import { Id, newId } from "../id.ts";
import { entities } from "../service.ts";
import { Line, type Locale } from "../text.ts";
import { Info, Wordings } from "./template.schema.ts";

export { faults, valuesFor, wordingFor } from "./example.ts";
export { preview, test } from "./preview.ts";
export { render } from "./render/index.ts";
export { Info, type Wording, Wordings } from "./template.schema.ts";
export { nurtureWhy } from "./why.ts";

const TemplateId = Id("tpl");

export const Events = {
  Written: Event.define("template.written", z.object({ templateId: TemplateId, revision: z.int() })),
};

/** Where a template is used; told by a noun that knows this one. */
export interface Use {
  readonly campaignId: string;
  readonly name: string;
  readonly state: string;
}

/** Every template, oldest first, without its words. @param uses which campaigns send which template */
export const list = (uses: () => Promise<ReadonlyMap<string, readonly Use[]>>) => async () => {
  Actor.assert("templates.read");
  const [{ data }, used] = await Promise.all([
    entities.template.query.catalogue({}).go({
      pages: "all",
      attributes: ["templateId", "name", "wordings", "revision", "updatedAt"],
    }),
    uses(),
  ]);
  const templates = data.map(({ templateId, name, wordings, revision, updatedAt }) => ({
    templateId,
    name,
    revision,
    updatedAt,
    subject: Object.values(wordings as Info["wordings"])[0]?.subject ?? "",
    locales: Object.keys(wordings as object) as Locale[],
    usedBy: used.get(templateId) ?? [],
  }));
  return { templates };
};

/** Names of templates for pages of other nouns. */
export async function names(ids: readonly string[]): Promise<Map<string, string>> {
  const keys = [...new Set(ids)].map((templateId) => ({ templateId }));
  const templates = await batchGet(keys, (some) =>
    entities.template.get(some).go({ attributes: ["templateId", "name"] }),
  );
  return new Map(templates.map(({ templateId, name }) => [templateId, name]));
}

/** One template as recruiters see it. */
export const get = fn(z.object({ templateId: TemplateId }), async ({ templateId }) => {
  Actor.assert("templates.read");
  const found = await read(templateId);
  if (!found) throw new AppError("missing", "template.missing", "There is no such template");
  return found;
});

/** One template for sending; undefined when there is none. */
export async function read(templateId: string): Promise<Info | undefined> {
  const { data } = await entities.template.get({ templateId }).go({ consistent: true });
  return data ? Info.parse(data) : undefined;
}

type Build = Parameters<typeof commit>[0];

const Draft = z.strictObject({ name: Line(120), wordings: Wordings });

export const create = fn(Draft, async (draft) => {
  Actor.assert("templates.write");
  const templateId = newId("tpl");
  await commit(first(templateId, draft));
  return get({ templateId });
});

/** Writes a template that a workspace starts with, under an id of its own: what is there stays as somebody changed it. */
export const furnish = fn(Draft.extend({ templateId: TemplateId }), async ({ templateId, ...draft }) => {
  Actor.assert("templates.write");
  await once(first(templateId, draft));
});

const first =
  (templateId: string, draft: z.output<typeof Draft>): Build =>
  ({ template, event }) => [
    template
      .create({ ...draft, templateId, revision: 1, createdAt: Clock.iso(), updatedAt: Clock.iso() })
      .commit(),
    event.create(Events.Written({ templateId, revision: 1 })).commit(),
  ];

/** Saves a template as a whole. Conflict if somebody saved since `revision`. Mails already sent stay as they were. */
export const save = fn(
  Draft.extend({ templateId: TemplateId, revision: z.int() }),
  async ({ templateId, revision, name, wordings }) => {
    Actor.assert("templates.write");
    await get({ templateId });
    await commit(({ template, event }) => [
      template
        .patch({ templateId })
        .set({ name, wordings, revision: revision + 1, updatedAt: Clock.iso() })
        .where((it, op) => op.eq(it.revision, revision))
        .commit(),
      event.create(Events.Written({ templateId, revision: revision + 1 })).commit(),
    ]);
    return get({ templateId });
  },
);
