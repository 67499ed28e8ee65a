import { Checkbox } from "@mantine/core";
import type { Member, Page } from "@perennial/core/campaign/views.ts";
import { Link } from "@tanstack/react-router";
import { BecauseOf } from "../../because/because.tsx";
import { rowLink, useListKeys } from "../../list/use-list-keys.ts";
import { Peek } from "../../peek/peek.tsx";
import { Quick } from "../../person/quick/quick.tsx";
import { SeasonLine } from "../../season/season-line.tsx";
import { when } from "../../words/dates.ts";
import { lower } from "../../words/numbers.ts";
import { StopPeople } from "./stop-people.tsx";
import { pointedAt, useMembersKeys } from "./use-members-keys.ts";
import { usePicked } from "./use-picked.ts";
import { stepName } from "./which-words.ts";

interface Props {
  readonly page: Page;
  readonly members: readonly Member[];
}

/** Name, season line, place, what comes next and why; `x` selects, `b` stops the selected, `w` tells the whole way. */
export function MembersTable({ page, members }: Props) {
  const list = useListKeys<HTMLTableSectionElement>();
  const { picked, toggle, clear } = usePicked();
  const { peeked, close, follow } = useMembersKeys(page.campaign.campaignId, toggle);
  const active = members.filter(({ candidateId, end }) => !end && picked.has(candidateId));
  return (
    <>
      <StopPeople page={page} people={active} onDone={clear} />
      <table className="table members">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">Selected</span>
            </th>
            <th scope="col">Name</th>
            <th scope="col">Season</th>
            <th scope="col">Where</th>
            <th scope="col">Next</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody ref={list} onFocus={follow}>
          {members.map((member) => (
            <Row
              key={member.candidateId}
              member={member}
              page={page}
              picked={picked.has(member.candidateId)}
              onPick={() => toggle(member.candidateId)}
            />
          ))}
        </tbody>
      </table>
      <Quick pointedAt={() => members.find(({ candidateId }) => candidateId === (pointedAt() ?? peeked))} />
      {peeked !== undefined && <Peek candidateId={peeked} onClose={close} />}
    </>
  );
}

interface RowProps {
  readonly member: Member;
  readonly page: Page;
  readonly picked: boolean;
  readonly onPick: () => void;
}

function Row({ member, page, picked, onPick }: RowProps) {
  const { candidateId, name, dueAt, end, reason, season } = member;
  const params = { campaignId: page.campaign.campaignId, candidateId };
  return (
    <tr data-person={candidateId}>
      <td>
        <Checkbox aria-label={`Select ${name}`} checked={picked} onChange={onPick} />
      </td>
      <th scope="row">
        <Link
          to="/campaigns/$campaignId/people/$candidateId"
          params={params}
          className="plain-link"
          {...rowLink}
        >
          {name}
        </Link>
      </th>
      <td>{season && <SeasonLine line={season} />}</td>
      <td>{position(member, page)}</td>
      <td className="quiet">{end || !dueAt ? "" : when(dueAt)}</td>
      <td>
        <BecauseOf reason={reason} />
      </td>
    </tr>
  );
}

function position({ stepId, end, version }: Member, page: Page): string {
  if (end === "finished") return "finished";
  if (end === "left_out") return "did not begin";
  if (end) return "left";
  const old = version < page.campaign.version ? ` (version ${version})` : "";
  return stepId ? `before ${lower(stepName(stepId, page))}${old}` : "";
}
