/** An answer the gateway gives by itself, in API Gateway's own words. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

export const tooLarge = () => new Refusal(413, "Request Entity Too Large", { connection: "close" });
export const badRequest = () => new Refusal(400, "Bad Request");
