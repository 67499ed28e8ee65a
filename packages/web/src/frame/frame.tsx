import { useLocation, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { KeysOverlay } from "../keys/overlay.tsx";
import { useCommands } from "../keys/provider.tsx";
import { Account } from "./account.tsx";
import { Navigation } from "./navigation.tsx";
import { places } from "./places.ts";
import { Wordmark } from "./wordmark.tsx";
import "./frame.css";

/** Navigation on the left (at the foot on a phone), the page beside it. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const [keysOpen, setKeysOpen] = useState(false);
  const navigate = useNavigate();
  const showKeys = () => setKeysOpen(true);
  useCommands({
    ...Object.fromEntries(places.map(({ command, to }) => [command, () => void navigate({ to })])),
    "keys.show": showKeys,
  });
  return (
    <div className="frame">
      <nav className="side" aria-label="Main">
        <a className="skip-link" href="#main">
          Skip to the page
        </a>
        <Wordmark />
        <Navigation />
        <Account onKeys={showKeys} />
      </nav>
      <Main>{children}</Main>
      <KeysOverlay opened={keysOpen} onClose={() => setKeysOpen(false)} />
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
