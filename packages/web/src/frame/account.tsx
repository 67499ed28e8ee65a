import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useAuth } from "react-oidc-context";
import { queries } from "../api/queries.ts";
import { Hint } from "../keys/hint.tsx";
import { useSignOut } from "../session/use-sign-out.ts";

interface Props {
  readonly onKeys: () => void;
  readonly onFind: () => void;
}

/** Who is signed in, what the keys do, and the way out. */
export function Account({ onKeys, onFind }: Props) {
  const { data: me } = useQuery(queries.me);
  // The access token, which is all the API sees, names nobody; the id token stays here and does.
  const { user } = useAuth();
  const signOut = useSignOut();
  return (
    <div className="account">
      <Hint of="go.account" position="right">
        <Link to="/account" className="account-name">
          <span className="account-who">{user?.profile.name ?? me?.name ?? "\u00a0"}</span>
          <span className="account-you">Account</span>
          <span className="quiet tiny account-who">{me?.role ?? "\u00a0"}</span>
        </Link>
      </Hint>
      <Hint of="palette.show">
        <button type="button" className="text-button" onClick={onFind}>
          Find
        </button>
      </Hint>
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
