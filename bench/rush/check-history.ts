import type { Acknowledged, History, Stored } from './history.ts';

export type Law =
  | 'acknowledged is stored'
  | 'one effect a key'
  | 'one recommendation a city'
  | 'receipts unique and without gaps'
  | 'versions linear'
  | 'filed has arrived in time'
  | 'refused as late has arrived late'
  | 'audit chain whole'
  | 'no answer 500';

export interface Violation {
  readonly law: Law;
  readonly what: string;
}

/** Every way in which what clients were told and what the database holds do not agree. */
export function checkHistory(history: History, stored: Stored): readonly Violation[] {
  return [
    ...lost(history.acknowledged, stored),
    ...doubled(history, stored),
    ...overbooked(stored),
    ...receipts(stored),
    ...linear(stored),
    ...deadlines(history, stored),
    ...(stored.auditOk ? [] : [{ law: 'audit chain whole', what: 'verify audit' } as const]),
    ...history.attempts.filter(({ status }) => status === 500).map(({ operation, client }) => violation('no answer 500', `${operation} of ${client}`)),
  ];
}

function violation(law: Law, what: string): Violation {
  return { law, what };
}

function lost(acknowledged: readonly Acknowledged[], stored: Stored): readonly Violation[] {
  const saves = new Set(stored.saves.map(({ plan, document, block, version, digest }) => [plan, document, block, version, digest].join(' ')));
  const files = new Set(stored.files.map(({ id, plan, digest }) => [id, plan, digest].join(' ')));
  const versions = new Set(stored.versions.map(({ plan, n, digest, receipt, filedAt }) => [plan, n, digest, receipt, filedAt].join(' ')));
  const bytes = new Set(stored.bytes);
  const recommended = new Set(stored.slots.filter(({ event }) => event === 'recommend').map(({ city, plan }) => `${city} ${plan}`));
  const isThere = (one: Acknowledged): boolean => {
    switch (one.kind) {
      case 'save':
        return saves.has([one.plan, one.document, one.block, one.version, one.digest].join(' ')) && one.version === one.base + 1;
      case 'upload':
        return files.has([one.file, one.plan, one.digest].join(' ')) && bytes.has(one.digest);
      case 'submit':
        return versions.has([one.plan, one.version, one.digest, one.receipt, one.arrivedAt].join(' ')) && one.papers.every((digest) => bytes.has(digest));
      case 'paper':
        return one.digest === one.expected;
      case 'recommend':
        return recommended.has(`${one.city} ${one.plan}`);
    }
  };
  return acknowledged.filter((one) => !isThere(one)).map((one) => violation('acknowledged is stored', JSON.stringify(one)));
}

/** Every acknowledged key has one effect, every other at most one; one key is never told two things. */
function doubled({ acknowledged }: History, { effects }: Stored): readonly Violation[] {
  const byKey = Map.groupBy(effects, ({ key }) => key);
  const twice = [...byKey].filter(([, all]) => all.length > 1).map(([key, all]) => violation('one effect a key', `${key}: ${all.length} effects`));
  const keyed = acknowledged.filter((one) => 'key' in one);
  const none = keyed.filter(({ key }) => !byKey.has(key)).map(({ key, kind }) => violation('one effect a key', `${kind} ${key}: no effect`));
  const told = [...Map.groupBy(keyed, ({ key }) => key)].filter(([, all]) => new Set(all.map((one) => JSON.stringify(one))).size > 1);
  return [...twice, ...none, ...told.map(([key]) => violation('one effect a key', `${key}: answered in two ways`))];
}

function overbooked({ slots }: Stored): readonly Violation[] {
  const held = new Map<string, Set<string>>();
  return slots.flatMap(({ city, plan, event }) => {
    const here = held.get(city) ?? new Set<string>();
    held.set(city, here);
    if (event === 'recommend') here.add(plan);
    else here.delete(plan);
    return here.size > 1 ? [violation('one recommendation a city', `${city}: ${[...here].join(', ')}`)] : [];
  });
}

function receipts({ receipts: all, versions }: Stored): readonly Violation[] {
  const law = 'receipts unique and without gaps';
  const numbers = all.map(({ number }) => Number(number.slice(number.lastIndexOf('-') + 1))).toSorted((a, b) => a - b);
  const gaps = numbers.flatMap((number, index) => (number === index + 1 ? [] : [violation(law, `number ${number} at place ${index + 1}`)]));
  const mine = new Map(all.map(({ number, plan, version }) => [number, `${plan} ${version}`]));
  const orphans = versions
    .filter(({ receipt, plan, n }) => mine.get(receipt) !== `${plan} ${n}`)
    .map(({ receipt }) => violation(law, `${receipt} is of another version`));
  return [...gaps, ...orphans, ...(mine.size === all.length ? [] : [violation(law, 'a number twice')])];
}

/** Versions of a plan, and of each block, are 1, 2, 3, … and the block stands at its last. */
function linear({ versions, saves, blocks }: Stored): readonly Violation[] {
  const law = 'versions linear';
  const of = (name: string, found: readonly number[]) =>
    found.toSorted((a, b) => a - b).every((version, index) => version === index + 1) ? [] : [violation(law, `${name}: ${found.join(', ')}`)];
  const place = ({ plan, document, block }: { plan: string; document: string; block: string }) => `${plan} ${document} ${block}`;
  const history = Map.groupBy(saves, place);
  return [
    ...[...Map.groupBy(versions, ({ plan }) => plan)].flatMap(([plan, all]) =>
      of(
        plan,
        all.map(({ n }) => n),
      ),
    ),
    ...[...history].flatMap(([name, all]) =>
      of(
        name,
        all.map(({ version }) => version),
      ),
    ),
    ...blocks
      .filter((block) => block.version !== (history.get(place(block))?.length ?? 0))
      .map((block) => violation(law, `${place(block)} stands at ${block.version}`)),
  ];
}

function deadlines({ late }: History, { versions, deadline }: Stored): readonly Violation[] {
  const end = Date.parse(deadline);
  return [
    ...versions.filter(({ filedAt }) => !(Date.parse(filedAt) < end)).map(({ plan, filedAt }) => violation('filed has arrived in time', `${plan} ${filedAt}`)),
    ...late
      .filter(({ arrivedAt }) => !(Date.parse(arrivedAt) >= end))
      .map(({ plan, arrivedAt }) => violation('refused as late has arrived late', `${plan} ${arrivedAt}`)),
  ];
}
