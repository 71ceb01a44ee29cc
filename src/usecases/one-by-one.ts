const last = new Map<string, Promise<unknown>>();

/** Does the work after all work that this process was asked for earlier under the same name has ended, well or not. */
export async function oneByOne<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name);
  const mine = before === undefined ? work() : before.then(work, work);
  last.set(name, mine);
  try {
    return await mine;
  } finally {
    if (last.get(name) === mine) last.delete(name);
  }
}
