import type { ReactNode } from "react";

interface Props {
  /** The document's title and, unless `head` says otherwise, the heading. */
  readonly title: string;
  /** One line under the heading. */
  readonly sentence?: ReactNode;
  /** At the right of the heading. */
  readonly acts?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Every page's outline: a title for the tab, a heading, a sentence, the acts, the rest. */
export function Page({ title, sentence, acts, wide = false, children }: Props) {
  return (
    <div className={wide ? "page wide" : "page"}>
      <title>{`${title} · Perennial`}</title>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {sentence && <p className="quiet">{sentence}</p>}
        </div>
        {acts && <div className="acts">{acts}</div>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of a page, divided from the one above by space and a hairline. */
export function Section({ title, children }: SectionProps) {
  return (
    <section className="section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
