import type { Member, Page, People } from "../../../packages/core/campaign/views.ts";
import type { Person, Row } from "../../../packages/core/candidate/views.ts";
import type { Home } from "../../../packages/core/home/home.view.ts";
import type { Recruiter } from "./recruiter.ts";

/** A person of the talent community by her name, as her page shows her. */
export async function personNamed(ana: Recruiter, name: string): Promise<Person> {
  const { body } = await ana.call<{ people: Row[] }>("GET", "/v1/candidates");
  const row = body.people.find((person) => person.name === name);
  if (!row) throw new Error(`There is no ${name} in the talent community`);
  return (await ana.call<Person>("GET", `/v1/candidates/${row.candidateId}`)).body;
}

/** The figures of the Home page. */
export async function figures(ana: Recruiter): Promise<Pick<Home["figures"], "people" | "joined" | "left">> {
  const { people, joined, left } = (await ana.call<Home>("GET", "/v1/home")).body.figures;
  return { people, joined, left };
}

/** Who is or was in a campaign. */
export const membersOf = async (ana: Recruiter, campaignId: string): Promise<readonly Member[]> =>
  (await ana.call<People>("GET", `/v1/campaigns/${campaignId}/people`)).body.people;

/** A campaign's page. */
export const campaignPage = async (ana: Recruiter, campaignId: string): Promise<Page> =>
  (await ana.call<Page>("GET", `/v1/campaigns/${campaignId}`)).body;
