interface Props {
  readonly saving: boolean;
  readonly dirty: boolean;
  readonly saved: boolean;
}

/** How the saving stands, in words beside the button. */
export function SaveState({ saving, dirty, saved }: Props) {
  const words = saving ? "Saving…" : dirty ? "Not saved yet; kept on this device" : saved ? "Saved" : "";
  return (
    <span className="small quiet" role="status">
      {words}
    </span>
  );
}
