import * as Candidate from "../candidate/index.ts";
import * as Gate from "../gate/index.ts";
import type { Policy } from "../organisation/organisation.schema.ts";
import * as Season from "../season/index.ts";
import type { Tally } from "./tally.ts";
import type { Face } from "./views.ts";

/** The people of a sample as they are shown. Whoever was erased meanwhile is missing. */
export async function facesOf(faces: Tally["faces"], policy: Policy): Promise<Face[]> {
  const gates = await Gate.readMany(faces.map(({ facts }) => facts.candidateId));
  return faces.flatMap(({ facts: { candidateId, name, title, city } }) => {
    const gate = gates.get(candidateId);
    if (!gate || gate.erased) return [];
    return [
      {
        candidateId,
        name,
        ...(title ? { title } : {}),
        ...(city ? { city } : {}),
        mayWrite: Candidate.mayWrite(gate, policy),
        season: Season.line(gate.marks, gate.permissions.job_news),
      },
    ];
  });
}
