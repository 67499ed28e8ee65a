import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { queries } from "../api/queries.ts";
import { Loaded } from "../states/loaded.tsx";
import { SegmentForm } from "./segment-form.tsx";

const route = getRouteApi("/app/segments/$segmentId");

export function SegmentPage() {
  const { segmentId } = route.useParams();
  const segment = useQuery(queries.segment(segmentId));
  return (
    <Loaded query={segment} what="The segment">
      {({ name, rule, revision }) => (
        <SegmentForm
          key={segmentId}
          segmentId={segmentId}
          draftKey={`segment.${segmentId}`}
          saved={{ value: { name, rule }, revision }}
          save={(typed, of) => call("PUT /v1/segments/{segmentId}", { segmentId, ...typed, revision: of })}
          onSaved={() => {}}
        />
      )}
    </Loaded>
  );
}
