import { TextInput } from "@mantine/core";
import type { Info } from "@perennial/core/campaign/campaign.schema.ts";
import { Link } from "@tanstack/react-router";
import { Chip } from "../../because/chip.tsx";
import { SaveState } from "../../draft/save-state.tsx";
import { ActButton } from "../../states/allowed.tsx";
import { STATES } from "../states.ts";
import { EntrySentence } from "./entry-sentence.tsx";
import type { Builder } from "./use-builder.ts";

interface Props {
  readonly builder: Builder;
  readonly campaign: Info | undefined;
}

/** The campaign's name and state, who enters and how it ends, and how it is saved. */
export function Head({ builder, campaign }: Props) {
  const { draft, saving, building } = builder;
  const { value, edit } = draft;
  const state = campaign?.state ?? "draft";
  return (
    <header className="builder-head">
      <p className="small">
        <Link to="/campaigns">Campaigns</Link>
      </p>
      <h1 className="hidden">{value.name || "New campaign"}</h1>
      <div className="builder-title">
        <TextInput
          aria-label="Name of the campaign"
          placeholder="Name of the campaign"
          className="builder-name"
          variant="unstyled"
          maxLength={120}
          readOnly={building.readOnly}
          value={value.name}
          onChange={({ currentTarget }) => edit({ ...value, name: currentTarget.value })}
        />
        <Chip tone={STATES[state].tone}>{STATES[state].words}</Chip>
        <SaveState {...saving.state} />
        {state !== "draft" || !campaign ? <Save builder={builder} campaign={campaign} /> : null}
      </div>
      <EntrySentence value={value} edit={edit} fixed={state !== "draft" || building.readOnly} />
      <p className="builder-phone small">
        Building is easier on a larger screen. Here you can read it, and mend small things.
      </p>
    </header>
  );
}

/** A draft saves itself; what is new, and what people are already in, is saved when somebody says so. */
function Save({
  builder: { saving, draft },
  campaign,
}: {
  readonly builder: Builder;
  readonly campaign: Info | undefined;
}) {
  return (
    <ActButton
      variant="filled"
      needs="campaigns.write"
      act="write campaigns"
      loading={saving.state.saving}
      disabled={!saving.ready || !draft.dirty}
      onClick={saving.submit}
    >
      {campaign ? `Save as version ${campaign.version + 1}` : "Create draft"}
    </ActButton>
  );
}
