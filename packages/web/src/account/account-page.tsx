import { useAuth } from "react-oidc-context";
import { Page } from "../frame/page.tsx";
import { SecondFactorSection } from "./second-factor.tsx";
import "./account.css";

/** What belongs to the person who is signed in, not to her organisation. */
export function AccountPage() {
  const { user } = useAuth();
  const { name, email } = user?.profile ?? {};
  return (
    <Page title="Your account" sentence={[name, email].filter(Boolean).join(" · ")}>
      <SecondFactorSection email={email ?? ""} />
    </Page>
  );
}
