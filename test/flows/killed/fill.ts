import { startCloud } from "../../../packages/local/cloud.ts";
import { crowd } from "../support/crowd.ts";

/** Fills a data directory with people, as a process of its own: PORT DATA SIZE. */
const [port, data = "", size] = process.argv.slice(2);
const cloud = await startCloud({ port: Number(port), data });
await crowd(Number(size));
await cloud.stop();
