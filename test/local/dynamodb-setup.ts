import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { onTestFinished } from "vitest";
import { type Table, table } from "../../infra/table.ts";
import { startDynamoDb } from "../../packages/local/dynamodb/index.ts";
import type { Hop } from "../../packages/local/journal/index.ts";
import { clientOf } from "./dynamodb-client.ts";

/** A clock for tests that moves only when told. */
export function handClock(start = Date.parse("2026-03-02T09:00:00Z")) {
  let now = start;
  return {
    ms: () => now,
    iso: () => new Date(now).toISOString(),
    forward(milliseconds: number) {
      now += milliseconds;
    },
  };
}

interface Setup {
  /** A directory that another service has left. */
  readonly path?: string;
  readonly clock?: ReturnType<typeof handClock>;
  readonly spec?: Table;
}

/** The service with the SDK's clients on it. Everything ends with the test. */
export async function dynamodb({ path, clock = handClock(), spec = table }: Setup = {}) {
  const directory = path ?? (await temporary());
  const hops: Hop[] = [];
  const service = await startDynamoDb({
    path: directory,
    table: spec,
    clock,
    journal: { note: (hop) => void hops.push(hop) },
  });
  const raw = clientOf(service.endpoint);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    raw.destroy();
    stopped ??= service.stop();
    return stopped;
  };
  onTestFinished(stop);
  return {
    ...service,
    stop,
    path: directory,
    clock,
    hops,
    raw,
    documents: DynamoDBDocumentClient.from(raw),
    table: spec.name,
  };
}

export async function temporary() {
  const directory = await mkdtemp(join(tmpdir(), "perennial-dynamodb-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}
