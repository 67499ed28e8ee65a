/** An error the AWS SDK understands: `__type` names it, the status is 400. */
export interface ApiError extends Error {
  readonly statusCode: number;
  readonly body: { readonly __type: string; readonly message?: string; readonly [field: string]: unknown };
}

const SERVICE = "com.amazonaws.dynamodb.v20120810#";

export function apiError(
  type: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): ApiError {
  return Object.assign(new Error(message), {
    statusCode: 400,
    body: { __type: SERVICE + type, message, ...more },
  });
}

export function validationError(message: string): ApiError {
  const body = { __type: "com.amazon.coral.validate#ValidationException", message };
  return Object.assign(new Error(message), { statusCode: 400, body });
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && "statusCode" in error && "body" in error;
}

/** The error's bare name, such as `ConditionalCheckFailedException`. */
export const nameOf = (error: ApiError) => error.body.__type.split("#").at(-1) ?? "";
