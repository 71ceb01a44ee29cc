import '#web/fields/fields.css';
import './home.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { callQuery, clockQuery, editionQuery, type Call } from '#web/api/queries.ts';
import { useServerNow } from '#web/api/server-clock.ts';
import { Clause } from '#web/components/clause.tsx';
import { Icon } from '#web/components/icon.tsx';
import { Loading } from '#web/components/loading.tsx';
import { dateText, secondTime } from '#web/messages/formats.ts';
import { home, wanYuan } from '#web/messages/home.ts';
import { auditTitles } from '#web/messages/audit-titles.ts';
import { signIn, titles } from '#web/messages/shell.ts';
import { enterAs, useMe } from '#web/shell/session.ts';
import { SignInForm } from '#web/shell/sign-in-form.tsx';
import { CallNotices } from './call-notices.tsx';
import { Deadline } from './deadline.tsx';
import { Steps } from './steps.tsx';
import { WhoMayFile } from './who-may-file.tsx';

/** The public page of the open call, and where everybody signs in. */
export function HomePage() {
  const { data: call, error } = useQuery(callQuery);
  return (
    <div className="public home">
      <div className="home-columns">
        <div>
          {call === undefined && <Loading error={error} />}
          {call === null && (
            <>
              <h1 className="home-title">{home.noCallTitle}</h1>
              <p className="home-lead">{home.noCall}</p>
            </>
          )}
          {call && <OpenCall call={call} />}
        </div>
        <aside className="stack">
          <SignInPanel />
          <Aside />
        </aside>
      </div>
      {call && <WholeWay call={call} />}
    </div>
  );
}

/** What takes the whole width below. */
function WholeWay({ call }: { readonly call: Call }) {
  const { data: edition } = useQuery(editionQuery(call.edition));
  return (
    <>
      <Steps call={call} edition={edition} />
      <CallNotices />
    </>
  );
}

function OpenCall({ call }: { readonly call: Call }) {
  const { data: edition } = useQuery(editionQuery(call.edition));
  const open = useServerNow(60_000) < Date.parse(call.submitBy);
  const oneDeadline = call.submitBy === call.recommendBy;
  return (
    <>
      <div className="row">
        <span className={`tag ${open ? 'tag-go' : ''}`}>
          <Icon name="clock" size={14} />
          {open ? home.open : home.closed}
        </span>
        {edition && <span className="small soft">{home.published(edition.guide.issuer, dateText(call.published))}</span>}
      </div>
      <h1 className="home-title">{call.title}</h1>
      {edition && <p className="home-lead">{home.lead(edition.parameters.minProjects, wanYuan(edition.parameters.provinceCapFen))}</p>}
      <div className="deadlines">
        {oneDeadline ? (
          <Deadline title={home.filedBy} until={call.submitBy} note={home.filedByNote} />
        ) : (
          <>
            <Deadline title={home.submitBy} until={call.submitBy} note={home.submitBy} />
            <Deadline title={home.recommendBy} until={call.recommendBy} note={home.recommendBy} />
          </>
        )}
        <Deadline title={home.paperBy} until={call.paperBy} note={home.paperByNote} />
      </div>
      <ServerTime edition={edition} />
      {edition && <WhoMayFile edition={edition} />}
    </>
  );
}

function ServerTime({ edition }: { readonly edition: Edition | undefined }) {
  const now = useServerNow(1000);
  const rule = edition?.rules.find((each) => each.checks.some((check) => check.kind === 'deadline'));
  return (
    <p className="tiny faint">
      {home.byServer(secondTime(now))} {rule && <Clause edition={edition} clause={rule.clause} rule={rule.id} />}
    </p>
  );
}

function SignInPanel() {
  const me = useMe();
  const { next } = useSearch({ from: '/' });
  const navigate = useNavigate();
  const asked = useRouterState({ select: (state) => state.location.hash === 'sign-in' });
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!asked && next === undefined) return;
    panel.current?.scrollIntoView({ block: 'center' });
    panel.current?.querySelector('input')?.focus();
  }, [asked, next, me]);

  return (
    <section ref={panel} id="sign-in" className="card sign-in" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">{me ? signIn.signedInAs : signIn.title}</h2>
      {me ? (
        <>
          <p className="soft">
            {me.organisation} {me.name}
          </p>
          <Link className="button button-primary" to="/workbench">
            {signIn.open}
          </Link>
        </>
      ) : (
        <SignInForm
          onSignedIn={(person) => {
            enterAs(person);
            void navigate({ to: next ?? '/workbench' });
          }}
        />
      )}
    </section>
  );
}

function Aside() {
  const { data: clock } = useQuery(clockQuery);
  return (
    <>
      {clock?.demo && (
        <div className="small">
          <h2 className="aside-title">{home.demoTitle}</h2>
          <p className="soft">{home.demoBody}</p>
        </div>
      )}
      <div className="small">
        <h2 className="aside-title">{home.guideTitle}</h2>
        <p className="soft">
          {home.guideBody}
          <Link to="/guide">{home.guideLink}</Link>
        </p>
      </div>
      <div className="small">
        <h2 className="aside-title">{home.paperTitle}</h2>
        <p className="soft">
          {home.paperBody}
          <Link to="/verify">{titles.verify}</Link>
          {home.headsBody}
          <Link to="/heads">{auditTitles.heads}</Link>
        </p>
      </div>
      <div className="small">
        <h2 className="aside-title">{home.accountTitle}</h2>
        <p className="soft">
          {home.accountBody}
          <Link to="/join">{home.accountLink}</Link>
        </p>
      </div>
    </>
  );
}
