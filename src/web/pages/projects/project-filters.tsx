import { useId } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { Icon } from '#web/components/icon.tsx';
import { projectsPage as words } from '#web/messages/projects.ts';
import type { ProjectLine } from './project-lines.ts';
import type { Standing, StandingGroup } from './standing.ts';

export interface ProjectFilter {
  readonly text: string;
  readonly state: StandingGroup | '';
  readonly group: string;
  readonly place: 'inside' | 'outside' | '';
}

export const noFilter: ProjectFilter = { text: '', state: '', group: '', place: '' };

/** Whether a filter lets a project through: every part that is set must agree. */
export function shownBy(filter: ProjectFilter, { line, standing }: { readonly line: ProjectLine; readonly standing: Pick<Standing, 'group'> }): boolean {
  const text = filter.text.trim().toLowerCase();
  if (text !== '' && ![line.name, line.applicant, line.leader, line.number].some((each) => each.toLowerCase().includes(text))) return false;
  if (filter.state !== '' && standing.group !== filter.state) return false;
  if (filter.group !== '' && !line.groups.includes(filter.group)) return false;
  return filter.place === '' || line.place === filter.place;
}

/** Search and three choices; how many are shown; the switch that turns the verbs into removing. */
export function ProjectFilters({
  edition,
  filter,
  onChange,
  shown,
  all,
  tidying,
  onTidy,
}: {
  readonly edition: Edition;
  readonly filter: ProjectFilter;
  readonly onChange: (filter: ProjectFilter) => void;
  readonly shown: number;
  readonly all: number;
  readonly tidying: boolean;
  readonly onTidy: ((on: boolean) => void) | undefined;
}) {
  const id = useId();
  const groups = edition.forms.proposal.blocks.find((block) => block.key === 'summary')?.fields.find((field) => field.key === 'groups');
  return (
    <div className="project-filters" role="search" aria-label={words.filters}>
      <div className="project-search">
        <Icon name="search" size={14} />
        <label className="unseen" htmlFor={id}>
          {words.search}
        </label>
        <input id={id} type="search" value={filter.text} placeholder={words.search} onChange={(event) => onChange({ ...filter, text: event.target.value })} />
      </div>
      <Choice
        label={words.filter.state}
        value={filter.state}
        options={Object.entries(words.groups)}
        onChange={(value) => onChange({ ...filter, state: isGroup(value) ? value : '' })}
      />
      {groups?.kind === 'choices' && (
        <Choice
          label={words.filter.group}
          value={filter.group}
          options={groups.options.map((option) => [option, option])}
          onChange={(group) => onChange({ ...filter, group })}
        />
      )}
      <Choice
        label={words.filter.place}
        value={filter.place}
        options={[
          ['inside', words.inside],
          ['outside', words.outsideTag],
        ]}
        onChange={(value) => onChange({ ...filter, place: value === 'inside' || value === 'outside' ? value : '' })}
      />
      {shown !== all && (
        <button type="button" className="text-button" onClick={() => onChange(noFilter)}>
          {words.clear}
        </button>
      )}
      <span className="project-found" role="status">
        {words.found(shown, all)}
      </span>
      {onTidy && (
        <button type="button" className="button button-small" aria-pressed={tidying} onClick={() => onTidy(!tidying)}>
          {tidying ? words.tidyDone : words.tidy}
        </button>
      )}
    </div>
  );
}

function isGroup(value: string): value is StandingGroup {
  return value in words.groups;
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <span className="project-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="choice" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.all}</option>
        {options.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}
