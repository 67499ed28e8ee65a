import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Person } from "@perennial/core/candidate/views.ts";
import { useNavigate } from "@tanstack/react-router";
import { failed } from "../../acts/index.tsx";
import { useSingle } from "../../api/use-single.ts";
import type { CommandId } from "../../keys/commands.ts";
import { Hint } from "../../keys/hint.tsx";
import { useCommands } from "../../keys/provider.tsx";
import { ActButton, useMay } from "../../states/allowed.tsx";
import type { PersonActs } from "../use-person-acts.ts";
import { Enrol } from "./enrol.tsx";
import { StopMail } from "./stop-mail.tsx";

interface Props {
  readonly person: Person;
  readonly acts: PersonActs;
}

/** What a recruiter most often does about somebody; the keys do the same. */
export function PersonActBar({ person, acts }: Props) {
  const navigate = useNavigate();
  const may = useMay("people.write") ?? false;
  const [stopping, stop] = useDisclosure();
  const talked = useSingle((how: "replied" | "contacted") =>
    acts.talked(how).catch((error: unknown) => failed("It was not noted", error)),
  );
  const allow = useSingle(() =>
    acts.doNotContact(false).catch((error: unknown) => failed("Nothing was changed", error)),
  );
  const stopped = person.doNotContact !== undefined;
  const [campaign] = person.next;
  const why = () =>
    campaign &&
    void navigate({
      to: "/campaigns/$campaignId/people/$candidateId",
      params: { campaignId: campaign.campaignId, candidateId: person.candidateId },
    });
  const mine = (act: () => void) => (may ? act : undefined);
  const mail = stopped ? () => allow(undefined) : stop.open;
  useCommands({
    "person.replied": mine(() => talked("replied")),
    "person.contacted": mine(() => talked("contacted")),
    "person.stop": mine(mail),
    "person.why": campaign ? () => void why() : undefined,
  });
  return (
    <div className="acts">
      <Act of="person.replied" words="They replied" onAct={() => talked("replied")} />
      <Act of="person.contacted" words="We talked" onAct={() => talked("contacted")} />
      <Enrol who={person} />
      <Act of="person.stop" words={stopped ? "Allow mail again" : "Stop all mail"} onAct={mail} />
      <StopMail person={person} opened={stopping} onClose={stop.close} acts={acts} />
    </div>
  );
}

interface ActProps {
  readonly of: CommandId;
  readonly words: string;
  readonly onAct: () => void;
}

function Act({ of, words, onAct }: ActProps) {
  const may = useMay("people.write") ?? false;
  if (!may) {
    return (
      <ActButton needs="people.write" act="write about people">
        {words}
      </ActButton>
    );
  }
  return (
    <Hint of={of}>
      <Button onClick={onAct}>{words}</Button>
    </Hint>
  );
}
