import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { CopyAddress } from "../talent/copy-address.tsx";

/** After the first save: what is there now, and where to go on. */
export function Ready() {
  const { data: forms = [] } = useQuery(queries.forms);
  const [form] = forms;
  if (!form) return null;
  return (
    <section className="welcome" aria-label="Your form is ready">
      <p className="big">Your form is ready to share.</p>
      <CopyAddress address={form.address} />
      <p>
        A first mail is written and waits in a draft campaign: <Link to="/templates">read the mail</Link>,
        then <Link to="/campaigns">launch the campaign</Link>.
      </p>
    </section>
  );
}
