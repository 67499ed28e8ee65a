// Stands for a package that is loaded but never used (lean.ts): whoever uses it after all is told.
module.exports = new Proxy(() => {}, {
  get: (_, name) => () => {
    throw new Error(`Left out of the bundle: ${String(name)}`);
  },
  apply: () => {
    throw new Error("Left out of the bundle");
  },
});
