import { useDisclosure } from "@mantine/hooks";
import type { Person } from "@perennial/core/candidate/views.ts";
import { Chip } from "../because/chip.tsx";
import { mayWriteWords } from "../talent/may-write.ts";
import { Ledger } from "./ledger.tsx";
import { standingWords, whoWords } from "./standing.ts";

interface Props {
  readonly person: Person;
  /** Beside a list the page has its heading already. */
  readonly heading: "h1" | "h2";
}

/** The name, who it is, where we stand; at the right the one thing that decides everything. */
export function PersonHead({ person, heading: Heading }: Props) {
  const [opened, ledger] = useDisclosure();
  const { chip, tone, sentence } = mayWriteWords(person.mayWrite);
  const who = whoWords(person);
  return (
    <header className="page-head">
      <div className="person-who">
        <Heading className="person-headline">{person.name}</Heading>
        {who && <p>{who}</p>}
        <p className="quiet">{standingWords(person)}</p>
        {person.sample && <p className="tiny quiet">A generated sample, not a real person.</p>}
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
