import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { QRCodeSVG } from "qrcode.react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useSingle } from "../api/use-single.ts";
import { Failure } from "../states/failure.tsx";
import { SecondFactor } from "./cognito.ts";
import { codeFrom, inFours, otpauth } from "./key.ts";
import { isWrongCode } from "./refused.ts";

interface Props {
  readonly secret: string;
  readonly email: string;
  readonly onDone: () => void;
  /** Begins anew with another key. */
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

/** Pixels; the pale margin is part of it (ISO/IEC 18004: four modules). */
const PICTURE = 200;

const SIX = "Type the six digits that the app shows.";
const NEXT =
  "That code was not taken. Wait for the next one and type that. If it is refused too, set the phone's clock to automatic.";

/** The key for the app, then the code that shows that the app has it. Until then nothing is changed. */
export function SetUp({ secret, email, onDone, onAgain, onLeave }: Props) {
  const [typed, setTyped] = useState("");
  const [short, setShort] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const turning = useMutation({ mutationFn: SecondFactor.turnOn, onSuccess: onDone, gcTime: 0 });
  const turnOn = useSingle(turning.mutateAsync);
  const wrong = isWrongCode(turning.error);
  useEffect(() => {
    if (wrong) field.current?.focus();
  }, [wrong]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = codeFrom(typed);
    setShort(code === undefined);
    if (code) turnOn(code);
    else field.current?.focus();
  };
  return (
    <form className="set-up" onSubmit={submit}>
      <TheKey secret={secret} email={email} />
      <TextInput
        ref={field}
        label="2. Type the code that the app shows"
        description="Six digits, new every thirty seconds"
        value={typed}
        error={short ? SIX : wrong ? NEXT : undefined}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {turning.isError && !wrong && (
        <Failure what="The second factor was not turned on" error={turning.error} onRetry={onAgain} />
      )}
      <div className="acts">
        <Button type="submit" variant="filled" loading={turning.isPending}>
          Turn it on
        </Button>
        <Button onClick={onLeave}>Leave it as it is</Button>
      </div>
    </form>
  );
}

function TheKey({ secret, email }: Pick<Props, "secret" | "email">) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div className="the-key">
      <h3 ref={head} tabIndex={-1}>
        1. Put this key into your authenticator app
      </h3>
      <p>
        Point the app on your phone at this picture, or{" "}
        <a href={otpauth(secret, email)}>open it in an app on this device</a>.
      </p>
      <QRCodeSVG
        className="picture"
        value={otpauth(secret, email)}
        size={PICTURE}
        marginSize={4}
        title="The key as a picture for your authenticator app"
      />
      <p>If it can take no picture, choose “Enter a setup key” in it and type:</p>
      <p>
        <code className="secret">{inFours(secret)}</code>
      </p>
      <p className="small quiet">
        Account {email}, kind: time based. The key is shown this once; keep it to yourself.
      </p>
    </div>
  );
}
