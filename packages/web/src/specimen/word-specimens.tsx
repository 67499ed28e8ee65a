import { Because, BecauseOf } from "../because/because.tsx";
import { Chip } from "../because/chip.tsx";
import { Section } from "../frame/page.tsx";
import { Keys } from "../keys/keys.tsx";
import { mayWriteWords } from "../talent/may-write.ts";
import { answers, reasons } from "./samples.ts";

const TONES = ["good", "waiting", "plain", "harm"] as const;

export function WordSpecimens() {
  return (
    <>
      <Section title="Chips and keys">
        <p className="acts">
          {TONES.map((tone) => (
            <Chip tone={tone} key={tone}>
              {tone}
            </Chip>
          ))}
          <Keys of="g h" /> <Keys of="enter" /> <Keys of="mod+enter" />
        </p>
      </Section>
      <Section title="Because">
        {reasons.map((reason) => (
          <BecauseOf reason={reason} key={reason.code} />
        ))}
      </Section>
      <Section title="May we write?">
        {answers.map((answer) => (
          <Because {...mayWriteWords(answer)} key={answer.code} />
        ))}
      </Section>
    </>
  );
}
