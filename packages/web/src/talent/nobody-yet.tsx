import { Link } from "@tanstack/react-router";
import type { FormRow } from "../api/routes.ts";
import { Empty } from "../states/empty.tsx";
import { CopyAddress } from "./copy-address.tsx";

/** What Talent is for, and how the first person gets here. */
export function NobodyYet({ form }: { readonly form: FormRow | undefined }) {
  return (
    <Empty title="Nobody is here yet">
      <p>
        Talent holds everybody who asked to hear from you before there is a job for them. They join by your
        form, confirm by mail, and appear here.
      </p>
      <p>
        Those you know already <Link to="/import">come by a file</Link>.
      </p>
      {form ? (
        <CopyAddress address={form.address} />
      ) : (
        <Link to="/settings">Set up your organisation, then the form is ready to share</Link>
      )}
    </Empty>
  );
}
