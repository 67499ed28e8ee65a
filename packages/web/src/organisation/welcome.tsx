import "./settings.css";

/** The first thing a new installation says. */
export function Welcome() {
  return (
    <section className="welcome" aria-label="Welcome">
      <p className="big">Welcome. Before anybody can join, people must know who asks.</p>
      <p>
        This takes five minutes. Save it, and your form is ready to share, with a first mail and a draft
        campaign to greet who joins. Nothing is sent until you launch it.
      </p>
    </section>
  );
}
