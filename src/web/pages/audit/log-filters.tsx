import { Button, Input } from 'antd';
import { useState } from 'react';
import { acts } from '#domain/access/acts.ts';
import { systemCommands } from '#domain/audit/commands.ts';
import { usePhone } from '#web/fields/use-phone.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { audit as words, commandName } from '#web/messages/audit.ts';
import type { LogSearch } from './routes.ts';

type Filters = Omit<LogSearch, 'before'>;

const named = [...acts, ...systemCommands]
  .map((command) => ({ command, name: commandName(command) }))
  .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'));

/** What to search for; nothing is asked before the button, or Enter. */
export function LogFilters({
  asked,
  onSearch,
  withCommand,
}: {
  readonly asked: Filters;
  readonly onSearch: (filters: Filters) => void;
  readonly withCommand: boolean;
}) {
  const [typed, setTyped] = useState<Filters>(asked);
  const phone = usePhone();
  const text =
    (name: 'who' | 'organisation' | 'subject' | 'from' | 'to', type: 'text' | 'date' = 'text') =>
    (props: { readonly id: string }) => (
      <Input {...props} type={type} maxLength={100} value={typed[name] ?? ''} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} />
    );
  return (
    <details className="card" open={!phone || Object.keys(asked).length > 0}>
      <summary className="audit-filters-head">{words.filters}</summary>
      <form
        className="card-body audit-filters"
        aria-label={words.filters}
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(withoutEmpty(typed));
        }}
      >
        <Labelled label={words.who} hint={words.whoHint}>
          {text('who')}
        </Labelled>
        <Labelled label={words.organisation}>{text('organisation')}</Labelled>
        {withCommand && (
          <Labelled label={words.command}>
            {(props) => (
              <select {...props} className="choice" value={typed.command ?? ''} onChange={(event) => setTyped({ ...typed, command: event.target.value })}>
                <option value="">{words.anyCommand}</option>
                {named.map(({ command, name }) => (
                  <option key={command} value={command}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
        )}
        <Labelled label={words.subject} hint={words.subjectHint}>
          {text('subject')}
        </Labelled>
        <Labelled label={words.from}>{text('from', 'date')}</Labelled>
        <Labelled label={words.to}>{text('to', 'date')}</Labelled>
        {withCommand && (
          <Labelled label={words.outcome}>
            {(props) => (
              <select {...props} className="choice" value={typed.outcome ?? 'all'} onChange={(event) => setTyped(withOutcome(typed, event.target.value))}>
                <option value="all">{words.outcomes.all}</option>
                <option value="done">{words.outcomes.done}</option>
                <option value="refused">{words.outcomes.refused}</option>
              </select>
            )}
          </Labelled>
        )}
        <div className="row audit-go">
          <Button type="primary" htmlType="submit">
            {words.search}
          </Button>
          <Button onClick={() => onSearch({})}>{words.clear}</Button>
        </div>
      </form>
    </details>
  );
}

function withOutcome(typed: Filters, outcome: string): Filters {
  if (outcome === 'done' || outcome === 'refused') return { ...typed, outcome };
  const { outcome: before, ...others } = typed;
  return before === undefined ? typed : others;
}

function withoutEmpty(typed: Filters): Filters {
  return Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()] as const])));
}
