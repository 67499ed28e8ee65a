/** Where a command means something; `always` is everywhere behind the sign-in. */
export type When = "always" | "in a list" | "while editing";

interface Entry {
  readonly id: string;
  readonly words: string;
  /** Keys pressed one after the other, `mod` is Ctrl or ⌘. */
  readonly key: string;
  readonly when: When;
}

/** Everything a key can do. The overlay, the tooltips and the listener read this table and nothing else. */
export const commands = [
  { id: "go.home", words: "Go to Home", key: "g h", when: "always" },
  { id: "go.talent", words: "Go to Talent", key: "g t", when: "always" },
  { id: "go.templates", words: "Go to Templates", key: "g m", when: "always" },
  { id: "go.campaigns", words: "Go to Campaigns", key: "g c", when: "always" },
  { id: "go.settings", words: "Go to Settings", key: "g s", when: "always" },
  { id: "keys.show", words: "Show the keys", key: "?", when: "always" },
  { id: "list.next", words: "Next row", key: "j", when: "in a list" },
  { id: "list.previous", words: "Previous row", key: "k", when: "in a list" },
  { id: "list.open", words: "Open the row", key: "enter", when: "in a list" },
  { id: "form.save", words: "Save", key: "mod+enter", when: "while editing" },
] as const satisfies readonly Entry[];

export type Command = (typeof commands)[number];
export type CommandId = Command["id"];

const byId = new Map<CommandId, Command>(commands.map((command) => [command.id, command]));

/** The command of this id; the table is complete by its type. */
export const command = (id: CommandId): Command => byId.get(id) ?? commands[0];
