import type { Row as SegmentRow, Size } from "@perennial/core/segment/views.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { Page } from "../frame/page.tsx";
import { rowLink, useListKeys } from "../list/use-list-keys.ts";
import { ActButton } from "../states/allowed.tsx";
import { Empty } from "../states/empty.tsx";
import { Loaded } from "../states/loaded.tsx";
import { date } from "../words/dates.ts";
import "../list/list.css";
import { counted } from "./words.ts";
import "./segment.css";

export function SegmentsPage() {
  const segments = useQuery(queries.segments);
  const { data: sizes = [] } = useQuery(queries.segmentSizes);
  const navigate = useNavigate();
  const list = useListKeys<HTMLUListElement>();
  return (
    <Page
      title="Segments"
      sentence="People by what is known of them. Whoever fits a rule is in its segment, from the moment they do."
      acts={
        <ActButton
          variant="filled"
          needs="segments.write"
          act="write segments"
          onClick={() => void navigate({ to: "/segments/new" })}
        >
          New segment
        </ActButton>
      }
    >
      <Loaded query={segments} what="The segments">
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No segments yet">
              <p>
                A segment is a rule such as “interested in nursing, lives in Leipzig, not talked to in 90
                days”. It keeps filling itself, and campaigns write to the people in it.
              </p>
              <Link to="/segments/new">Write the first one</Link>
            </Empty>
          ) : (
            <ul className="rows" ref={list}>
              {rows.map((row) => (
                <Row
                  row={row}
                  size={sizes.find((one) => one.segmentId === row.segmentId)}
                  key={row.segmentId}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

interface RowProps {
  readonly row: SegmentRow;
  readonly size: Size | undefined;
}

function Row({ row: { segmentId, name, words, updatedAt }, size }: RowProps) {
  return (
    <li>
      <div className="row segment-row">
        <span className="segment-row-name">
          <Link to="/segments/$segmentId" params={{ segmentId }} {...rowLink}>
            {name}
          </Link>
          <span className="quiet small segment-row-words">{words}</span>
        </span>
        <span>
          {size ? `${counted(size.people)} ${size.people.count === 1 ? "person" : "people"}` : "\u00a0"}
        </span>
        <span className="small quiet">changed {date(updatedAt)}</span>
      </div>
    </li>
  );
}
