import { Button, Progress } from "@mantine/core";
import { NotSaved } from "../draft/not-saved.tsx";
import { number } from "../words/numbers.ts";
import { useSample } from "./use-sample.ts";

/** On an empty workspace: look around among generated people. */
export function SampleStep() {
  const { sample, may, lay } = useSample();
  if (!sample || sample.state === "there") return null;
  const busy = sample.state !== "none" || lay.isPending;
  return (
    <li>
      <Button
        variant="subtle"
        className="first-step-button"
        disabled={!may || busy}
        onClick={() => lay.mutate()}
        data-row
      >
        Look around with 2,000 sample people
      </Button>
      <p className="quiet">
        {busy
          ? progressWords(sample)
          : "Made-up people with two years of made-up history. They are marked, can't be written to, and go with one press."}
        {!may && !busy && " An administrator can do this."}
      </p>
      {busy && (
        <Progress
          value={(100 * sample.done) / Math.max(1, sample.people)}
          aria-label="Sample people"
          w="100%"
        />
      )}
      <NotSaved what="The sample people were not laid out" error={lay.error} />
    </li>
  );
}

const progressWords = ({ state, done, people }: { state: string; done: number; people: number }) =>
  `${state === "removing" ? "Removing them" : "Laying them out"}: ${number(done)} of ${number(people)}. You can leave this page.`;
