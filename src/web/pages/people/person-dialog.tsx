import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OrganisationFile, PersonOfOrganisation } from '#web/api/account-queries.ts';
import { call } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { Labelled } from '#web/components/labelled.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { people as words } from '#web/messages/people.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { PersonMark } from './marks.tsx';
import { OneTimeDialog } from './one-time.tsx';
import { RightsBoxes } from './rights-boxes.tsx';

/** Everything that can be done for one person's account, each with what follows from it. */
export function PersonDialog({
  organisation,
  person,
  isMe,
  onClose,
}: {
  readonly organisation: OrganisationFile;
  readonly person: PersonOfOrganisation;
  readonly isMe: boolean;
  readonly onClose: () => void;
}) {
  const [rights, setRights] = useState({ write: person.write, submit: person.submit, manage: person.manage });
  const [alsoSecond, setAlsoSecond] = useState(false);
  const [done, setDone] = useState('');
  const [given, setGiven] = useState<{ username: string; password: string }>();
  const params = { organisation: organisation.id, person: person.id };
  const may = (act: string) => organisation.may.includes(act) && !isMe && person.state !== 'closed';
  const act = useMutation({
    mutationFn: async ({ run, said }: { run: () => Promise<unknown>; said: string }) => {
      setDone('');
      await run();
      await queryClient.invalidateQueries();
      setDone(said);
    },
  });
  const go = (run: () => Promise<unknown>, said: string) => !act.isPending && act.mutate({ run, said });
  if (given) return <OneTimeDialog name={person.name} given={given} onClose={onClose} />;
  return (
    <Dialog title={words.dialogTitle(person.name)} onClose={onClose} footer={<Button onClick={onClose}>{words.close}</Button>}>
      <div className="stack">
        <p>
          <PersonMark person={person} />
        </p>
        <div role="status">{done}</div>
        <div role="alert">{act.error && <ProblemLine>{errorSentence(act.error)}</ProblemLine>}</div>
        {person.state === 'closed' && <p className="soft">{words.closedHint}</p>}
        {isMe && (
          <p className="soft">
            {words.self}
            <Link to="/account">{words.toAccount}</Link>
          </p>
        )}
        {may('person.unlock') && person.lockedSeconds !== null && (
          <Section hint="">
            <Button onClick={() => go(() => call('unlockPerson', { params, body: {} }), words.unlocked)}>{words.unlock}</Button>
          </Section>
        )}
        {may('person.rights') && person.adminRole === null && (
          <Section hint="">
            <RightsBoxes value={rights} onChange={setRights} />
            <Button onClick={() => go(() => call('changeRights', { params, body: rights }), words.rightsSaved)}>{words.saveRights}</Button>
          </Section>
        )}
        {may('person.resetPassword') && (
          <Section hint={words.resetHint}>
            {person.secondFactor && (
              <Checkbox checked={alsoSecond} onChange={(event) => setAlsoSecond(event.target.checked)}>
                {words.resetSecond}
              </Checkbox>
            )}
            <Button onClick={() => go(async () => setGiven(await call('resetPassword', { params, body: { secondFactor: alsoSecond } })), '')}>
              {words.reset}
            </Button>
          </Section>
        )}
        {may('person.suspend') && person.state === 'active' && (
          <WithReason
            hint={words.suspendHint}
            go={words.suspend}
            onGo={(reason) => go(() => call('suspendPerson', { params, body: { reason } }), words.suspended)}
          />
        )}
        {may('person.resume') && person.state === 'suspended' && (
          <Section hint="">
            <Button onClick={() => go(() => call('resumePerson', { params, body: {} }), words.resumed)}>{words.resume}</Button>
          </Section>
        )}
        {organisation.may.includes('person.handOver') && person.state !== 'closed' && (
          <HandOver
            organisation={organisation}
            person={person}
            onGo={(to, reason) => go(() => call('handOver', { params, body: { to, reason } }), words.handedOver)}
          />
        )}
      </div>
    </Dialog>
  );
}

function HandOver({
  organisation,
  person,
  onGo,
}: {
  readonly organisation: OrganisationFile;
  readonly person: PersonOfOrganisation;
  readonly onGo: (to: string, reason: string) => void;
}) {
  const [to, setTo] = useState('');
  const heirs = organisation.people.filter((one) => one.state === 'active' && one.id !== person.id);
  if (heirs.length === 0) return <Section hint={words.handOverNone} />;
  return (
    <WithReason hint={words.handOverHint} go={words.handOver} danger missing={to === '' ? words.handOverChoose : ''} onGo={(reason) => onGo(to, reason)}>
      <Labelled label={words.handOverTo}>
        {(props) => (
          <select {...props} className="choice" value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">{words.handOverChoose}</option>
            {heirs.map((heir) => (
              <option key={heir.id} value={heir.id}>
                {heir.name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    </WithReason>
  );
}

/** An act that wants a reason, written beside it. */
function WithReason({
  hint,
  go,
  danger = false,
  missing = '',
  onGo,
  children,
}: {
  readonly hint: string;
  readonly go: string;
  readonly danger?: boolean;
  readonly missing?: string;
  readonly onGo: (reason: string) => void;
  readonly children?: ReactNode;
}) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const fault = !asked ? '' : missing !== '' ? missing : reason.trim() === '' ? words.reasonMissing : '';
  return (
    <Section hint={hint}>
      {children}
      <Labelled label={words.reason} fault={fault}>
        {(props) => <Input {...props} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Labelled>
      <Button
        danger={danger}
        onClick={() => {
          setAsked(true);
          if (missing === '' && reason.trim() !== '') onGo(reason.trim());
        }}
      >
        {go}
      </Button>
    </Section>
  );
}

function Section({ hint, children }: { readonly hint: string; readonly children?: ReactNode }) {
  return (
    <div className="person-act">
      {hint !== '' && <p className="soft small">{hint}</p>}
      {children}
    </div>
  );
}
