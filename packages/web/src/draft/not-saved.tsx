import { isConflict } from "../api/problem.ts";
import { Failure } from "../states/failure.tsx";

interface Props {
  /** As in "The template was not saved". */
  readonly what: string;
  readonly error: unknown;
  /** Where no field says what is wrong with it. */
  readonly listed?: boolean;
}

/** A save that was refused. That somebody else saved first is told, and mended, elsewhere. */
export function NotSaved({ what, error, listed = false }: Props) {
  if (!error || isConflict(error)) return null;
  return (
    <Failure what={what} error={error} kept="What you typed is kept on this device." besideFields={!listed} />
  );
}
