import { Link } from "@tanstack/react-router";

export function NotFound() {
  return (
    <main className="sign-in">
      <title>Not found · Perennial</title>
      <h1>There is no such page</h1>
      <p>The address may be mistyped, or what it led to was deleted.</p>
      <p>
        <Link to="/">Go to Home</Link>
      </p>
    </main>
  );
}
