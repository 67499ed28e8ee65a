import { CloseButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { Whole } from "../person/whole.tsx";
import { Loaded } from "../states/loaded.tsx";
import "./peek.css";

/** Whoever walks down a list quickly does not ask for everybody on the way. */
const PAUSE_MS = 80;

interface Props {
  readonly candidateId: string;
  readonly onClose: () => void;
}

/** A person beside the list she stands in, which keeps the keys. */
export function Peek({ candidateId, onClose }: Props) {
  const [settled] = useDebouncedValue(candidateId, PAUSE_MS);
  const person = useQuery({ ...queries.person(settled), placeholderData: keepPreviousData });
  const waiting = person.isPlaceholderData || settled !== candidateId;
  return (
    <aside className="peek" aria-label="Beside the list">
      <div className="peek-head small">
        <Link to="/talent/$candidateId" params={{ candidateId }}>
          Open the page
        </Link>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      <div className={waiting ? "dimmed" : undefined} aria-busy={waiting}>
        <Loaded query={person} what="This person">
          {(data) => <Whole key={data.candidateId} person={data} heading="h2" narrow />}
        </Loaded>
      </div>
    </aside>
  );
}
