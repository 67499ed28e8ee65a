import type { Info } from "@perennial/core/campaign/campaign.schema.ts";
import type { LaunchPage } from "@perennial/core/campaign/views.ts";
import { NotSaved } from "../../draft/not-saved.tsx";
import { Overtaken } from "../../draft/overtaken.tsx";
import { useListKeys } from "../../list/use-list-keys.ts";
import { find, lane } from "../journey/tree.ts";
import { BuildingProvider } from "./context.ts";
import { Crumbs } from "./crumbs.tsx";
import { Foot } from "./foot.tsx";
import { Head } from "./head.tsx";
import { Lane } from "./lane.tsx";
import { PanelSide } from "./panel/panel-side.tsx";
import { useBuilder } from "./use-builder.ts";
import { useBuilderKeys } from "./use-builder-keys.ts";
import type { Written } from "./written.ts";
import "./builder.css";

export interface BuilderProps {
  readonly draftKey: string;
  readonly saved: { readonly value: Written; readonly revision: number };
  /** Absent while it has never been saved. */
  readonly campaign: Info | undefined;
  /** What the saved version would do. */
  readonly page: LaunchPage | undefined;
  /** What the foot says while that is not known. */
  readonly untold: string;
  readonly save: (written: Written, revision: number) => Promise<Info>;
  readonly onSaved: (campaign: Info) => void;
}

/** A campaign as a letter with time in its margin: who enters, the steps, and beside them what the chosen one is made of. */
export function Builder(props: BuilderProps) {
  const builder = useBuilder(props);
  const { building, draft, saving } = builder;
  const { build, view } = building;
  const list = useListKeys<HTMLDivElement>();
  useBuilderKeys(builder, props.campaign);
  const chosen = build.chosen ? find(build.steps, build.chosen) : undefined;
  return (
    <BuildingProvider value={building}>
      <div className="builder">
        <Head builder={builder} campaign={props.campaign} />
        <div className="builder-notes">
          <Overtaken what="this campaign" draft={draft} />
          <NotSaved what="The campaign was not saved" error={saving.error} listed />
        </div>
        <div className="builder-body">
          <div className="builder-column" ref={list}>
            <Crumbs />
            <Lane steps={lane(build.steps, view)} lane={view} />
          </div>
          <PanelSide step={chosen} />
        </div>
        <Foot
          builder={builder}
          campaign={props.campaign}
          page={props.campaign?.state === "draft" ? props.page : undefined}
          untold={props.untold}
        />
      </div>
    </BuildingProvider>
  );
}
