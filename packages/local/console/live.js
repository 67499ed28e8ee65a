// Keeps what is marked data-live up to date, without touching what somebody is reading or using.
const part = document.querySelector("[data-live]");

async function refresh() {
  const busy =
    document.hidden ||
    part.contains(document.activeElement) ||
    part.querySelector("details[open]") ||
    String(getSelection());
  if (!busy) {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-live]");
    if (next && next.innerHTML !== part.innerHTML) part.replaceChildren(...next.childNodes);
  }
  setTimeout(refresh, 2000);
}

if (part) setTimeout(refresh, 2000);
