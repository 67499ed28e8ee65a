import { Checkbox, TextInput } from "@mantine/core";
import type { Policy } from "@perennial/core/organisation/organisation.schema.ts";

type Window = Policy["window"];

interface Props {
  readonly window: Window;
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  readonly onEdit: (window: Window) => void;
}

/** ISO weekdays, Monday first. */
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Days and hours, in the organisation's zone. */
export function WindowFields({ window, errors, readOnly, onEdit }: Props) {
  const toggle = (day: number) => {
    const others = window.days.filter((one) => one !== day);
    const days = others.length < window.days.length ? others : [...window.days, day].toSorted();
    onEdit({ ...window, days });
  };
  return (
    <>
      <Checkbox.Group
        label="Days"
        description="Campaign mail waits outside these days and hours. Confirmations and answers to requests always leave at once."
        error={errors["window.days"]}
        value={window.days.map(String)}
        readOnly={readOnly}
      >
        <div className="days">
          {DAYS.map((name, index) => (
            <Checkbox
              key={name}
              value={String(index + 1)}
              label={name}
              disabled={readOnly}
              onChange={() => toggle(index + 1)}
            />
          ))}
        </div>
      </Checkbox.Group>
      <div className="hours">
        <TextInput
          type="time"
          label="From"
          value={window.from}
          readOnly={readOnly}
          error={errors["window.from"]}
          onChange={(event) => onEdit({ ...window, from: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label="Until"
          value={window.to}
          readOnly={readOnly}
          error={errors["window.to"] ?? errors.window}
          onChange={(event) => onEdit({ ...window, to: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
