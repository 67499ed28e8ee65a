import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../api/call.ts";
import { useBuilding } from "../context.ts";

const FACES = 12;

/** Somebody who would enter, and the way to the next one. */
export function usePerson() {
  const { segmentId } = useBuilding();
  const [at, setAt] = useState(0);
  const { data } = useQuery({
    queryKey: ["people", "faces", segmentId],
    queryFn: ({ signal }) =>
      call("POST /v1/candidate-searches", { ...(segmentId ? { segmentId } : {}), limit: FACES }, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
  const people = data?.people ?? [];
  return { person: people[at % Math.max(people.length, 1)], next: () => setAt(at + 1) };
}
