import * as Import from "@perennial/core/import";
import * as Workflow from "@perennial/core/workflow";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Starts the workflow that reads an import in, as the log says. */
export const handler = queue("readIn", (envelope) => Workflow.readIn(read(Import.Events.Started, envelope)));
