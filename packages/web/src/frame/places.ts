import {
  IconHome,
  type IconProps,
  IconSend,
  IconSettings,
  IconTemplate,
  IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { CommandId } from "../keys/commands.ts";

interface Place {
  readonly to: "/" | "/talent" | "/templates" | "/campaigns" | "/settings";
  readonly words: string;
  readonly icon: ComponentType<IconProps>;
  readonly command: CommandId;
}

/** Where one can go, in the order of the navigation. */
export const places: readonly Place[] = [
  { to: "/", words: "Home", icon: IconHome, command: "go.home" },
  { to: "/talent", words: "Talent", icon: IconUsers, command: "go.talent" },
  { to: "/templates", words: "Templates", icon: IconTemplate, command: "go.templates" },
  { to: "/campaigns", words: "Campaigns", icon: IconSend, command: "go.campaigns" },
  { to: "/settings", words: "Settings", icon: IconSettings, command: "go.settings" },
];
