import { useQuery } from "@tanstack/react-query";
import { queries } from "../api/queries.ts";
import { Hint } from "../keys/hint.tsx";
import { useSignOut } from "../session/use-sign-out.ts";

/** Who is signed in, and the way out. */
export function Account({ onKeys }: { readonly onKeys: () => void }) {
  const { data: me } = useQuery(queries.me);
  const signOut = useSignOut();
  return (
    <div className="account">
      <p className="account-name">
        {me ? me.name || me.email : "\u00a0"}
        <span className="quiet tiny">{me?.role ?? "\u00a0"}</span>
      </p>
      <Hint of="keys.show">
        <button type="button" className="text-button account-keys" onClick={onKeys}>
          Keys
        </button>
      </Hint>
      <button type="button" className="text-button" onClick={() => void signOut()}>
        Sign out
      </button>
    </div>
  );
}
