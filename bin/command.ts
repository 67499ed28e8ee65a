/** What a command prints; what it tells on the way goes beside that. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`);
export const note = (text: string): void => void process.stderr.write(`${text}\n`);

/** An option that has to be a number above 0. @throws in words that name it */
export function above0(name: string, value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new Error(`--${name} takes a number above 0, not ${value}`);
  return number;
}

/** The same of a whole one. */
export function whole(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} takes a whole number above 0, not ${value}`);
  return number;
}

/** Notes what happens, with the seconds since this was called. */
export function noteWithTime(): (what: string) => void {
  const began = performance.now();
  return (what) => note(`${Math.round((performance.now() - began) / 1000)} s: ${what}`);
}

/** Ends the process with 0 if everything was well. */
export function endWith(main: Promise<boolean>): Promise<never> {
  return main.then(
    (well) => process.exit(well ? 0 : 1),
    (error: Error) => {
      note(error.message);
      return process.exit(1);
    },
  );
}
