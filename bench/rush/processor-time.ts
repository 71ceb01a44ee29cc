import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of a clock tick of /proc: Linux counts in hundredths of a second for every program. */
const tick = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Its own ticks, and those of its children that have ended and were waited for. */
  readonly own: number;
  readonly ended: number;
}

/** These processes and all below them. */
export function processTree(roots: readonly number[]): readonly number[] {
  return below(roots, readProcesses()).map(({ pid }) => pid);
}

function below(roots: readonly number[], all: readonly Process[]): readonly Process[] {
  const found = all.filter(({ pid }) => roots.includes(pid));
  const children = all.filter(({ parent, pid }) => found.some((one) => one.pid === parent) && !roots.includes(pid));
  return children.length === 0
    ? found
    : [
        ...found,
        ...below(
          children.map(({ pid }) => pid),
          all,
        ),
      ];
}

function readProcesses(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // `pid (name) state ppid …`, where the name may hold anything.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const at = (index: number): number => Number(fields[index]);
        return [{ pid: Number(name), parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) }];
      } catch {
        return [];
      }
    });
}

/** Adds up the processor time of process trees whose roots may be killed and started again. */
export function openMeter(): {
  readonly watch: (name: string, root: () => number | undefined) => void;
  readonly read: () => Promise<ReadonlyMap<string, number>>;
  readonly stop: () => void;
} {
  const watched = new Map<string, { readonly root: () => number | undefined; readonly roots: Map<number, number> }>();
  const look = (): void => {
    const all = readProcesses();
    for (const { root, roots } of watched.values()) {
      const pid = root();
      if (pid === undefined) continue;
      const ticks = below([pid], all).reduce((sum, { own, ended }) => sum + own + ended, 0);
      roots.set(pid, Math.max(roots.get(pid) ?? 0, ticks));
    }
  };
  const timer = setInterval(look, 200);
  return {
    watch: (name, root) => void watched.set(name, { root, roots: new Map() }),
    read: async () => {
      look();
      return new Map([...watched].map(([name, { roots }]) => [name, [...roots.values()].reduce((sum, ticks) => sum + ticks, 0) * tick]));
    },
    stop: () => clearInterval(timer),
  };
}
