-- What the province settles while it prepares a call; at publishing it goes into the edition snapshot that the call pins.
-- Each change of the draft counts up: signatures belong to one text.
alter table call
  add column draft jsonb,
  add column draft_n integer not null default 1 check (draft_n > 0);

-- Who may sign at which level of an edition's sign-off: 经办, 处长, 分管领导.
create table call_signer (
  person text not null references auth."user" (id),
  level text not null,
  primary key (person, level)
);
grant select, insert, delete on call_signer to jiqun_app;

create table call_signature (
  call_id text not null references call (id),
  draft_n integer not null,
  level text not null,
  person text not null references auth."user" (id),
  at timestamptz(3) not null default jiqun_now(),
  primary key (call_id, draft_n, level),
  unique (call_id, draft_n, person)
);
select make_append_only('call_signature');

-- What the province decides about a published call, each with its reason. Where two persons are needed it is in force once the second has signed.
create table call_decision (
  id uuid primary key default gen_random_uuid(),
  call_id text not null references call (id),
  kind text not null check (kind in ('extend', 'supplement', 'cancel', 'finish')),
  -- Of an extension: for one zone, or for all.
  zone_id uuid references organisation (id),
  submit_by timestamptz(3),
  recommend_by timestamptz(3),
  paper_by timestamptz(3),
  -- Of a supplement: what it says, and what it makes of the edition.
  text text,
  values jsonb,
  before_digest text references edition_snapshot (digest),
  reason text not null check (reason <> ''),
  persons integer not null check (persons between 1 and 2),
  person text not null references auth."user" (id),
  at timestamptz(3) not null default jiqun_now(),
  check (kind <> 'extend' or coalesce(submit_by, recommend_by, paper_by) is not null),
  check ((kind = 'supplement') = (text is not null and values is not null))
);
create index call_decision_call on call_decision (call_id);
select make_append_only('call_decision');

create table call_decision_second (
  decision_id uuid primary key references call_decision (id),
  person text not null references auth."user" (id),
  at timestamptz(3) not null default jiqun_now(),
  -- Of a supplement: the snapshot that it made.
  after_digest text references edition_snapshot (digest)
);
select make_append_only('call_decision_second');

-- The deadlines of a call as they are in force for a zone (null: for everybody): the call's own, or the latest that an extension gave.
create function call_deadline(of_call text, of_zone uuid, which text) returns timestamptz language sql stable as $$
  select greatest(
    (select case which when 'submit' then c.submit_by when 'recommend' then c.recommend_by else c.paper_by end from public.call c where c.id = of_call),
    (select max(case which when 'submit' then d.submit_by when 'recommend' then d.recommend_by else d.paper_by end)
      from public.call_decision d
      where d.call_id = of_call and d.kind = 'extend' and (d.zone_id is null or d.zone_id = of_zone)
        and (d.persons = 1 or exists (select from public.call_decision_second s where s.decision_id = d.id))))
$$;

-- A filer has read what a supplement changes for its plan.
create table supplement_read (
  plan_id uuid not null references plan (id),
  decision_id uuid not null references call_decision (id),
  person text not null references auth."user" (id),
  at timestamptz(3) not null default jiqun_now(),
  primary key (plan_id, decision_id)
);
select make_append_only('supplement_read');

-- Documents of the call, for everybody. What is taken down is not lost.
create table call_document (
  id uuid primary key default gen_random_uuid(),
  call_id text not null references call (id),
  name text not null,
  digest text not null references document_file (digest),
  size integer not null check (size > 0),
  added_by text not null references auth."user" (id),
  added_at timestamptz(3) not null default jiqun_now(),
  removed_at timestamptz(3)
);
create index call_document_call on call_document (call_id);
grant select, insert, update on call_document to jiqun_app;

-- Asked by whoever is signed in; once answered, everybody reads it, without the asker's name.
create table call_question (
  id uuid primary key default gen_random_uuid(),
  call_id text not null references call (id),
  question text not null,
  asked_by text not null references auth."user" (id),
  organisation_id uuid not null references organisation (id),
  asked_at timestamptz(3) not null default jiqun_now(),
  answer text,
  answered_by text references auth."user" (id),
  answered_at timestamptz(3),
  check ((answer is null) = (answered_at is null))
);
create index call_question_call on call_question (call_id);
grant select, insert, update on call_question to jiqun_app;

-- The zone register: every state of every zone, the highest n is the one in force.
create table zone_register (
  zone uuid not null,
  n integer not null check (n > 0),
  content jsonb not null,
  -- Days: listed since, and until when.
  since text,
  until text,
  reason text not null,
  -- Null where the edition's own list was taken over.
  person text references auth."user" (id),
  at timestamptz(3) not null default jiqun_now(),
  primary key (zone, n)
);
create index zone_register_name on zone_register ((content ->> 'name'));
select make_append_only('zone_register');

-- Official lists as they were published: high-tech enterprises, technology SMEs, patents.
create table official_list (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('hiTech', 'techSme', 'patent')),
  as_of text not null,
  source text not null,
  file_name text not null,
  digest text not null,
  row_count integer not null check (row_count > 0),
  has_area boolean not null,
  person text not null references auth."user" (id),
  at timestamptz(3) not null default jiqun_now()
);
select make_append_only('official_list');

create table official_row (
  list_id uuid not null references official_list (id),
  n integer not null,
  -- Of a company, or of a patent's holder.
  name text not null,
  code text,
  -- Zone that it lies in, as the list has it.
  area text,
  -- Of a patent, without prefix and point.
  number text,
  primary key (list_id, n)
);
create index official_row_name on official_row (list_id, name);
create index official_row_number on official_row (list_id, number) where number is not null;
select make_append_only('official_row');
