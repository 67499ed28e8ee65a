import { useMutation } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { ApiError } from "../api/problem.ts";
import { ActButton } from "../states/allowed.tsx";
import { type Asked, shownOf } from "./use-preview.ts";
import { isBlank } from "./wordings.ts";

interface Props {
  readonly asked: Asked;
  /** Whether the mail can be written as it stands. */
  readonly ready: boolean;
}

/** Sends what stands in the editor to the recruiter who presses, saved or not. */
export function SendTest({ asked, ready }: Props) {
  const shown = shownOf(asked);
  const test = useMutation({ mutationFn: () => call("POST /v1/template-tests", shown) });
  return (
    <div className="send-test">
      <ActButton
        needs="templates.write"
        act="send test mails"
        disabled={!ready || isBlank(shown.wording) || test.isPending}
        onClick={() => test.mutate()}
      >
        Send a test to me
      </ActButton>
      <span className="small quiet" role="status">
        {test.isPending && "Sending"}
        {test.data && `Sent to ${test.data.to}. It counts nowhere.`}
        {test.error && reasonOf(test.error)}
      </span>
    </div>
  );
}

const reasonOf = (error: unknown) =>
  error instanceof ApiError ? error.message : "The test was not sent. Try again.";
