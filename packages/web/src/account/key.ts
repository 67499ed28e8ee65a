const ISSUER = "Perennial";

/** In fours, as one types it. */
export const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? "";

/**
 * What an authenticator app opens: six digits every thirty seconds with SHA-1 are its defaults, and Cognito's.
 * https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export const otpauth = (secret: string, email: string) =>
  `otpauth://totp/${encodeURIComponent(`${ISSUER}:${email}`)}?secret=${secret}&issuer=${ISSUER}`;

/** The six digits, however they were typed or pasted. */
export const codeFrom = (typed: string) => {
  const digits = typed.replace(/\s/g, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
};
