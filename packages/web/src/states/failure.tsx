import { Button } from "@mantine/core";
import { ApiError } from "../api/problem.ts";
import { count } from "../words/numbers.ts";
import "./states.css";

interface Props {
  /** What was tried, as in "Talent could not be loaded". */
  readonly what: string;
  readonly error: unknown;
  /** What is safe. */
  readonly kept?: string;
  readonly onRetry?: () => unknown;
  /** The refused fields say so themselves; here they are only counted. */
  readonly besideFields?: boolean;
}

/** What happened, what was kept, what to do, and the id support asks for. */
export function Failure({ what, error, kept, onRetry, besideFields = false }: Props) {
  const known = error instanceof ApiError ? error : undefined;
  return (
    <div className="failure" role="alert">
      <p>
        <strong>{what}.</strong> {told(known, besideFields)} {kept}
      </p>
      {known && !besideFields && known.problems.length > 0 && (
        <ul>
          {known.problems.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      )}
      <p className="quiet">{whatToDo(known?.status)}</p>
      <div className="acts">
        {onRetry && <Button onClick={() => void onRetry()}>Try again</Button>}
        {known?.requestId && <span className="quiet tiny">Request {known.requestId}</span>}
      </div>
    </div>
  );
}

function told(known: ApiError | undefined, besideFields: boolean): string {
  if (!known) return "Something unexpected happened in the app.";
  if (known.problems.length === 0 || !besideFields) return known.message;
  return `${count(known.problems.length, "field says", "fields say")} what is wrong.`;
}

function whatToDo(status: number | undefined): string {
  if (status === 0) return "Check the connection, then try again.";
  if (status === 401) return "Sign in again to go on.";
  if (status === 403) return "Ask an administrator of your organisation for the permission.";
  if (status === 404) return "It may have been deleted. Go back to the list to see what is there.";
  if (status === 409) return "Somebody changed it meanwhile. Load it again to see what is there now.";
  if (status === 422 || status === 400) return "Correct what is named and try again.";
  if (status === 429) return "Wait a minute, then try again.";
  return "Try again; if it happens again, tell your operator the request below.";
}
