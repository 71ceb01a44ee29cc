-- Quotas are rows, not counts (model §4). A claim holds the quota's row, fills its slots up to the limit of the day, and takes the lowest free one.
create table quota (
  call_id text not null references call (id),
  kind text not null check (kind in ('recommendation')),
  -- Of a recommendation: the city's division code.
  scope text not null,
  primary key (call_id, kind, scope)
);
grant select, insert, update on quota to jiqun_app;

create table quota_slot (
  call_id text not null,
  kind text not null,
  scope text not null,
  n integer not null check (n > 0),
  -- What holds it now, a recommendation; null while it is free.
  holder uuid,
  primary key (call_id, kind, scope, n),
  foreign key (call_id, kind, scope) references quota (call_id, kind, scope)
);
create unique index quota_slot_holder on quota_slot (holder) where holder is not null;
grant select, insert, update on quota_slot to jiqun_app;

-- The city's check of one submitted version. It begins with the first note, signature or decision, and from then the zone cannot recall.
create table city_check (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null,
  n integer not null,
  state text not null check (state in ('open', 'passed', 'returned', 'notChosen')),
  opened_by text not null references auth."user" (id),
  opened_at timestamptz(3) not null default jiqun_now(),
  concluded_by text references auth."user" (id),
  concluded_at timestamptz(3),
  -- Of a return, or of a plan not chosen.
  reason text,
  unique (plan_id, n),
  foreign key (plan_id, n) references plan_version (plan_id, n),
  check ((state = 'open') = (concluded_at is null))
);
grant select, insert, update on city_check to jiqun_app;

-- 批注: what the city notes at a field while it checks, its own until it returns the plan; then each becomes a thread that the zone answers.
create table check_note (
  id uuid primary key default gen_random_uuid(),
  check_id uuid not null references city_check (id),
  document text not null,
  block text not null,
  -- Pointer inside the block; empty for the block itself.
  path text not null,
  body text not null check (body <> ''),
  by_person text not null references auth."user" (id),
  at timestamptz(3) not null default jiqun_now(),
  removed_at timestamptz(3),
  thread_id uuid references comment_thread (id)
);
create index check_note_check on check_note (check_id);
grant select, insert, update on check_note to jiqun_app;

-- The two opinions of the bureau (A19), each in the words of the template as they were signed.
create table city_opinion (
  plan_id uuid not null,
  n integer not null,
  kind text not null check (kind in ('plan', 'form')),
  statements jsonb not null,
  signed_by text not null references auth."user" (id),
  signed_at timestamptz(3) not null default jiqun_now(),
  primary key (plan_id, n, kind),
  foreign key (plan_id, n) references plan_version (plan_id, n)
);
select make_append_only('city_opinion');

create table recommendation (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null,
  -- The version that was recommended first; a mended one is confirmed.
  n integer not null,
  city_id uuid not null references organisation (id),
  state text not null check (state in ('active', 'withdrawn')),
  -- 文号 of the letter.
  document_number text not null check (document_number <> ''),
  letter_digest text not null references document_file (digest),
  letter_pages integer not null check (letter_pages > 0),
  made_by text not null references auth."user" (id),
  made_at timestamptz(3) not null,
  withdrawn_by text references auth."user" (id),
  withdrawn_at timestamptz(3),
  reason text,
  foreign key (plan_id, n) references plan_version (plan_id, n),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create unique index recommendation_one_live on recommendation (plan_id) where state = 'active';
create index recommendation_city on recommendation (city_id);
grant select, insert, update on recommendation to jiqun_app;

-- A mended version that the city stands by (R43), with the letter where the mending made a new one.
create table recommendation_confirmation (
  recommendation_id uuid not null references recommendation (id),
  n integer not null,
  letter_digest text not null references document_file (digest),
  letter_pages integer not null check (letter_pages > 0),
  confirmed_by text not null references auth."user" (id),
  confirmed_at timestamptz(3) not null,
  primary key (recommendation_id, n)
);
select make_append_only('recommendation_confirmation');
