import { useMediaQuery } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { queries } from "../api/queries.ts";
import { Page } from "../frame/page.tsx";
import { Failure } from "../states/failure.tsx";
import { WaitingRows } from "../states/waiting.tsx";
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
  const rows = people.data?.pages.flatMap((page) => page.people);
  const form = forms[0];
  const narrow = useMediaQuery("(max-width: 700px)", undefined, { getInitialValueInEffect: false });
  const rowHeight = narrow ? PHONE_ROW : ROW;
  return (
    <Page title="Talent" sentence="Everybody who asked to hear from you, newest first." wide>
      {form && rows && rows.length > 0 && (
        <p className="how-people-come small">
          <span className="quiet">People come by your form:</span> <CopyAddress address={form.address} />
        </p>
      )}
      {people.isError && (
        <Failure what="The list could not be loaded" error={people.error} onRetry={people.refetch} />
      )}
      {people.isPending && <WaitingRows count={12} height={rowHeight} />}
      {rows?.length === 0 && <NobodyYet form={form} />}
      {rows && rows.length > 0 && (
        <PeopleTable
          key={rowHeight}
          rowHeight={rowHeight}
          rows={rows}
          forms={forms}
          more={people.hasNextPage && !people.isFetchingNextPage ? people.fetchNextPage : undefined}
        />
      )}
    </Page>
  );
}
