/** Where a command means something; `always` is everywhere behind the sign-in. */
export type When =
  | "always"
  | "in a list"
  | "among people"
  | "on a person"
  | "while editing"
  | "in a rule"
  | "in the builder"
  | "on a campaign";

interface Entry {
  readonly id: string;
  readonly words: string;
  /**
   * Keys pressed one after the other; `mod` is Ctrl or ⌘. The same key may mean different things in different places; of two that hold
   * at once, the one whose place was opened last wins. Absent: by the palette only.
   */
  readonly key?: string;
  readonly when: When;
}

/** Everything a key can do. The palette, the overlay, the tooltips and the listener read this table and nothing else. */
const table = [
  {
    id: "palette.show",
    words: "Find a command, a person, a segment, a campaign",
    key: "mod+k",
    when: "always",
  },
  { id: "go.home", words: "Go to Home", key: "g h", when: "always" },
  { id: "go.talent", words: "Go to Talent", key: "g t", when: "always" },
  { id: "go.segments", words: "Go to Segments", key: "g s", when: "always" },
  { id: "go.campaigns", words: "Go to Campaigns", key: "g c", when: "always" },
  { id: "go.templates", words: "Go to Templates", key: "g m", when: "always" },
  { id: "go.import", words: "Go to Import", key: "g i", when: "always" },
  { id: "go.settings", words: "Go to Settings", key: "g ,", when: "always" },
  { id: "go.account", words: "Go to your account", key: "g a", when: "always" },
  { id: "act.undo", words: "Undo the last act", key: "z", when: "always" },
  { id: "keys.show", words: "Show the keys", key: "?", when: "always" },

  { id: "list.next", words: "Next row", key: "j", when: "in a list" },
  { id: "list.previous", words: "Previous row", key: "k", when: "in a list" },
  { id: "list.open", words: "Open the row", key: "enter", when: "in a list" },
  { id: "list.peek", words: "Look at the row beside the list", key: "space", when: "in a list" },
  { id: "list.close", words: "Close what stands beside the list", key: "escape", when: "in a list" },
  { id: "list.search", words: "Search", key: "/", when: "in a list" },
  { id: "list.filter", words: "Filter", key: "f", when: "in a list" },
  { id: "list.select", words: "Select the row", key: "x", when: "in a list" },
  { id: "list.extend", words: "Select down to the next row", key: "shift+j", when: "in a list" },
  { id: "list.extend-back", words: "Select up to the row before", key: "shift+k", when: "in a list" },

  { id: "people.tag", words: "Tag the selected people", key: "t", when: "among people" },
  {
    id: "people.owner",
    words: "Take over or hand over the person of the row",
    key: "o",
    when: "among people",
  },
  { id: "people.enrol", words: "Put the person of the row into a campaign", key: "e", when: "among people" },
  { id: "people.note", words: "Write a note on the person of the row", key: "n", when: "among people" },
  { id: "people.contacted", words: "We talked with the person of the row", key: "c", when: "among people" },
  { id: "people.export", words: "Export these people as CSV", when: "among people" },

  { id: "person.note", words: "Write a note", key: "n", when: "on a person" },
  { id: "person.replied", words: "They replied, we are talking", key: "r", when: "on a person" },
  { id: "person.contacted", words: "We talked", key: "c", when: "on a person" },
  { id: "person.tag", words: "Tag", key: "t", when: "on a person" },
  { id: "person.owner", words: "Take over or hand over", key: "o", when: "on a person" },
  { id: "person.enrol", words: "Put into a campaign", key: "e", when: "on a person" },
  { id: "person.stop", words: "Stop all mail", key: "b", when: "on a person" },
  { id: "person.why", words: "Why is the next mail as it is", key: "w", when: "on a person" },
  { id: "person.previous", words: "Previous person of the list", key: "[", when: "on a person" },
  { id: "person.next", words: "Next person of the list", key: "]", when: "on a person" },
  { id: "person.list", words: "Back to the list", key: "g l", when: "on a person" },

  { id: "form.save", words: "Save", key: "mod+enter", when: "while editing" },

  { id: "rule.add", words: "Add a condition", key: "a", when: "in a rule" },
  { id: "rule.up", words: "Move the line up", key: "alt+up", when: "in a rule" },
  { id: "rule.down", words: "Move the line down", key: "alt+down", when: "in a rule" },
  { id: "rule.remove", words: "Remove the line", key: "backspace", when: "in a rule" },
  { id: "segment.sample", words: "Show other people of the sample", key: "s", when: "in a rule" },

  { id: "step.add", words: "Add a step after this one", key: "a", when: "in the builder" },
  { id: "step.up", words: "Move the step up", key: "alt+up", when: "in the builder" },
  { id: "step.down", words: "Move the step down", key: "alt+down", when: "in the builder" },
  { id: "step.duplicate", words: "Duplicate the step", key: "mod+d", when: "in the builder" },
  { id: "step.remove", words: "Remove the step", key: "backspace", when: "in the builder" },
  { id: "mail.next-person", words: "Preview for the next person", key: "p", when: "in the builder" },
  { id: "mail.test", words: "Send a test to me", key: "t", when: "in the builder" },
  { id: "campaign.dry-run", words: "Dry run", key: "d", when: "in the builder" },
  { id: "campaign.launch-page", words: "Go to the launch page", key: "mod+enter", when: "in the builder" },

  { id: "flow.next", words: "Next step", key: "right", when: "on a campaign" },
  { id: "flow.previous", words: "Previous step", key: "left", when: "on a campaign" },
  { id: "campaign.pause", words: "Pause or resume", key: "p", when: "on a campaign" },
  { id: "campaign.history", words: "Versions and acts", key: "h", when: "on a campaign" },
  { id: "campaign.why", words: "Why this person stands where she stands", key: "w", when: "on a campaign" },
  { id: "campaign.stop-people", words: "Stop the selected people", key: "b", when: "on a campaign" },
] as const satisfies readonly Entry[];

export type CommandId = (typeof table)[number]["id"];

export interface Command extends Entry {
  readonly id: CommandId;
}

export const commands: readonly Command[] = table;

const byId = new Map<CommandId, Command>(commands.map((command) => [command.id, command]));

/** The command of this id; the table is complete by its type. */
export const command = (id: CommandId): Command => byId.get(id) ?? table[0];
