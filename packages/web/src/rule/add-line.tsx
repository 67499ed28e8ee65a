import { IconPlus } from "@tabler/icons-react";
import { useEditing } from "./editing.ts";
import { Picker } from "./picker.tsx";
import { suggestions } from "./suggest.ts";
import type { Path } from "./tree.ts";

interface Props {
  /** Where the line will stand. */
  readonly path: Path;
  /** Whether a group may stand here as well. */
  readonly nests: boolean;
}

/** What else to ask: type-ahead over all facts and the values people have. */
export function AddLine({ path, nests }: Props) {
  const { readOnly, facts, add } = useEditing();
  if (readOnly) return null;
  const pick = (id: string, typed: string) => {
    const chosen = suggestions(typed, facts).find((one) => one.id === id);
    if (chosen) add(path, chosen.line);
  };
  return (
    <li className="rule-add">
      <Picker
        label="Facts and values"
        placeholder="A fact or a value: nursing, city, clicked…"
        width={380}
        options={(typed) => suggestions(typed, facts)}
        onPick={pick}
        stays={false}
        className="text-button rule-add-button"
        place={path.slice(0, -1).join(".")}
      >
        <IconPlus size={16} stroke={1.5} aria-hidden="true" /> Add a condition
      </Picker>
      {nests && (
        <button
          type="button"
          className="text-button small"
          onClick={() => add(path, { kind: "any", rules: [] })}
        >
          Add a group
        </button>
      )}
    </li>
  );
}
