/** An error as SES v2 answers it: `x-amzn-errortype` and `{ message }` (SES API v2 reference, common errors). */
export class SesError extends Error {
  readonly status: number;

  constructor(name: string, message: string, status = 400) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

export const badRequest = (message: string) => new SesError("BadRequestException", message);
export const notFound = (message: string) => new SesError("NotFoundException", message, 404);
export const tooMany = (message: string) => new SesError("TooManyRequestsException", message, 429);
