import './together.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { useServerNow } from '#web/api/server-clock.ts';
import { tasksQuery, type TaskRow } from '#web/api/together-queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { dayText, minuteTime } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { tasks as words } from '#web/messages/together.ts';

/** 待办: what I was given to do, and what I gave to others. For the workbench of everybody who works on documents. */
export function MyTasks() {
  const [side, setSide] = useState<'mine' | 'given'>('mine');
  const { data: rows, error } = useQuery(tasksQuery(side));
  const open = rows?.filter((row) => row.state === 'open') ?? [];
  const done = rows?.filter((row) => row.state === 'done') ?? [];
  return (
    <section className="card" aria-labelledby="my-tasks">
      <div className="card-head">
        <h2 id="my-tasks">{words.title}</h2>
        <span className="more thread-choice" role="group" aria-label={words.title}>
          <button type="button" className="text-button" aria-pressed={side === 'mine'} onClick={() => setSide('mine')}>
            {words.mine}
          </button>
          <button type="button" className="text-button" aria-pressed={side === 'given'} onClick={() => setSide('given')}>
            {words.given}
          </button>
        </span>
      </div>
      <div className="card-body stack">
        {error && <ProblemLine>{errorSentence(error)}</ProblemLine>}
        {rows && open.length === 0 && <p className="soft">{side === 'mine' ? words.none : words.noneGiven}</p>}
        <Tasks rows={open} side={side} />
        {done.length > 0 && (
          <details>
            <summary>{words.showDone(done.length)}</summary>
            <Tasks rows={done} side={side} />
          </details>
        )}
      </div>
    </section>
  );
}

function Tasks({ rows, side }: { readonly rows: readonly TaskRow[]; readonly side: 'mine' | 'given' }) {
  if (rows.length === 0) return null;
  return (
    <ul className="tasks">
      {rows.map((row) => (
        <Task key={row.id} row={row} side={side} />
      ))}
    </ul>
  );
}

function Task({ row, side }: { readonly row: TaskRow; readonly side: 'mine' | 'given' }) {
  const now = useServerNow(60_000);
  const change = useMutation({
    mutationFn: () => call(row.state === 'open' ? 'finishTask' : 'reopenTask', { params: { task: row.id }, body: {} }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tasks'] }),
  });
  const late = row.state === 'open' && row.due !== null && Date.parse(row.due) < now;
  const document = words.documents[row.document] ?? words.project(row.number);
  return (
    <li className="task">
      <div className="task-text">
        <b>{row.title}</b>
        <span className="tiny faint">
          <Link to={row.link} search={{ at: pointerOf(row) }}>{`${document}　${row.place}`}</Link>
          {`　${side === 'mine' ? words.by(row.by) : words.to(row.to)}　`}
          {row.doneAt === null ? (row.due === null ? words.noDue : words.due(dayText(row.due))) : words.doneAt(minuteTime(row.doneAt))}
        </span>
        {late && (
          <span className="state state-error">
            <Icon name="clock" />
            {words.late}
          </span>
        )}
        {change.error && <ProblemLine>{errorSentence(change.error)}</ProblemLine>}
      </div>
      <button
        type="button"
        className="button button-small"
        aria-label={row.state === 'open' ? words.finishOf(row.title) : words.reopenOf(row.title)}
        aria-disabled={change.isPending}
        onClick={() => !change.isPending && change.mutate()}
      >
        {row.state === 'open' ? words.finish : words.reopen}
      </button>
    </li>
  );
}

function pointerOf({ document, position, block, path }: TaskRow): string {
  return `${position === null ? `/${document}` : `/projects/${position}`}/${block}${path}`;
}
