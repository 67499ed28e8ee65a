/*
 * How long each part of a mail's way may take, in milliseconds.
 */

/** From the claim to SES: later than that it is dropped. */
export const SEND_WITHIN_MS = 10_000;
/** The last look: one that took longer is taken again. Whoever stops a mail waits no longer for it than for this and SES. */
export const FRESH_MS = 200;
/** From the last look into SES, where SES is not unusually slow. */
export const HANDOVER_MS = FRESH_MS + 300;
/** SES's answer: without it by then the outcome is unknown. */
export const ANSWER_WITHIN_MS = 8000;
