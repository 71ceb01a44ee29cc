import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { callQuery, clockQuery, type Person } from '#web/api/queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { shell, titles } from '#web/messages/shell.ts';
import { BeijingTime } from './beijing-time.tsx';
import { Bell } from './bell.tsx';
import type { NavGroup } from './nav-items.ts';
import { NavItems } from './side-nav.tsx';
import { SignOut } from './sign-out.tsx';

/** Word mark, call, what kind of data this is, the server's time, who is signed in; on a phone the menu too. */
export function TopBar({ me, groups }: { readonly me: Person | null | undefined; readonly groups: readonly NavGroup[] }) {
  const { data: call } = useQuery(callQuery);
  const { data: clock } = useQuery(clockQuery);
  const [open, setOpen] = useState(false);
  return (
    <>
      <header className="top">
        <Link className="word-mark" to={me ? '/workbench' : '/'}>
          {shell.product} <span lang="en">{shell.productLatin}</span>
        </Link>
        {call && <span className="top-call">{call.title}</span>}
        {clock?.demo && <span className="tag tag-warn">{shell.demo}</span>}
        {clock?.rehearsal && <span className="tag tag-warn">{shell.rehearsal}</span>}
        <span className="top-space" />
        <div className="top-right">
          {clock && <BeijingTime />}
          {me === null && <PublicNav />}
          {me && (
            <>
              {!me.must && <Bell />}
              <Link className="who" to="/account" title={titles.account}>
                <Icon name="user" />
                <span className="desk-only">{me.organisation}</span> <b>{me.name}</b>
              </Link>
              <span className="desk-only">
                <SignOut me={me} />
              </span>
              <button type="button" className="button button-plain phone-only" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
                <Icon name={open ? 'cross' : 'list'} />
                {open ? shell.closeMenu : shell.menu}
              </button>
            </>
          )}
        </div>
      </header>
      {me && open && (
        <nav id="menu" className="menu-panel" aria-label={shell.mainNav}>
          <NavItems groups={groups} onGo={() => setOpen(false)} />
          <p>{me.organisation}</p>
          <SignOut me={me} />
        </nav>
      )}
    </>
  );
}

function PublicNav() {
  return (
    <nav aria-label={shell.publicNav} className="public-nav">
      <Link to="/" className="desk-only" activeOptions={{ exact: true, includeHash: false, includeSearch: false }}>
        {titles.home}
      </Link>
      <Link to="/guide">{titles.guide}</Link>
      <Link to="/verify">{titles.verify}</Link>
      <Link to="/" hash="sign-in" activeOptions={{ includeHash: true }} activeProps={{ 'aria-current': undefined }}>
        {shell.signIn}
      </Link>
    </nav>
  );
}
