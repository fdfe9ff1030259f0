import { afterEach } from '@jest/globals';

/**
 * Makes things for the tests of one file, and closes them after the test that made them.
 *
 * @param make may be asynchronous
 */
export function closedAfterEach<Parts extends unknown[], Made>(
  make: (...parts: Parts) => Made,
  close: (made: Awaited<Made>) => Promise<void>,
): (...parts: Parts) => Made {
  const open: Made[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async (made) => close(await made)));
  });
  return (...parts) => {
    const made = make(...parts);
    open.push(made);
    return made;
  };
}
