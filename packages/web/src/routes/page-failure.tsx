import type { ErrorComponentProps } from "@tanstack/react-router";
import { Failure } from "../states/failure.tsx";

/** A fault of the app itself, or a part of it that could not be fetched. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  return (
    <Failure what="This page could not be shown" error={error} kept="Nothing was changed." onRetry={reset} />
  );
}
