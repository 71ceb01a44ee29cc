import type { FileState } from '#web/api/audit-queries.ts';
import { TableFrame } from '#web/components/table-frame.tsx';
import { auditFile as words, stateWords, thingWord, type StateThing } from '#web/messages/audit-case.ts';
import { dateText, digestShort, secondTime } from '#web/messages/formats.ts';

interface Props {
  readonly file: FileState;
}

/** Every thing of the file with its state then and now. */
export function StatesThen({ file }: Props) {
  const { stateColumns: columns } = words;
  return (
    <Card id="states" title={words.states} empty={file.states.length === 0 ? words.noStates : undefined}>
      <thead>
        <tr>
          <th scope="col">{columns.thing}</th>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.before}</th>
          <th scope="col">{columns.now}</th>
        </tr>
      </thead>
      <tbody>
        {file.states.map(({ thing, name, before, now }) => (
          <tr key={`${thing} ${name}`}>
            <td>{thingWord[thing]}</td>
            <td className="mono">{name}</td>
            <td data-label={columns.before}>{before === null ? <span className="faint">{words.notYet}</span> : <b>{wordOf(thing, before)}</b>}</td>
            <td data-label={columns.now}>{before === now ? <span className="faint">{words.same}</span> : wordOf(thing, now)}</td>
          </tr>
        ))}
      </tbody>
    </Card>
  );
}

function wordOf(thing: StateThing, state: string): string {
  return stateWords[thing][state] ?? state;
}

/** Versions that had been filed by then, with their digests. */
export function VersionsThen({ file }: Props) {
  const { versionColumns: columns } = words;
  return (
    <Card id="versions" title={words.versions} empty={file.versions.length === 0 ? words.noVersions : undefined}>
      <thead>
        <tr>
          <th scope="col">{columns.n}</th>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.by}</th>
          <th scope="col">{columns.digest}</th>
          <th scope="col">{columns.receipt}</th>
        </tr>
      </thead>
      <tbody>
        {file.versions.map(({ n, filedAt, filedBy, digest, receipt }) => (
          <tr key={n}>
            <td data-label={columns.n}>{n}</td>
            <td>{secondTime(filedAt)}</td>
            <td>{filedBy}</td>
            <td className="mono" data-label={columns.digest} title={digest}>
              {digestShort(digest)}
            </td>
            <td className="mono" data-label={columns.receipt}>
              {receipt}
            </td>
          </tr>
        ))}
      </tbody>
    </Card>
  );
}

/** Who could do what for it then. */
export function PeopleThen({ file }: Props) {
  const { peopleColumns: columns } = words;
  return (
    <Card id="people" title={words.people} empty={file.people.length === 0 ? words.noPeople : undefined}>
      <thead>
        <tr>
          <th scope="col">{columns.who}</th>
          <th scope="col">{columns.organisation}</th>
          <th scope="col">{columns.rights}</th>
          <th scope="col">{columns.since}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {file.people.map(({ username, name, organisation, since, rights, state }) => (
          <tr key={`${username} ${organisation}`}>
            <td>
              <b>{name}</b> <span className="faint">{username}</span>
            </td>
            <td>{organisation}</td>
            <td data-label={columns.rights}>{rightsText(rights)}</td>
            <td data-label={columns.since}>{dateText(since)}</td>
            <td data-label={columns.state}>{words.accountStates[state]}</td>
          </tr>
        ))}
      </tbody>
    </Card>
  );
}

function rightsText(rights: FileState['people'][number]['rights']): string {
  if (rights === null) return words.rightsUnknown;
  const held = (['write', 'submit', 'manage'] as const).filter((right) => rights[right]).map((right) => words.rights[right]);
  return held.length === 0 ? words.readsOnly : held.join('、');
}

function Card({
  id,
  title,
  empty,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly empty?: string | undefined;
  readonly children: React.ReactNode;
}) {
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
      </div>
      {empty === undefined ? (
        <TableFrame label={title}>
          <table className="table phone-rows" aria-labelledby={id}>
            {children}
          </table>
        </TableFrame>
      ) : (
        <p className="card-body soft">{empty}</p>
      )}
    </section>
  );
}
