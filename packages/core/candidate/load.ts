import { Gate } from "../gate/index.ts";
import { entities } from "../service.ts";
import { type Address, Info } from "./candidate.schema.ts";

/** A person with her gate and primary address, read strongly. */
export interface Known {
  readonly candidate: Info & { readonly trace: string };
  readonly gate: Gate.Info;
  readonly address: Address;
}

/** Everything a decision about her needs; undefined when nothing is kept of her. */
export async function load(candidateId: string): Promise<Known | undefined> {
  const [{ data: item }, gate, { data: addresses }] = await Promise.all([
    entities.candidate.get({ candidateId }).go({ consistent: true }),
    Gate.read(candidateId),
    entities.address.query.person({ candidateId }).go({ consistent: true }),
  ]);
  const address = addresses.find(({ primary }) => primary) as Address | undefined;
  return item && gate && !gate.erased && address
    ? { candidate: { ...Info.parse(item), trace: item.trace }, gate, address }
    : undefined;
}
