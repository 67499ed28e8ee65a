import { AwsError } from "../wire/index.ts";

/** What one message, and all of a batch together, may weigh: 1 MiB (SQS API reference, SendMessage). */
export const LARGEST = 1_048_576;
/** SQS takes the characters that XML 1.0 has: of the controls only tab, line feed and carriage return, and those above ASCII. */
const FOREIGN = /(?![\t\n\r\u007F-\u009F])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/** Why SQS would not take a message with this body; undefined when it would. */
export function bodyFault(body: string): AwsError | undefined {
  if (body === "")
    return new AwsError("MissingParameter", "The request must contain the parameter MessageBody.");
  if (Buffer.byteLength(body) > LARGEST)
    return new AwsError(
      "InvalidParameterValue",
      `One or more parameters are invalid. Reason: Message must be shorter than ${LARGEST} bytes.`,
    );
  if (FOREIGN.test(body))
    return new AwsError("InvalidMessageContents", "The message contains characters outside the allowed set.");
  return undefined;
}

/** A receipt that SQS never gave out. */
export const noReceipt = () =>
  new AwsError("ReceiptHandleIsInvalid", "The input receipt handle is not a valid receipt handle.");
