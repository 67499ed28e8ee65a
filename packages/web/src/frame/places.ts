import {
  IconFileImport,
  IconFilter,
  IconHome,
  type IconProps,
  IconSend,
  IconSettings,
  IconTemplate,
  IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { CommandId } from "../keys/commands.ts";

export interface Place {
  readonly to: "/" | "/talent" | "/segments" | "/campaigns" | "/templates" | "/import" | "/settings";
  readonly words: string;
  readonly icon: ComponentType<IconProps>;
  readonly command: CommandId;
  /** On a phone's bar at the foot; the others are behind "More". */
  readonly first?: true;
}

/** Where one can go, in the order of the navigation. */
export const places: readonly Place[] = [
  { to: "/", words: "Home", icon: IconHome, command: "go.home", first: true },
  { to: "/talent", words: "Talent", icon: IconUsers, command: "go.talent", first: true },
  { to: "/segments", words: "Segments", icon: IconFilter, command: "go.segments", first: true },
  { to: "/campaigns", words: "Campaigns", icon: IconSend, command: "go.campaigns", first: true },
  { to: "/templates", words: "Templates", icon: IconTemplate, command: "go.templates" },
  { to: "/import", words: "Import", icon: IconFileImport, command: "go.import" },
  { to: "/settings", words: "Settings", icon: IconSettings, command: "go.settings" },
];
