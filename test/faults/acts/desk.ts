import type { Row } from "../../../packages/core/candidate/views.ts";
import { ok, one, type Stage } from "../stage.ts";

interface Person {
  readonly candidateId: string;
  readonly name: string;
  readonly revision: number;
}

async function somebody({ call, chance }: Stage): Promise<Row | undefined> {
  return one(chance, (await call<{ people: Row[] }>("GET", "/v1/candidates")).body.people ?? []);
}

/** A recruiter changes where somebody lives: another word each time, so that it shows which one holds. */
export async function edit(stage: Stage): Promise<void> {
  const row = await somebody(stage);
  if (!row) return;
  const { candidateId } = row;
  const { body } = await stage.call<Person>("GET", `/v1/candidates/${candidateId}`);
  const value = `City ${stage.book.acts.length}`;
  await stage.book.act("edit", { candidateId, value }, async () =>
    ok(await stage.call("PUT", `/v1/candidates/${candidateId}`, { revision: body.revision, city: value }))
      ? {}
      : undefined,
  );
}

export async function note(stage: Stage): Promise<void> {
  const row = await somebody(stage);
  if (!row) return;
  const { candidateId } = row;
  const value = `Note ${stage.book.acts.length}`;
  await stage.book.act("note", { candidateId, value }, async () =>
    ok(await stage.call("POST", `/v1/candidates/${candidateId}/notes`, { text: value })) ? {} : undefined,
  );
}

export async function doNotContact(stage: Stage): Promise<void> {
  const row = await somebody(stage);
  if (!row) return;
  const { candidateId } = row;
  await stage.book.act("do not contact", { candidateId }, async () =>
    ok(await stage.call("POST", `/v1/candidates/${candidateId}/do-not-contact`, { on: true }))
      ? {}
      : undefined,
  );
}

/** She asked on the phone to be forgotten. */
export async function erase(stage: Stage): Promise<void> {
  const row = await somebody(stage);
  if (!row) return;
  const { candidateId, name } = row;
  await stage.book.act("erase", { candidateId }, async () =>
    ok(await stage.call("POST", `/v1/candidates/${candidateId}/erasure`, { confirm: name })) ? {} : undefined,
  );
}

/** A recruiter looks who a rule finds. */
export async function preview(stage: Stage): Promise<void> {
  const rule = { kind: "known", fact: "city" };
  await stage.book.act("preview a segment", {}, async () =>
    ok(await stage.call("POST", "/v1/segment-previews", { rule, exact: true })) ? {} : undefined,
  );
}
