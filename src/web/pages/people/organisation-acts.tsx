import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { organisationsQuery, type OrganisationFile } from '#web/api/account-queries.ts';
import { call } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Labelled } from '#web/components/labelled.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { organisations as words, people } from '#web/messages/people.ts';
import { errorSentence } from '#web/messages/refusals.ts';

type Asked = 'suspend' | 'close' | 'rename' | 'merge';

/** What can be done with an organisation now; each that cannot be undone asks first. */
export function OrganisationActs({ organisation, onDone }: { readonly organisation: OrganisationFile; readonly onDone: (sentence: string) => void }) {
  const [asked, setAsked] = useState<Asked>();
  const { id, name, state } = organisation;
  const may = (act: string) => organisation.may.includes(`organisation.${act}`);
  const plain = useMutation({
    mutationFn: (which: 'activateOrganisation' | 'resumeOrganisation') => call(which, { params: { organisation: id }, body: {} }),
    onSuccess: async (_reply, which) => {
      onDone(which === 'activateOrganisation' ? words.activated : words.resumed);
      await queryClient.invalidateQueries();
    },
  });
  const finish = (sentence: string) => () => {
    setAsked(undefined);
    onDone(sentence);
  };
  const stay = () => setAsked(undefined);
  const params = { organisation: id };
  return (
    <>
      {may('merge') && <Button onClick={() => setAsked('merge')}>{words.merge}</Button>}
      {may('rename') && <Button onClick={() => setAsked('rename')}>{words.rename}</Button>}
      {may('suspend') && <Button onClick={() => setAsked('suspend')}>{words.suspend}</Button>}
      {may('close') && (
        <Button danger onClick={() => setAsked('close')}>
          {state === 'requested' ? words.refuse : words.closeIt}
        </Button>
      )}
      {may('resume') && <Button onClick={() => !plain.isPending && plain.mutate('resumeOrganisation')}>{words.resume}</Button>}
      {may('activate') && (
        <Button type="primary" onClick={() => !plain.isPending && plain.mutate('activateOrganisation')}>
          {words.activate}
        </Button>
      )}
      {plain.error && (
        <div role="alert">
          <ProblemLine>{errorSentence(plain.error)}</ProblemLine>
        </div>
      )}
      {asked === 'suspend' && (
        <Reasoned
          title={words.suspendTitle(name)}
          go={words.suspend}
          send={(key, reason) => call('suspendOrganisation', { params, body: { reason }, key })}
          onClose={stay}
          onDone={finish(words.suspended)}
        >
          <p>{words.suspendBody(organisation.people.filter((person) => person.state === 'active').length)}</p>
        </Reasoned>
      )}
      {asked === 'close' && (
        <Reasoned
          title={state === 'requested' ? words.refuseTitle(name) : words.closeTitle(name)}
          go={state === 'requested' ? words.refuse : words.closeIt}
          send={(key, reason) => call('closeOrganisation', { params, body: { reason }, key })}
          onClose={stay}
          onDone={finish(state === 'requested' ? words.refused : words.closedDone)}
        >
          <p>{state === 'requested' ? words.refuseBody : words.closeBody}</p>
        </Reasoned>
      )}
      {asked === 'rename' && <Rename organisation={organisation} onClose={stay} onDone={finish(words.renamed)} />}
      {asked === 'merge' && <Merge organisation={organisation} onClose={stay} onDone={finish(words.merged)} />}
    </>
  );
}

interface Closing {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Rename({ organisation, onClose, onDone }: Closing & { readonly organisation: OrganisationFile }) {
  const [name, setName] = useState(organisation.name);
  const [level, setLevel] = useState(organisation.names[0]?.level ?? '');
  const [fault, setFault] = useState('');
  const params = { organisation: organisation.id };
  return (
    <Reasoned
      title={words.renameTitle(organisation.name)}
      go={words.renameGo}
      danger={false}
      form
      ready={() => {
        setFault(name.trim().length >= 2 ? '' : words.nameBad);
        return name.trim().length >= 2;
      }}
      values={{ name, level }}
      send={(key, reason) => call('renameOrganisation', { params, body: { name: name.trim(), level: level.trim() === '' ? null : level.trim(), reason }, key })}
      onClose={onClose}
      onDone={onDone}
    >
      <p>{words.renameBody}</p>
      <Labelled label={words.newName} fault={fault}>
        {(props) => <Input {...props} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
      </Labelled>
      {organisation.kind === 'zone' && (
        <Labelled label={words.level}>
          {(props) => <Input {...props} maxLength={40} value={level} onChange={(event) => setLevel(event.target.value)} />}
        </Labelled>
      )}
    </Reasoned>
  );
}

function Merge({ organisation, onClose, onDone }: Closing & { readonly organisation: OrganisationFile }) {
  const [into, setInto] = useState('');
  const [fault, setFault] = useState('');
  const { data: rows = [] } = useQuery(organisationsQuery(''));
  const others = rows.filter((row) => row.kind === organisation.kind && row.state === 'active' && row.id !== organisation.id);
  const params = { organisation: organisation.id };
  return (
    <Reasoned
      title={words.mergeTitle(organisation.name)}
      go={words.merge}
      ready={() => {
        setFault(into === '' ? words.mergeChoose : '');
        return into !== '';
      }}
      values={into}
      send={(key, reason) => call('mergeOrganisation', { params, body: { into, reason }, key })}
      onClose={onClose}
      onDone={onDone}
    >
      <p>{words.mergeBody}</p>
      <Labelled label={words.mergeInto} fault={fault} {...(others.length === 0 ? { hint: words.mergeNone } : {})}>
        {(props) => (
          <select {...props} className="choice" value={into} onChange={(event) => setInto(event.target.value)}>
            <option value="">{words.mergeChoose}</option>
            {others.map((row) => (
              <option key={row.id} value={row.id}>
                {row.name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    </Reasoned>
  );
}

/** An act that wants a reason, which stays on record. */
function Reasoned({
  title,
  go,
  danger = true,
  form = false,
  values,
  ready = () => true,
  send,
  onClose,
  onDone,
  children,
}: Closing & {
  readonly title: string;
  readonly go: string;
  readonly danger?: boolean;
  readonly form?: boolean;
  readonly values?: unknown;
  readonly ready?: () => boolean;
  readonly send: (key: string, reason: string) => Promise<unknown>;
  readonly children: ReactNode;
}) {
  return (
    <AskDialog
      title={title}
      go={go}
      stay={people.stay}
      danger={danger}
      form={form}
      reason={{ label: people.reason, missing: people.reasonMissing, rows: 2 }}
      values={values}
      ready={ready}
      send={send}
      onClose={onClose}
      onDone={async () => {
        await queryClient.invalidateQueries();
        onDone();
      }}
    >
      {children}
    </AskDialog>
  );
}
