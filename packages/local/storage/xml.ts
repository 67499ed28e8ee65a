const NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** One XML element; text is escaped, a list of elements is taken as it is. */
export function element(name: string, content: string | number | boolean | readonly string[]) {
  const inner = Array.isArray(content) ? content.join("") : escaped(String(content));
  return `<${name}>${inner}</${name}>`;
}

export const xml = (root: string, children: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">${children.join("")}</${root}>`;

const escaped = (text: string) => text.replace(/[&<>"\r]/g, (char) => ESCAPES[char] ?? char);
