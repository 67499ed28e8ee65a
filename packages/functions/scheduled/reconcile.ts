import * as Reconcile from "@perennial/core/reconcile";
import * as z from "zod";
import { task } from "../adapter/task.ts";

/** Daily: takes over suppressions that reached SES's list while an event was lost. */
export const handler = task("reconcile", z.unknown(), () => Reconcile.suppressions());
