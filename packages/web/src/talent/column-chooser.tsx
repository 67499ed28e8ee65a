import { Button, Checkbox, Popover } from "@mantine/core";
import { COLUMNS, type useColumns } from "./columns.tsx";

/** Which columns stand between the name and the season line. */
export function ColumnChooser({ chosen, toggle }: Omit<ReturnType<typeof useColumns>, "shown">) {
  return (
    <Popover position="bottom-end" withinPortal={false} shadow="float" trapFocus>
      <Popover.Target>
        <Button className="desk-only">Columns</Button>
      </Popover.Target>
      <Popover.Dropdown className="column-choice">
        {COLUMNS.map(({ id, words }) => (
          <Checkbox key={id} label={words} checked={chosen.includes(id)} onChange={() => toggle(id)} />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
