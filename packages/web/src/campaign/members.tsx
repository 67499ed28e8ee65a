import type { Member, Page } from "@perennial/core/campaign/views.ts";
import { Link } from "@tanstack/react-router";
import { BecauseOf } from "../because/because.tsx";
import { useSteady } from "../list/steady.ts";
import { rowLink, useListKeys } from "../list/use-list-keys.ts";
import { WaitingChanges } from "../list/waiting-changes.tsx";
import { when } from "../words/dates.ts";
import { people } from "../words/numbers.ts";

const idOf = ({ candidateId }: Member) => candidateId;

/** The people inside and the latest who ended, each with the reason of the last decision. */
export function Members({ page }: { readonly page: Page }) {
  const { rows, waiting, show } = useSteady(page.members, idOf);
  const list = useListKeys<HTMLTableSectionElement>();
  return (
    <section className="section" aria-label="People">
      <h2>People</h2>
      {rows.length === 0 && (
        <p className="quiet">Nobody has entered yet. Whoever joins by the form appears here.</p>
      )}
      {rows.length > 0 && (
        <table className="members">
          <thead>
            <tr className="tiny quiet">
              <th scope="col">Name</th>
              <th scope="col">Where</th>
              <th scope="col">Next</th>
              <th scope="col">Because</th>
            </tr>
          </thead>
          <tbody ref={list}>
            {rows.map((member) => (
              <MemberRow member={member} page={page} key={idOf(member)} />
            ))}
          </tbody>
        </table>
      )}
      <WaitingChanges waiting={waiting} show={show} />
      {page.people.entered > page.members.length && page.members.length > 0 && (
        <p className="small quiet">{`${people(page.members.length)} of ${page.people.entered} are shown.`}</p>
      )}
    </section>
  );
}

function MemberRow({ member, page }: { readonly member: Member; readonly page: Page }) {
  const { candidateId, name, dueAt, end, reason } = member;
  return (
    <tr>
      <th scope="row">
        <Link to="/talent/$candidateId" params={{ candidateId }} className="plain-link" {...rowLink}>
          {name}
        </Link>
      </th>
      <td>{position(member, page)}</td>
      <td className="quiet">{end || !dueAt ? "" : when(dueAt)}</td>
      <td>
        <BecauseOf reason={reason} />
      </td>
    </tr>
  );
}

function position({ stepId, end }: Member, { campaign, templates }: Page): string {
  if (end) return end === "finished" ? "finished" : "left";
  const step = campaign.steps.find((one) => one.stepId === stepId);
  return `before “${templates[step?.templateId ?? ""] ?? "the mail"}”`;
}
