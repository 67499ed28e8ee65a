import type { Page } from "@perennial/core/campaign/views.ts";
import type { ReactNode } from "react";
import { NOT_ENOUGH, share } from "../../figure/rate.ts";
import { number } from "../../words/numbers.ts";
import "../../figure/figure.css";

/** What became of the mails: how many first, rates second with what they are of; machines apart and pale. */
export function Figures({ page: { figures, people } }: { readonly page: Pick<Page, "figures" | "people"> }) {
  const { accepted, delivered, deliveredTracked, bouncedHard, bouncedSoft, complained } = figures;
  return (
    <aside className="campaign-figures" aria-label="Figures">
      <h2>Figures</h2>
      <dl className="figures">
        <Figure words="Replied">{share(people.stopped["stopped.replied"] ?? 0, people.entered)}</Figure>
        <Figure words="Mails sent">{number(accepted)}</Figure>
        <Figure words="Delivered">{share(delivered, accepted)}</Figure>
        {bouncedHard + bouncedSoft > 0 && (
          <Figure words="Came back">{share(bouncedHard + bouncedSoft, accepted)}</Figure>
        )}
        {complained > 0 && <Figure words="Marked as spam">{share(complained, delivered)}</Figure>}
        <Figure words="Tracked">{share(deliveredTracked, delivered)}</Figure>
        <Figure words="Mails people clicked">{share(figures.clickedHuman, deliveredTracked)}</Figure>
        <Figure words="Mails people opened">{share(figures.openedHuman, deliveredTracked)}</Figure>
      </dl>
      <p className="tiny quiet">
        Counted by mail: who clicks in two mails counts twice. Clicks and opens are known only of mails that
        were delivered and that the person allowed to be tracked.
      </p>
      <details>
        <summary className="small quiet">With machines</summary>
        <dl className="figures small">
          <Figure words="Mails clicked at all" pale>
            {share(figures.clickedRaw, deliveredTracked)}
          </Figure>
          <Figure words="Mails opened at all" pale>
            {share(figures.openedRaw, deliveredTracked)}
          </Figure>
          <Figure words="Clicks, every one" pale>
            {`${number(figures.clicksHuman)} human, ${number(figures.clicksRaw)} in all`}
          </Figure>
          <Figure words="Opens, every one" pale>
            {`${number(figures.opensHuman)} human, ${number(figures.opensRaw)} in all`}
          </Figure>
        </dl>
      </details>
    </aside>
  );
}

interface FigureProps {
  readonly words: string;
  readonly pale?: boolean;
  readonly children: ReactNode;
}

const Figure = ({ words, pale = false, children }: FigureProps) => (
  <div>
    <dt>{words}</dt>
    <dd className={pale || children === NOT_ENOUGH ? "pale" : ""}>{children}</dd>
  </div>
);
