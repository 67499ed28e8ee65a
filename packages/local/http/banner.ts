import type { Answer } from "./answer.ts";

/** What every page of a local run says, and where its two links lead. */
export interface Banner {
  readonly inbox: string;
  readonly console: string;
}

export const BANNER_CSS = "/_local/banner.css";

/** In the flow at the top, so it hides nothing; what a page fixes to the top can stand `var(--local-banner)` lower. */
export const bannerStyle = `:root { --local-banner: 32px; }
.local-banner { display: flex; gap: 4px 16px; align-items: center; box-sizing: border-box; height: 32px; margin: 0;
  padding: 0 16px; overflow: hidden; background: #fff4dc; color: #6f4700; text-align: left; white-space: nowrap;
  font: 400 12px/24px "Inter Variable", Inter, system-ui, sans-serif; }
.local-banner a { color: inherit; line-height: 24px; text-decoration: underline; }
.local-banner a:focus-visible { outline: 2px solid currentColor; border-radius: 4px; }
.local-banner a:first-of-type { margin-left: auto; }
@media print { .local-banner { display: none; } }
@media (prefers-color-scheme: dark) { .local-banner { background: #2b2213; color: #e0a63c; } }
`;

/** Puts the banner into an HTML page, and lets its stylesheet through the page's content security policy. */
export function withBanner(answer: Answer, banner: Banner): Answer {
  if (!/^text\/html\b/i.test(answer.headers["content-type"] ?? "") || answer.body.length === 0) return answer;
  const html = answer.body.toString("utf8");
  const policy = answer.headers["content-security-policy"];
  return {
    ...answer,
    headers: { ...answer.headers, ...(policy && { "content-security-policy": allowOwnStyles(policy) }) },
    body: Buffer.from(inserted(html, element(banner))),
  };
}

const element = ({ inbox, console }: Banner) =>
  `<aside class="local-banner" lang="en" aria-label="Local run"><link rel="stylesheet" href="${BANNER_CSS}">` +
  `<span>On this machine: no mail leaves it</span><a href="${inbox}">Inbox</a><a href="${console}">Console</a></aside>`;

function inserted(html: string, text: string) {
  const body = /<body(?:\s[^>]*)?>/i.exec(html);
  const head = body ?? /<\/head>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = head === null ? 0 : head.index + head[0].length;
  return html.slice(0, at) + text + html.slice(at);
}

/** Adds 'self' to style-src, which falls back to default-src (CSP level 3, 6.8.3). */
export function allowOwnStyles(policy: string) {
  const directives = policy
    .split(";")
    .map((one) => one.trim())
    .filter(Boolean);
  const sources = (name: string) => directives.find((one) => one.toLowerCase().startsWith(`${name} `));
  const style = sources("style-src");
  const effective = style ?? sources("default-src");
  if (effective === undefined || / 'self'(\s|$)/.test(effective)) return policy;
  const kept = effective
    .split(/\s+/)
    .slice(1)
    .filter((source) => source !== "'none'");
  const allowed = ["style-src", "'self'", ...kept].join(" ");
  return [...directives.filter((one) => one !== style), allowed].join("; ");
}
