import { isIPv6 } from "node:net";

/** What counts as one source: an IPv4 address, or the /64 that an IPv6 subscriber gets (RFC 6177) and may use all addresses of. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const [mapped] = /(?<=^::ffff:)[\d.]+$/i.exec(ip) ?? [];
  if (mapped) return mapped;
  const [head = "", tail] = new URL(`http://[${ip}]`).hostname.slice(1, -1).split("::");
  const [before, after] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean));
  const zeros = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(zeros).fill("0"), ...(after ?? [])];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
