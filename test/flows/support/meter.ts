import type { IncomingMessage } from "node:http";
import { listen } from "../../../packages/local/loopback.ts";
import type { World } from "./world.ts";

/**
 * What was asked of the table: calls by operation, and the units that AWS would bill. Those that commit counters stand apart: how many
 * a mail costs follows from how full a queue's batches are, which on a busy laptop is less than on AWS.
 */
export interface Reading {
  readonly calls: Readonly<Record<string, number>>;
  readonly written: number;
  readonly counted: number;
  readonly read: number;
}

interface Capacity {
  readonly CapacityUnits: number;
}

/**
 * A meter before the table of a world, for all functions from now on: it asks for the consumed capacity with every call and adds it
 * up. To be put in before the first function runs, because the SDK's clients keep their address.
 */
export async function meter({ services }: World) {
  const table = services.dynamodb.endpoint;
  const calls: Record<string, number> = {};
  const units = { written: 0, counted: 0, read: 0 };
  const server = await listen(async (request, response) => {
    const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
    const sent = await text(request);
    const asked = { ...JSON.parse(sent), ReturnConsumedCapacity: "TOTAL" };
    const { host: _, "content-length": __, connection: ___, ...headers } = request.headers;
    const answer = await fetch(table, {
      method: "POST",
      headers: headers as Record<string, string>,
      body: JSON.stringify(asked),
    });
    const body = await answer.text();
    calls[operation] = (calls[operation] ?? 0) + 1;
    units[kindOf(operation, sent)] += unitsOf(body);
    response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" });
    response.end(body);
  });
  process.env.AWS_ENDPOINT_URL_DYNAMODB = server.origin;
  return {
    reading: (): Reading => ({ calls: { ...calls }, ...units }),
    close: server.close,
  };
}

/** What was asked between two readings. */
export function between(from: Reading, to: Reading): Reading {
  const names = Object.keys(to.calls);
  const calls = Object.fromEntries(
    names.map((name) => [name, (to.calls[name] ?? 0) - (from.calls[name] ?? 0)]),
  );
  const less = (unit: "written" | "counted" | "read") => to[unit] - from[unit];
  return { calls, written: less("written"), counted: less("counted"), read: less("read") };
}

function kindOf(operation: string, sent: string) {
  if (/^(Get|BatchGet|Query|Scan|TransactGet)/.test(operation)) return "read";
  return operation === "TransactWriteItems" && sent.includes("metric_1") ? "counted" : "written";
}

function unitsOf(body: string): number {
  const { ConsumedCapacity } = JSON.parse(body) as { ConsumedCapacity?: Capacity | Capacity[] };
  return [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
