import { useLocation, useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { KeysOverlay } from "../keys/overlay.tsx";
import { useCommands } from "../keys/provider.tsx";
import { Account } from "./account.tsx";
import { Navigation } from "./navigation.tsx";
import { places } from "./places.ts";
import { Wordmark } from "./wordmark.tsx";
import "./frame.css";

const Palette = lazy(() => import("../palette/palette.tsx"));

/** What the frame opens over the page. */
type Over = "keys" | "palette" | "nothing";

/** Navigation on the left (at the foot on a phone), the page beside it. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const [over, setOver] = useState<Over>("nothing");
  const navigate = useNavigate();
  const close = () => setOver("nothing");
  useCommands({
    ...Object.fromEntries(places.map(({ command, to }) => [command, () => void navigate({ to })])),
    "go.account": () => void navigate({ to: "/account" }),
    "keys.show": () => setOver("keys"),
    "palette.show": () => setOver("palette"),
  });
  return (
    <div className="frame">
      <nav className="side" aria-label="Main">
        <a className="skip-link" href="#main">
          Skip to the page
        </a>
        <Wordmark />
        <Navigation />
        <Account onKeys={() => setOver("keys")} onFind={() => setOver("palette")} />
      </nav>
      <Main>{children}</Main>
      <KeysOverlay opened={over === "keys"} onClose={close} />
      {over === "palette" && (
        <Suspense>
          <Palette onClose={close} />
        </Suspense>
      )}
    </div>
  );
}

function Main({ children }: { readonly children: ReactNode }) {
  return (
    <main id="main" className="main" tabIndex={-1} ref={useFocusOnMove()}>
      {children}
    </main>
  );
}

/** A new page takes the focus, as it would if the browser had loaded it; the first one does not. */
function useFocusOnMove() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  return main;
}
