import { useDisclosure } from "@mantine/hooks";
import type { Person } from "@perennial/core/candidate/views.ts";
import { Chip } from "../because/chip.tsx";
import { mayWriteWords } from "../talent/may-write.ts";
import { date } from "../words/dates.ts";
import { Ledger } from "./ledger.tsx";

/** The name, who it is, where we stand; at the right the one thing that decides everything. */
export function PersonHead({ person }: { readonly person: Person }) {
  const [opened, ledger] = useDisclosure();
  const { chip, tone, sentence } = mayWriteWords(person.mayWrite);
  const who = Object.values(person.answers).filter(Boolean).join(" · ");
  return (
    <header className="page-head">
      <div>
        <h1>{person.name}</h1>
        {who && <p>{who}</p>}
        <p className="quiet">{standing(person)}</p>
      </div>
      <button type="button" className="may-we-write" onClick={ledger.open} aria-haspopup="dialog">
        <span className="tiny quiet">May we write?</span>
        <Chip tone={tone}>{chip}</Chip>
        <span className="may-sentence">{sentence}</span>
      </button>
      <Ledger person={person} opened={opened} onClose={ledger.close} />
    </header>
  );
}

function standing({ standing: now, joinedAt, createdAt, next }: Person): string {
  const on = next.map(({ campaignName }) => `“${campaignName}”`).join(" and ");
  const campaigns = on ? ` · in ${on}` : "";
  if (now === "pending") return `Signed up on ${date(createdAt)}, not confirmed yet`;
  if (now === "left") return `Left the talent community; first came on ${date(createdAt)}`;
  return `In the talent community since ${date(joinedAt ?? createdAt)}${campaigns}`;
}
