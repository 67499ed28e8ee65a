import { Modal, Switch } from "@mantine/core";
import { capital } from "../words/numbers.ts";
import { commands } from "./commands.ts";
import { Keys } from "./keys.tsx";
import { useKeysOn } from "./setting.ts";

/** Every key there is by where it holds, and the switch that turns the bare ones off. */
export function KeysOverlay({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const [on, setOn] = useKeysOn();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keys"
      size={880}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <div className="keys-groups">
        {[...Map.groupBy(commands, ({ when }) => when)].map(([when, group]) => (
          <table className="keys-table" key={when}>
            <caption>{capital(when)}</caption>
            <tbody>
              {group.map(
                ({ id, words, key }) =>
                  key && (
                    <tr key={id}>
                      <th scope="row">{words}</th>
                      <td>
                        <Keys of={key} />
                      </td>
                    </tr>
                  ),
              )}
            </tbody>
          </table>
        ))}
      </div>
      <Switch
        className="keys-switch"
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
        label="Single-key shortcuts"
        description="Kept on this device. Keys never act while you are typing."
      />
    </Modal>
  );
}
