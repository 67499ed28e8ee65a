import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

export function Fact({ label, children }: Props) {
  return (
    <div className="fact">
      <dt className="tiny quiet">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
