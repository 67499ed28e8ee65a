import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Failure } from "./failure.tsx";
import { WaitingRows } from "./waiting.tsx";

interface Props<T> {
  readonly query: UseQueryResult<T>;
  /** As in "The campaign". */
  readonly what: string;
  readonly waiting?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** The three states of an answer: on its way, failed, here. An old answer stays when a refresh fails, and says so. */
export function Loaded<T>({
  query,
  what,
  waiting = <WaitingRows count={6} height={44} />,
  children,
}: Props<T>) {
  if (query.data === undefined && query.isError) {
    return <Failure what={`${what} could not be loaded`} error={query.error} onRetry={query.refetch} />;
  }
  if (query.data === undefined) return waiting;
  return (
    <>
      {query.isError && (
        <Failure
          what={`${what} could not be refreshed`}
          error={query.error}
          kept="What you see is from before."
          onRetry={query.refetch}
        />
      )}
      {children(query.data)}
    </>
  );
}
