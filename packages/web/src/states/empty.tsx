import type { ReactNode } from "react";
import "./states.css";

/** What this place is for, with one act. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="empty">
      <p className="big">{title}</p>
      {children}
    </div>
  );
}
