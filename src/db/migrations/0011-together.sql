-- Who is in which block now: rows older than a few heartbeats mean nothing. A crash of the database may forget it.
create unlogged table presence (
  person text not null references auth."user" (id),
  tab text not null,
  organisation_id uuid not null references organisation (id),
  plan_id uuid not null references plan (id),
  -- form, commitment, outline or a project's id.
  document text not null,
  block text not null,
  at timestamptz(3) not null default jiqun_now(),
  primary key (person, tab)
);
create index presence_document on presence (plan_id, document);
grant select, insert, update, delete on presence to jiqun_app;

-- A thread of comments (批注) on a place of a living document. `path`: the pointer inside the block, empty for the block itself.
create table comment_thread (
  id uuid primary key default gen_random_uuid(),
  -- Lists are paged by it.
  seq bigint generated always as identity unique,
  plan_id uuid not null references plan (id),
  document text not null,
  block text not null,
  path text not null,
  state text not null check (state in ('open', 'resolved')),
  -- 内部: only this organisation's people learn of it; null for everybody who works on the document.
  internal_to uuid references organisation (id),
  made_at timestamptz(3) not null default jiqun_now()
);
create index comment_thread_document on comment_thread (plan_id, document, seq desc);
create index comment_thread_open on comment_thread (plan_id, document, block, path) where state = 'open';
grant select, insert, update on comment_thread to jiqun_app;

-- What was said in a thread, and its resolving and reopening, for ever.
create table comment_entry (
  id bigint generated always as identity primary key,
  thread_id uuid not null references comment_thread (id),
  kind text not null check (kind in ('comment', 'answer', 'resolve', 'reopen')),
  body text not null,
  by_person text not null references auth."user" (id),
  organisation_id uuid not null references organisation (id),
  at timestamptz(3) not null default jiqun_now(),
  check ((kind in ('comment', 'answer')) <= (body <> ''))
);
create index comment_entry_thread on comment_entry (thread_id, id);
select make_append_only('comment_entry');

-- Something given to one person to do (交办), at a place of a document.
create table task (
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity unique,
  plan_id uuid not null references plan (id),
  document text not null,
  block text not null,
  path text not null,
  title text not null check (title <> ''),
  due timestamptz(3),
  given_by text not null references auth."user" (id),
  to_person text not null references auth."user" (id),
  state text not null check (state in ('open', 'done')),
  made_at timestamptz(3) not null default jiqun_now(),
  done_at timestamptz(3),
  check ((state = 'done') = (done_at is not null))
);
create index task_to on task (to_person, seq desc);
create index task_by on task (given_by, seq desc);
grant select, insert, update on task to jiqun_app;
