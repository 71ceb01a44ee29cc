-- Everything that a file was judged by, kept under the SM3 of its canonical JSON.
create table edition_snapshot (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  id text not null,
  content jsonb not null,
  taken_at timestamptz(3) not null default jiqun_now()
);
select make_append_only('edition_snapshot');

create table call (
  id text primary key,
  title text not null,
  year integer not null,
  edition_digest text not null references edition_snapshot (digest),
  state text not null check (state in ('draft', 'published', 'cancelled', 'finished')),
  published timestamptz(3) not null,
  submit_by timestamptz(3) not null,
  recommend_by timestamptz(3) not null,
  paper_by timestamptz(3) not null
);
grant select, insert, update on call to jiqun_app;

create table plan (
  id uuid primary key default gen_random_uuid(),
  number text not null unique,
  call_id text not null references call (id),
  zone_id uuid not null references organisation (id),
  city_id uuid not null references organisation (id),
  state text not null check (state in ('drafting', 'atCity', 'atProvince', 'mending', 'admitted', 'supported', 'ended')),
  created_at timestamptz(3) not null default jiqun_now()
);
create unique index plan_one_live on plan (call_id, zone_id) where state <> 'ended';
create index plan_city on plan (city_id);
grant select, insert, update on plan to jiqun_app;

create table project (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references plan (id),
  number text not null unique,
  position integer not null,
  removed_at timestamptz(3),
  unique (plan_id, position)
);
grant select, insert, update on project to jiqun_app;

-- A block as it stands. `document` is form, commitment, outline or a project's id.
create table block (
  plan_id uuid not null references plan (id),
  document text not null,
  block text not null,
  version integer not null check (version > 0),
  answers jsonb not null,
  saved_at timestamptz(3) not null,
  saved_by text not null references auth."user" (id),
  primary key (plan_id, document, block)
);
grant select, insert, update on block to jiqun_app;

-- Every save of every block, for ever.
create table block_history (
  plan_id uuid not null references plan (id),
  document text not null,
  block text not null,
  version integer not null check (version > 0),
  answers jsonb not null,
  saved_at timestamptz(3) not null,
  saved_by text not null references auth."user" (id),
  primary key (plan_id, document, block, version)
);
select make_append_only('block_history');

-- `path` is the pointer of the field that the file proves.
create table attachment (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references plan (id),
  path text not null,
  name text not null,
  unique (plan_id, path, name)
);
grant select, insert, delete on attachment to jiqun_app;

-- Bytes under their own SM3.
create table document_file (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes bytea not null
);
select make_append_only('document_file');

-- A frozen filing. Which one is in force is never stored: it is the highest n of a plan that is not being drafted.
create table plan_version (
  plan_id uuid not null references plan (id),
  n integer not null check (n > 0),
  content jsonb not null,
  edition_digest text not null references edition_snapshot (digest),
  content_digest text not null check (content_digest ~ '^[0-9a-f]{64}$'),
  pdf_digest text not null references document_file (digest),
  pages integer not null check (pages > 0),
  filed_at timestamptz(3) not null,
  filed_by text not null references auth."user" (id),
  receipt_number text not null unique,
  primary key (plan_id, n)
);
create index plan_version_digest on plan_version (content_digest);
select make_append_only('plan_version');

create table receipt (
  number text primary key,
  plan_id uuid not null,
  version integer not null,
  arrived_at timestamptz(3) not null,
  -- Head of the audit chain as printed on the receipt: whoever holds it can show that the log was shortened later.
  audit_seq bigint not null,
  audit_hash text not null check (audit_hash ~ '^[0-9a-f]{64}$'),
  foreign key (plan_id, version) references plan_version (plan_id, n)
);
select make_append_only('receipt');

-- One key, one effect, one reply: the reply of a command, kept with the digest of the body that it answered.
create table command_key (
  key text not null,
  actor text not null,
  route text not null,
  body_digest text not null,
  reply jsonb not null,
  at timestamptz(3) not null default jiqun_now(),
  primary key (actor, key)
);
select make_append_only('command_key');
