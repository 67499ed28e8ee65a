import type { Info } from "./enrolment.schema.ts";

/** Where somebody stands in a campaign, or stood when she left it, and the code of what was decided last. */
export interface Stands {
  readonly version: number;
  /** "" for who never began. */
  readonly stepId: string;
  readonly code: string;
}

/** The same in one short word that both indexes carry, so that a campaign's people are counted without reading them. */
export const standsOf = ({ version, stepId = "", reason }: Pick<Info, "version" | "reason" | "stepId">) =>
  `${version}/${stepId}/${reason.code}`;

export function readStands(stands = ""): Stands {
  const [version = "", stepId = "", code = ""] = stands.split("/");
  return { version: Number(version) || 1, stepId, code };
}

/** The same place with another decision. */
export const standsStill = (stands: string | undefined, code: string): string => {
  const { version, stepId } = readStands(stands);
  return `${version}/${stepId}/${code}`;
};
