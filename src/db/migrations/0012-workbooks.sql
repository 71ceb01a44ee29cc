-- One row of a table, asked from the enterprise that it is about: by a link, or by a small workbook. Whoever has the token may answer.
create table row_request (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references plan (id),
  block text not null,
  field text not null,
  -- The row's name in the table: the enterprise's.
  row_name text not null,
  token text not null unique,
  state text not null check (state in ('open', 'answered', 'accepted', 'cancelled')),
  -- The row as it stood when it was asked for.
  asked_row jsonb not null,
  answer jsonb,
  -- How the answer came, and from whom, as they wrote it.
  way text check (way in ('link', 'workbook')),
  answered_by text,
  answered_at timestamptz(3),
  -- Why the zone asks again.
  reason text,
  asked_by text not null references auth."user" (id),
  asked_at timestamptz(3) not null default jiqun_now(),
  check ((state in ('answered', 'accepted')) <= (answer is not null))
);
create unique index row_request_one_live on row_request (plan_id, block, field, row_name) where state in ('open', 'answered');
create index row_request_of_plan on row_request (plan_id, block, field);
grant select, insert, update on row_request to jiqun_app;
