import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import { bodyOf } from "./body.ts";
import { codePage, notePage, type Page, signInPage } from "./page.ts";
import { byUsername, people } from "./people.ts";
import type { SecondFactor } from "./second-factor.ts";

/** What a page of the sign-in answers, or nothing where the provider has answered already. */
type Shown = { readonly status: number; readonly page: Page } | undefined;

/** Asks who she is and, where she has a second factor, for its code; then hands over to the provider. */
export async function interact(
  provider: Provider,
  factors: SecondFactor,
  redirectUris: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Shown> {
  const targets = redirectUris.map((uri) => new URL(uri).origin);
  try {
    await provider.interactionDetails(request, response);
  } catch {
    const text = "It was open for too long, or already used.";
    return { status: 400, page: notePage("This sign-in has ended", text, targets[0] ?? "/") };
  }
  const form = new URLSearchParams(request.method === "POST" ? await bodyOf(request) : "");
  const person = byUsername(form.get("person") ?? "");
  const action = request.url ?? "";
  if (person === undefined) return { status: 200, page: signInPage(people, action, targets) };
  if (await factors.isOn(person.sub)) {
    const code = form.get("code")?.replace(/\s/g, "");
    if (code === undefined) return { status: 200, page: codePage(person, action, targets) };
    if (!(await factors.take(person.sub, code)))
      return { status: 200, page: codePage(person, action, targets, "refused") };
  }
  await provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  return undefined;
}
