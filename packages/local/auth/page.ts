import { html, raw } from "hono/html";
import type { Person } from "./people.ts";

export interface Page {
  readonly body: string;
  /** The content security policy it goes out with. */
  readonly policy: string;
}

const BANNER = "On this machine: no mail leaves it";

/**
 * Who do you want to be. No password: whoever can open this page already sits at this machine.
 * @param formTargets origins a form of this page may end at, after all redirects
 */
export function signInPage(people: readonly Person[], action: string, formTargets: readonly string[]): Page {
  const body = html`<main>
      <h1>Sign in</h1>
      <p>Choose who to be. There are no passwords on this machine.</p>
      <form method="post" action="${action}">
        <ul>
          ${people.map(
            ({ username, name, email, groups }) => html`<li>
              <button name="person" value="${username}"><strong>${name}, ${groups.join(", ")}</strong><span>${email}</span></button>
            </li>`,
          )}
        </ul>
      </form>
    </main>`;
  return page("Sign in", body, `form-action 'self' ${formTargets.join(" ")}`);
}

/** The code of her authenticator app. @param refused the one before was not taken */
export function codePage(
  { username, name }: Person,
  action: string,
  formTargets: readonly string[],
  refused?: "refused",
): Page {
  const why =
    refused &&
    html`<p id="why" role="alert">That code was not taken. Wait for the next one in your app, and type it.</p>`;
  const body = html`<main>
      <h1>Your code</h1>
      <p>${name}, type the six digits that your authenticator app shows for Perennial now.</p>
      <form method="post" action="${action}">
        <input type="hidden" name="person" value="${username}">
        <label for="code">Code</label>
        <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="7" autofocus${raw(refused ? ' aria-invalid="true" aria-describedby="why"' : "")}>
        ${why}
        <button class="filled">Sign in</button>
      </form>
      <p><a href="${action}">Be somebody else</a></p>
    </main>`;
  return page("Your code", body, `form-action 'self' ${formTargets.join(" ")}`);
}

/** Submits itself; the button is for a browser without script. */
export function signOutPage(form: string): Page {
  const button = `<button name="logout" value="yes" class="filled">Sign out</button></form>`;
  const body = html`<main>
      <h1>Sign out</h1>
      ${raw(form.replace("</form>", button))}
      <script src="/oidc/sign-out.js"></script>
    </main>`;
  return page("Sign out", body, "script-src 'self'");
}

export function notePage(title: string, text: string, back: string): Page {
  return page(
    title,
    html`<main><h1>${title}</h1><p>${text}</p><p><a href="${back}">Start again</a></p></main>`,
    "",
  );
}

function page(title: string, content: unknown, more: string): Page {
  const body = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title} · Perennial</title>
        <link rel="stylesheet" href="/oidc/page.css">
      </head>
      <body>
        <aside class="machine" aria-label="About this machine">${BANNER}</aside>
        ${content}
      </body>
    </html>`;
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    more,
  ];
  return { body: String(body), policy: policy.filter(Boolean).join("; ") };
}
