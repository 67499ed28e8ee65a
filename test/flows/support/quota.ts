import type { Place } from "./world.ts";

/** Sets what SES allows the machine's account. */
export async function setQuota(
  { consoleUrl }: Pick<Place, "consoleUrl">,
  limits: { readonly max24HourSend: number; readonly maxSendRate: number },
): Promise<void> {
  await fetch(`${consoleUrl}/api/limits`, { method: "PUT", body: JSON.stringify(limits) });
}
