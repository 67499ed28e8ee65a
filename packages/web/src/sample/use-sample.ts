import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { queries } from "../api/queries.ts";
import { useMay } from "../states/allowed.tsx";

/** The sample people: whether they are here, how far a job is, and the two acts an administrator has. */
export function useSample() {
  const cache = useQueryClient();
  const may = useMay("people.sample");
  const { data } = useQuery(queries.sample);
  const again = () => cache.invalidateQueries();
  const lay = useMutation({ mutationFn: () => call("POST /v1/sample"), onSettled: again });
  const remove = useMutation({ mutationFn: () => call("POST /v1/sample/removal"), onSettled: again });
  return { sample: data, may: may === true, lay, remove };
}
