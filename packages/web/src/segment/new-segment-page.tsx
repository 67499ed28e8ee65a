import { useNavigate } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { SegmentForm, type Typed } from "./segment-form.tsx";

const blank: Typed = { name: "", rule: { kind: "all", rules: [] } };

export function NewSegmentPage() {
  const navigate = useNavigate();
  return (
    <SegmentForm
      draftKey="segment.new"
      saved={{ value: blank, revision: 0 }}
      save={(typed) => call("POST /v1/segments", typed)}
      onSaved={({ segmentId }) =>
        void navigate({ to: "/segments/$segmentId", params: { segmentId }, replace: true })
      }
    />
  );
}
