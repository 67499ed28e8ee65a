import type { Problem } from "./routes.ts";

/** RFC 9457 as the API answers it. */
interface Answer {
  readonly status?: number;
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly problems?: readonly Problem[];
  readonly instance?: string;
  readonly trace?: string;
}

/** A call that was refused or never answered (`status` 0). */
export class ApiError extends Error {
  override name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly problems: readonly Problem[];
  /** What support asks for. */
  readonly requestId: string | undefined;

  constructor(status: number, answer: Answer) {
    super(answer.detail ?? answer.title ?? "The server did not say what went wrong.");
    this.status = status;
    this.code = answer.code ?? "unknown";
    this.problems = answer.problems ?? [];
    this.requestId = answer.instance ?? answer.trace;
  }
}

/** Reads the refusal, whatever its body is: a gateway in between answers plain text or its own JSON. */
export async function refusal(response: Response): Promise<ApiError> {
  const trace = response.headers.get("x-perennial-trace");
  const text = await response.text();
  return new ApiError(response.status, { ...(trace ? { trace } : {}), ...parsed(text) });
}

function parsed(text: string): Answer {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

export const isConflict = (error: unknown) => error instanceof ApiError && error.status === 409;

/** The refused fields by name, for showing beside each. */
export const fieldErrors = (error: unknown): Readonly<Record<string, string>> =>
  error instanceof ApiError
    ? Object.fromEntries(error.problems.map(({ field, message }) => [field, message]))
    : {};
