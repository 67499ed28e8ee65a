import { ApiError } from "../api/problem.ts";

interface Said {
  /** As the HTTP status the failure's advice goes by. */
  readonly status: number;
  readonly detail: string;
}

const NOT_THE_CODE: Said = { status: 400, detail: "That is not the code that your app shows for this key." };
const TOO_OFTEN: Said = { status: 429, detail: "There were too many tries." };

const said: Readonly<Record<string, Said>> = {
  CodeMismatchException: NOT_THE_CODE,
  EnableSoftwareTokenMFAException: NOT_THE_CODE,
  ExpiredCodeException: NOT_THE_CODE,
  // The session is older than the permission to do this, or over.
  NotAuthorizedException: { status: 401, detail: "This session may not change your account." },
  SoftwareTokenMFANotFoundException: {
    status: 403,
    detail: "Your organisation has switched codes from an app off.",
  },
  LimitExceededException: TOO_OFTEN,
  TooManyRequestsException: TOO_OFTEN,
};

/** Cognito's refusal in our words. */
export function refused(code: string, status: number): ApiError {
  const known = said[code] ?? { status, detail: "The sign-in service refused." };
  return new ApiError(known.status, { code, detail: known.detail });
}

/** Whether another code is what it needs. */
export const isWrongCode = (error: unknown) => error instanceof ApiError && said[error.code] === NOT_THE_CODE;
