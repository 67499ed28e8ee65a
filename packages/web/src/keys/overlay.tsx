import { Modal, Switch } from "@mantine/core";
import { commands } from "./commands.ts";
import { Keys } from "./keys.tsx";
import { useKeysOn } from "./setting.ts";

/** Every key there is, and the switch that turns the bare ones off. */
export function KeysOverlay({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const [on, setOn] = useKeysOn();
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" closeButtonProps={{ "aria-label": "Close" }}>
      <table className="keys-table">
        <tbody>
          {commands.map(({ id, words, key, when }) => (
            <tr key={id}>
              <th scope="row">{words}</th>
              <td className="quiet small">{when}</td>
              <td>
                <Keys of={key} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
