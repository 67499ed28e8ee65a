import { Button } from "@mantine/core";
import { ENDS_SOON } from "@perennial/core/facts/ending.ts";
import type { Need } from "@perennial/core/home/home.view.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { queries } from "../api/queries.ts";
import { rowLink } from "../list/use-list-keys.ts";
import { useMay } from "../states/allowed.tsx";
import type { Look } from "../talent/look.ts";
import { needWords } from "./words.ts";

/** The people the sentence counts, and nobody else. */
const WHO_ENDS: Look = { only: { permissionEnds: [ENDS_SOON] } };

/** The one thing to do about it. */
export function NeedAct({ need }: { readonly need: Need }) {
  const label = needWords(need);
  if (need.kind === "task" || need.kind === "notice") return <Done need={need} label={label} />;
  if (need.kind === "import")
    return (
      <Link
        to="/import/$importId"
        params={{ importId: need.importId }}
        className="need-act"
        aria-label={`See why: ${label}`}
        {...rowLink}
      >
        See why
      </Link>
    );
  if (need.kind === "permission.ending")
    return (
      <Link to="/talent" search={WHO_ENDS} className="need-act" aria-label={`See who: ${label}`} {...rowLink}>
        See who
      </Link>
    );
  return (
    <Link
      to="/campaigns/$campaignId"
      params={{ campaignId: need.campaignId }}
      className="need-act"
      aria-label={`Open: ${label}`}
      {...rowLink}
    >
      Open
    </Link>
  );
}

type Todo = Extract<Need, { readonly kind: "task" | "notice" }>;

function Done({
  need: { candidateId, taskId, name },
  label,
}: {
  readonly need: Todo;
  readonly label: string;
}) {
  const may = useMay("people.write");
  const cache = useQueryClient();
  const done = useMutation({
    mutationFn: () =>
      call("POST /v1/candidates/{candidateId}/tasks/{taskId}/done", { candidateId, taskId, done: true }),
    onSettled: () => cache.invalidateQueries({ queryKey: queries.home.queryKey }),
  });
  return (
    <span className="need-acts">
      <Link
        to="/talent/$candidateId"
        params={{ candidateId }}
        className="need-act"
        aria-label={`Open ${name}: ${label}`}
        {...rowLink}
      >
        Open
      </Link>
      <Button disabled={!may || done.isPending} onClick={() => done.mutate()} aria-label={`Done: ${label}`}>
        Done
      </Button>
    </span>
  );
}
