import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import "./copy-address.css";

/** A public address with the act that takes it along. */
export function CopyAddress({ address }: { readonly address: string }) {
  const { copied, copy } = useClipboard({ timeout: 2_000 });
  return (
    <span className="copy-address">
      <a href={address} target="_blank" rel="noreferrer">
        {address}
      </a>
      <Button onClick={() => copy(address)} aria-live="polite">
        {copied ? "Copied" : "Copy address"}
      </Button>
    </span>
  );
}
