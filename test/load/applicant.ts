/** Everybody who offers herself has an address of her own. */
export const emailOf = (n: number): string => `load${n}@example.org`;

/** 198.18.0.0/15, which RFC 2544 keeps for measuring. */
const NETWORKS = 2 ** 17;

/** Her sign-up as a browser sends it, from a network of her own as CloudFront names it. */
export function requestOf(n: number, stamp: string) {
  const home = n % NETWORKS;
  const address = `198.${18 + (home >> 16)}.${(home >> 8) & 255}.${home & 255}`;
  const answers = { name: `Person ${n}`, email: emailOf(n), jobNews: true, tracking: n % 2 === 0, stamp };
  const body = JSON.stringify(answers);
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    accept: "application/json",
    "cloudfront-viewer-address": `${address}:50000`,
  };
  return { headers, body };
}
