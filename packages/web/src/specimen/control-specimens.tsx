import { Button, Checkbox, Select, Switch, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { Section } from "../frame/page.tsx";
import { Choices } from "../list/choices.tsx";
import { CopyAddress } from "../talent/copy-address.tsx";

const OPTIONS = [
  { value: "a", words: "Formatted" },
  { value: "b", words: "Plain text" },
] as const;

export function ControlSpecimens() {
  const [choice, setChoice] = useState<"a" | "b">("a");
  return (
    <Section title="Controls">
      <p className="acts">
        <Button variant="filled">The one act</Button>
        <Button>Another act</Button>
        <Button variant="filled" color="harm">
          Stop for 12 people
        </Button>
        <Button variant="filled" disabled>
          Not now
        </Button>
        <Button disabled>Not now</Button>
        <Button variant="filled" loading>
          Under way
        </Button>
      </p>
      <Choices label="Example" options={OPTIONS} value={choice} onChoose={setChoice} />
      <TextInput label="Organisation" description="As candidates know you." placeholder="St. Anna Clinic" />
      <TextInput
        label="Privacy notice"
        defaultValue="http://"
        error="Must be an address that starts with https://"
      />
      <TextInput label="Only to read" defaultValue="St. Anna Clinic" readOnly />
      <TextInput label="Disabled" defaultValue="St. Anna Clinic" disabled />
      <Textarea label="Text" rows={3} defaultValue="Hello {{ first_name }}" />
      <Select
        label="Zone"
        data={["Europe/Berlin", "Europe/Lisbon"]}
        defaultValue="Europe/Berlin"
        searchable
      />
      <Checkbox label="English" defaultChecked />
      <Switch label="Single-key shortcuts" defaultChecked />
      <CopyAddress address="https://careers.example.com/join" />
    </Section>
  );
}
