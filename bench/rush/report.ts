import { quantile } from '../quantile.ts';
import type { Law, Violation } from './check-history.ts';
import type { Told } from './filer.ts';
import type { Attempt, Stored } from './history.ts';

export interface Outcome {
  readonly attempts: readonly Attempt[];
  readonly told: Told;
  readonly stored: Stored;
  readonly violations: readonly Violation[];
  /** Lines that the servers logged as bugs. */
  readonly bugs: readonly string[];
  /** Milliseconds, by what was killed. */
  readonly recoveries: ReadonlyMap<string, number>;
  readonly lasted: number;
  /** Milliseconds of processor time by process. */
  readonly processor: { readonly before: ReadonlyMap<string, number>; readonly after: ReadonlyMap<string, number> };
  readonly night: number;
  readonly load: readonly [number, number];
}

export function printReport({ attempts, told, stored, violations, bugs, recoveries, lasted, processor, night, load }: Outcome): void {
  const say = (line: string): void => console.log(line);
  const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;
  const spent = (name: string): number =>
    [...processor.after].reduce((sum, [one, time]) => (one.startsWith(name) ? sum + time - (processor.before.get(one) ?? 0) : sum), 0);

  say(`${seconds(lasted)} in all, deadline after ${seconds(night)}; load of the machine ${load.map((one) => one.toFixed(1)).join(' to ')}`);
  for (const [operation, all] of Map.groupBy(attempts, (one) => one.operation)) {
    const done = all.filter(({ status }) => status === 200).map(({ from, to }) => to - from);
    const quantiles = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${quantile(done, share).toFixed(0)}`).join(', ');
    const whole = [...Map.groupBy(all, (one) => one.key || `${one.client} ${one.from}`).values()].flatMap((tries) =>
      tries.some(({ status }) => status === 200) ? [Math.max(...tries.map(({ to }) => to)) - Math.min(...tries.map(({ from }) => from))] : [],
    );
    const refusals = [...Map.groupBy(all, ({ status, code }) => (status < 400 ? '' : `${status} ${code}`))].flatMap(([name, some]) =>
      name === '' ? [] : [`${some.length} × ${name}`],
    );
    say(
      `${operation}: ${done.length} done of ${all.length} tries, ${quantiles} ms; first try to answer p99 ${quantile(whole, 0.99).toFixed(0)} ms; ${refusals.join(', ')}`,
    );
  }
  const answered = attempts.filter(({ status }) => status !== 0);
  const busy = answered.filter(({ status }) => status === 503).length;
  say(
    `tries: ${attempts.length}, answered 503: ${busy} (${((100 * busy) / attempts.length).toFixed(1)} %), not answered: ${attempts.length - answered.length}`,
  );
  say(
    `processor time a request: Node ${(spent('app') / answered.length).toFixed(1)} ms, papers drawn included; PostgreSQL ${(spent('postgres') / answered.length).toFixed(1)} ms`,
  );
  for (const [what, time] of recoveries) say(`kill -9 of ${what}: served again after ${seconds(time)}`);
  const early = told.late.filter(({ key }) => attempts.some((one) => one.key === key && one.from < night)).length;
  const submits = told.acknowledged.filter(({ kind }) => kind === 'submit').length;
  say(
    `filed: ${submits} (${stored.receipts.length} receipts), refused as late: ${told.late.length} (of these sent before the deadline: ${early}); recommended: ${stored.slots.length}`,
  );
  const of = (law: Law): number => violations.filter((one) => one.law === law).length;
  say(
    `acknowledged: ${told.acknowledged.length}; lost: ${of('acknowledged is stored')}, doubled: ${of('one effect a key')}, answered 500: ${of('no answer 500')}, bugs logged: ${bugs.length}`,
  );
  for (const { law, what } of violations) say(`BROKEN ${law}: ${what}`);
  for (const line of [...told.odd, ...bugs].slice(0, 40)) say(`ODD ${line}`);
  say(violations.length === 0 ? 'every law holds' : `${violations.length} violations`);
}
