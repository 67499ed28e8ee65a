import { element, xml } from "./xml.ts";

/** An error as S3 answers it (S3 API reference, "Error responses"). */
export class S3Error extends Error {
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(message);
    this.name = code;
    this.status = status;
  }
}

export const noSuchKey = () => new S3Error("NoSuchKey", "The specified key does not exist.", 404);
export const denied = (message: string) => new S3Error("AccessDenied", message, 403);

/** The SDK reads the code from the body; HEAD has none, there the status decides. */
export function errorResponse({ name, message, status }: S3Error) {
  const body = xml("Error", [element("Code", name), element("Message", message)]);
  return new Response(body, { status, headers: { "content-type": "application/xml" } });
}
