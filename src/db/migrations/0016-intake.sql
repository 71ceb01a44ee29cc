-- 受理: one per plan that a city has recommended. The number (SL2022-0123) comes with the first paper.
create table intake (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null unique references plan (id),
  state text not null check (state in ('awaitingPaper', 'checking', 'mending', 'admitted', 'refused')),
  number text unique,
  begun_at timestamptz(3) not null default jiqun_now(),
  check (state in ('awaitingPaper', 'refused') or number is not null)
);
grant select, insert, update on intake to jiqun_app;

-- 补正: what must be mended until when; the highest round is the one in force.
create table mending (
  intake_id uuid not null references intake (id),
  round integer not null check (round > 0),
  -- The version that is to be mended.
  n integer not null,
  deadline timestamptz(3) not null,
  reason text not null check (reason <> ''),
  -- [{ document, block, text }]: the blocks that may change, and what is wrong there. Empty where only paper is missing.
  parts jsonb not null,
  -- ['plan', 'form', 'letter', 'scan' …]: what is wrong with the paper.
  paper jsonb not null,
  asked_by text not null references auth."user" (id),
  asked_at timestamptz(3) not null default jiqun_now(),
  primary key (intake_id, round)
);
select make_append_only('mending');

-- 签收: paper that was handed in, stamped by the database's clock.
create table paper_receipt (
  intake_id uuid not null references intake (id),
  n integer not null check (n > 0),
  -- The version whose code the paper carries.
  plan_version integer not null,
  stamped_at timestamptz(3) not null,
  clerk text not null references auth."user" (id),
  -- { plan, form, letter }: copies handed in with this receipt.
  counts jsonb not null,
  handed_in_by text not null,
  courier text,
  tracking text,
  remark text not null,
  -- The printed receipt.
  digest text not null references document_file (digest),
  audit_seq bigint not null,
  audit_hash text not null,
  primary key (intake_id, n)
);
create index paper_receipt_day on paper_receipt (stamped_at);
select make_append_only('paper_receipt');

-- Paper that was not taken, on record.
create table paper_refusal (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid references plan (id),
  -- What was scanned or typed.
  code text not null,
  cause text not null check (cause in ('late', 'superseded', 'unknown', 'notRecommended', 'other')),
  at timestamptz(3) not null,
  clerk text not null references auth."user" (id),
  handed_in_by text not null,
  courier text,
  tracking text,
  remark text not null
);
create index paper_refusal_day on paper_refusal (at);
select make_append_only('paper_refusal');

-- What was scanned at the desk, and what it was.
create table desk_lookup (
  id bigint generated always as identity primary key,
  code text not null,
  status text not null check (status in ('valid', 'superseded', 'unknown', 'notRecommended')),
  plan_id uuid references plan (id),
  plan_version integer,
  -- Paper and page that the code stands on.
  paper text,
  page integer,
  clerk text not null references auth."user" (id),
  at timestamptz(3) not null default jiqun_now()
);
select make_append_only('desk_lookup');

-- What a person found out about a human item of the formal check; the newest counts. Automatic items are answered from the file itself.
create table formal_item (
  id bigint generated always as identity primary key,
  intake_id uuid not null references intake (id),
  plan_version integer not null,
  item text not null,
  result text not null check (result in ('met', 'broken', 'open')),
  note text not null,
  clerk text not null references auth."user" (id),
  at timestamptz(3) not null default jiqun_now(),
  check (result <> 'broken' or note <> '')
);
create index formal_item_intake on formal_item (intake_id, id);
select make_append_only('formal_item');

-- 受理、不予受理、剔除项目: proposed by a clerk, in force once an officer has agreed.
create table intake_result (
  id uuid primary key default gen_random_uuid(),
  intake_id uuid not null references intake (id),
  plan_version integer not null,
  kind text not null check (kind in ('admit', 'refuse', 'strike')),
  project_id uuid references project (id),
  reason text not null,
  -- What the formal check said when it was proposed.
  items jsonb not null,
  proposed_by text not null references auth."user" (id),
  proposed_at timestamptz(3) not null default jiqun_now(),
  decision text check (decision in ('agreed', 'sentBack')),
  decided_by text references auth."user" (id),
  decided_at timestamptz(3),
  decision_reason text,
  check ((decision is null) = (decided_at is null)),
  check ((kind = 'strike') = (project_id is not null)),
  check (kind = 'admit' or reason <> ''),
  check (decided_by <> proposed_by)
);
create unique index intake_result_one_open on intake_result (intake_id) where decision is null;
grant select, insert, update on intake_result to jiqun_app;
