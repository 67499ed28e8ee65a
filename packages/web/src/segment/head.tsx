import { TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { SaveState } from "../draft/save-state.tsx";
import type { Draft } from "../draft/use-draft.ts";
import type { useSave } from "../draft/use-save.ts";
import { Hint } from "../keys/hint.tsx";
import { isWhole } from "../rule/tree.ts";
import { ActButton } from "../states/allowed.tsx";
import type { Typed } from "./segment-form.tsx";

interface Props {
  readonly draft: Draft<Typed>;
  readonly saving: Pick<ReturnType<typeof useSave>, "submit" | "ready" | "state">;
  readonly segmentId: string | undefined;
  readonly may: boolean | undefined;
}

/** The segment's name, how it is saved, and the one thing it is for. */
export function Head({ draft, saving, segmentId, may }: Props) {
  const { value, edit } = draft;
  return (
    <header className="segment-title">
      <title>{`${value.name || "New segment"} · Perennial`}</title>
      <h1 className="hidden">{value.name || "New segment"}</h1>
      <p className="small">
        <Link to="/segments">All segments</Link>
      </p>
      <TextInput
        aria-label="Name of the segment"
        placeholder="Name of the segment"
        className="segment-name"
        variant="unstyled"
        maxLength={120}
        readOnly={may === false}
        value={value.name}
        onChange={({ currentTarget }) => edit({ ...value, name: currentTarget.value })}
      />
      <div className="acts">
        <SaveState {...saving.state} />
        <Hint of="form.save">
          <ActButton
            needs="segments.write"
            act="change segments"
            loading={saving.state.saving}
            disabled={!saving.ready}
            onClick={saving.submit}
          >
            Save segment
          </ActButton>
        </Hint>
        <UseInCampaign segmentId={draft.dirty ? undefined : segmentId} />
      </div>
      <p className="small quiet segment-lacks">{lacks(draft)}</p>
    </header>
  );
}

/** What stands between a draft and saving it. */
function lacks({ dirty, value }: Draft<Typed>): string {
  if (!dirty) return "";
  if (value.name.trim() === "") return "Give it a name to save it.";
  if (!isWhole(value.rule)) return "A line is not finished: choose its words or remove it.";
  return "Save it to use it in a campaign.";
}

function UseInCampaign({ segmentId }: { readonly segmentId: string | undefined }) {
  const navigate = useNavigate();
  return (
    <ActButton
      variant="filled"
      needs="campaigns.write"
      act="write campaigns"
      disabled={segmentId === undefined}
      onClick={() => segmentId && void navigate({ to: "/campaigns/new", search: { segmentId } })}
    >
      Use in campaign
    </ActButton>
  );
}
