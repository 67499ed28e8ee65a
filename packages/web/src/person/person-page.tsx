import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { Hint } from "../keys/hint.tsx";
import { useCommands } from "../keys/provider.tsx";
import { remembered, returnTo } from "../list/remembered.ts";
import { Loaded } from "../states/loaded.tsx";
import { number } from "../words/numbers.ts";
import { Whole } from "./whole.tsx";
import "./person.css";

const route = getRouteApi("/app/talent/$candidateId");

export function PersonPage() {
  const { candidateId } = route.useParams();
  const person = useQuery(queries.person(candidateId));
  return (
    <div className="page wide">
      <Way candidateId={candidateId} />
      <Loaded query={person} what="This person">
        {(data) => (
          <>
            <title>{`${data.name} · Perennial`}</title>
            <Whole key={candidateId} person={data} heading="h1" />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Back to the list she was opened from, and to whoever stands beside her in it. */
function Way({ candidateId }: { readonly candidateId: string }) {
  const navigate = useNavigate();
  const list = remembered(candidateId);
  const to = (id: string | undefined) =>
    id === undefined
      ? undefined
      : () => void navigate({ to: "/talent/$candidateId", params: { candidateId: id }, replace: true });
  const [previous, next] = [to(list?.previous), to(list?.next)];
  const back = () => {
    returnTo(candidateId);
    // The list scrolls to where she stands in it.
    void navigate({ href: list?.href ?? "/talent", resetScroll: false });
  };
  useCommands({ "person.previous": previous, "person.next": next, "person.list": back });
  return (
    <nav className="person-way small" aria-label="List">
      <Hint of="person.list" position="right">
        <a
          href={list?.href ?? "/talent"}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            back();
          }}
        >
          {list?.name ?? "Talent"}
        </a>
      </Hint>
      {list && (
        <span className="quiet">
          {number(list.position)} of {number(list.total)}
        </span>
      )}
      <WayButton of="person.previous" words="Previous" onGo={previous} />
      <WayButton of="person.next" words="Next" onGo={next} />
    </nav>
  );
}

interface Props {
  readonly of: "person.previous" | "person.next";
  readonly words: string;
  readonly onGo: (() => void) | undefined;
}

function WayButton({ of, words, onGo }: Props) {
  if (!onGo) return null;
  return (
    <Hint of={of}>
      <button type="button" className="text-button" onClick={onGo}>
        {words}
      </button>
    </Hint>
  );
}
