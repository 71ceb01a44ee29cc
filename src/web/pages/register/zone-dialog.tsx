import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { zoneHistoryQuery, type ZoneState } from '#web/api/register-queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Labelled } from '#web/components/labelled.tsx';
import { dateText } from '#web/messages/formats.ts';
import { register as words } from '#web/messages/register.ts';

interface Typed {
  readonly name: string;
  readonly level: string;
  readonly cityCode: string;
  readonly industries: string;
  readonly industryText: string;
  readonly sunan: boolean;
  readonly source: string;
  readonly since: string;
  readonly until: string;
  readonly reason: string;
}

/** A zone's next state, or a new zone; below it what the register said before. */
export function ZoneDialog({
  zone,
  edition,
  levels,
  onClose,
}: {
  readonly zone: ZoneState | undefined;
  readonly edition: Edition;
  readonly levels: readonly string[];
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(zone, levels));
  const [shown, setShown] = useState(false);
  const cities = (edition.codeLists['divisions'] ?? []).filter((item) => item.code.endsWith('00') && !item.code.endsWith('0000'));
  const codes = typed.industries.split(/[、,，\s]+/).filter((code) => code !== '');
  const items = edition.codeLists['strategicIndustries'] ?? [];
  const names = codes.map((code) => items.find((item) => item.code === code)?.name ?? `${code}？`).join('、');
  const missing = (text: string): string => (shown && text.trim() === '' ? words.missing : '');
  const set = (change: Partial<Typed>): void => setTyped({ ...typed, ...change });
  const text = (key: 'name' | 'source' | 'reason' | 'industryText' | 'industries', label: string, hint?: string) => (
    <Labelled label={label} fault={key === 'industries' || key === 'industryText' ? '' : missing(typed[key])} {...(hint === undefined ? {} : { hint })}>
      {(props) => <input {...props} className="control" maxLength={200} value={typed[key]} onChange={(event) => set({ [key]: event.target.value })} />}
    </Labelled>
  );
  return (
    <AskDialog
      title={zone ? words.changeOf(zone.content.name) : words.add}
      go={words.save}
      stay={words.stay}
      form
      values={typed}
      ready={() => {
        setShown(true);
        return [typed.name, typed.cityCode, typed.source, typed.reason].every((one) => one.trim() !== '');
      }}
      send={(key) => save(zone, typed, codes, key)}
      onClose={onClose}
      onDone={async () => {
        await queryClient.invalidateQueries();
        onClose();
      }}
    >
      {text('name', words.name)}
      <Labelled label={words.level}>
        {(props) => (
          <select {...props} className="control" value={typed.level} onChange={(event) => set({ level: event.target.value })}>
            {levels.map((level) => (
              <option key={level}>{level}</option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={words.city} fault={missing(typed.cityCode)}>
        {(props) => (
          <select {...props} className="control" value={typed.cityCode} onChange={(event) => set({ cityCode: event.target.value })}>
            <option value="">{words.choose}</option>
            {cities.map((item) => (
              <option key={item.code} value={item.code}>
                {item.name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {text('industries', words.industries, words.industriesHint(names))}
      {text('industryText', words.industryText)}
      {(['since', 'until'] as const).map((key) => (
        <Labelled key={key} label={words[key]}>
          {(props) => <input {...props} type="date" className="control" value={typed[key]} onChange={(event) => set({ [key]: event.target.value })} />}
        </Labelled>
      ))}
      <label className="call-tick">
        <input type="checkbox" checked={typed.sunan} onChange={(event) => set({ sunan: event.target.checked })} />
        {words.sunan}
      </label>
      {text('source', words.source)}
      {text('reason', words.reason)}
      {zone && <History zone={zone.zone} />}
    </AskDialog>
  );
}

function History({ zone }: { readonly zone: string }) {
  const { data } = useQuery(zoneHistoryQuery(zone));
  return (
    <section aria-label={words.history}>
      <h3>{words.history}</h3>
      <ul className="small">
        {data?.map((state) => (
          <li key={state.n}>
            {words.historyLine(state.n, dateText(state.at), state.person)}　{state.content.name}　{state.content.level}　{state.reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

function typedOf(zone: ZoneState | undefined, levels: readonly string[]): Typed {
  const { name = '', level = levels[0] ?? '', cityCode = '', industries = [], industryText = '', sunan = false, source = '' } = zone?.content ?? {};
  return {
    name,
    level,
    cityCode,
    industries: industries.join('、'),
    industryText,
    sunan,
    source,
    since: zone?.since ?? '',
    until: zone?.until ?? '',
    reason: '',
  };
}

function save(zone: ZoneState | undefined, typed: Typed, industries: string[], key: string): Promise<unknown> {
  const { name, level, cityCode, sunan, source, reason } = typed;
  const kept = zone?.content;
  const content = {
    name,
    level,
    cityCode,
    industries,
    sunan,
    source,
    ...(kept?.countyCode === undefined || kept.cityCode !== cityCode ? {} : { countyCode: kept.countyCode }),
    ...(kept?.note === undefined ? {} : { note: kept.note }),
    ...(typed.industryText.trim() === '' ? {} : { industryText: typed.industryText }),
  };
  const body = { base: zone?.n ?? 0, content, since: typed.since || null, until: typed.until || null, reason };
  return zone ? call('changeZone', { params: { zone: zone.zone }, body, key }) : call('addZone', { body, key });
}
