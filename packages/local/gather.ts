/** What abstract-level's classes ask of a database below them; keys and values are encoded already. */
interface Below {
  _batch(operations: readonly Operation[], options: object): Promise<void>;
  _put(key: unknown, value: unknown, options: object): Promise<void>;
  _del(key: unknown, options: object): Promise<void>;
  _get(key: unknown, options: object): Promise<unknown>;
  _getSync(key: unknown, options: object): unknown;
  _close(): Promise<void>;
}
type Operation =
  | { readonly type: "put"; readonly key: unknown; readonly value: unknown }
  | { readonly type: "del"; readonly key: unknown };

interface Waiting {
  readonly operations: readonly Operation[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes that are asked for in one turn of the event loop, or while another is on its way, become one write, in their order. Each
 * still holds as a whole or not at all. Reads are answered at once: what is read here is nearly always in LevelDB's cache.
 */
export function gather<T extends object>(database: T): T {
  const below = database as unknown as Below;
  const write = below._batch.bind(database);
  const close = below._close.bind(database);
  let waiting: Waiting[] = [];
  let writing = false;
  let drained: Promise<void> = Promise.resolve();

  async function drain() {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await write(
        group.flatMap(({ operations }) => operations),
        {},
      ).then(
        () => group.forEach(({ done }) => void done()),
        (error) => group.forEach(({ failed }) => void failed(error)),
      );
    }
    writing = false;
  }
  const batch = (operations: readonly Operation[]) =>
    new Promise<void>((done, failed) => {
      waiting.push({ operations, done, failed });
      if (writing) return;
      writing = true;
      drained = new Promise((resolve) => setImmediate(resolve)).then(drain);
    });
  const gathering: Partial<Below> = {
    _batch: batch,
    _put: (key, value) => batch([{ type: "put", key, value }]),
    _del: (key) => batch([{ type: "del", key }]),
    _get: async (key, options) => below._getSync(key, options),
    // What was asked for before the close is written before it: a write that reaches a closed LevelDB ends the process.
    _close: async () => {
      await drained;
      await close();
    },
  };
  return Object.assign(database, gathering);
}
