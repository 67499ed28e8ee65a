import { useMediaQuery } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { queries } from "../api/queries.ts";
import type { FormRow } from "../api/routes.ts";
import { Page } from "../frame/page.tsx";
import { Failure } from "../states/failure.tsx";
import { Waiting, WaitingRows } from "../states/waiting.tsx";
import { CopyAddress } from "./copy-address.tsx";
import { NobodyYet } from "./nobody-yet.tsx";
import { PeopleTable } from "./people-table.tsx";
import "../list/list.css";
import "./talent.css";

const ROW = 36;
const PHONE_ROW = 72;

export function TalentPage() {
  const people = useInfiniteQuery(queries.people);
  const { data: forms = [] } = useQuery(queries.forms);
  const rows = useMemo(() => people.data?.pages.flatMap((page) => page.people), [people.data]);
  const narrow = useMediaQuery("(max-width: 700px)", undefined, { getInitialValueInEffect: false });
  const rowHeight = narrow ? PHONE_ROW : ROW;
  const more = people.hasNextPage && !people.isFetchingNextPage && !people.isError;
  return (
    <Page title="Talent" sentence="Everybody who asked to hear from you, newest first." wide>
      {rows && rows.length > 0 && <HowPeopleCome forms={forms} />}
      {people.isPending && <WaitingRows count={12} height={rowHeight} />}
      {rows?.length === 0 && <NobodyYet form={forms[0]} />}
      {rows && rows.length > 0 && (
        <PeopleTable
          key={rowHeight}
          rowHeight={rowHeight}
          rows={rows}
          forms={forms}
          more={more ? people.fetchNextPage : undefined}
        />
      )}
      {people.isFetchingNextPage && <Waiting words="More people are coming" />}
      {people.isError && (
        <Failure
          what={rows ? "The rest of the list could not be loaded" : "The list could not be loaded"}
          error={people.error}
          onRetry={rows ? people.fetchNextPage : people.refetch}
        />
      )}
    </Page>
  );
}

function HowPeopleCome({ forms }: { readonly forms: readonly FormRow[] }) {
  const [form] = forms;
  if (!form) return null;
  return (
    <p className="how-people-come small">
      <span className="quiet">People come by your form:</span> <CopyAddress address={form.address} />
    </p>
  );
}
