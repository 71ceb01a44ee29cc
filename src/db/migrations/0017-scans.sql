-- A scan of the printed and sealed papers of one version: files in order, read page by page by a job.
create table sealed_scan (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null,
  n integer not null,
  state text not null check (state in ('gathering', 'reading', 'read', 'failed', 'removed')),
  -- judgeScan's answer, once it was read.
  verdict jsonb,
  -- Why reading failed, as a refusal's code and detail.
  failure jsonb,
  made_by text not null references auth."user" (id),
  made_at timestamptz(3) not null default jiqun_now(),
  read_at timestamptz(3),
  foreign key (plan_id, n) references plan_version (plan_id, n),
  check ((state = 'read') <= (verdict is not null))
);
create index sealed_scan_version on sealed_scan (plan_id, n);
grant select, insert, update on sealed_scan to jiqun_app;

create table sealed_scan_file (
  scan_id uuid not null references sealed_scan (id),
  position integer not null check (position > 0),
  digest text not null references document_file (digest),
  name text not null,
  -- Known once it was read.
  pages integer,
  primary key (scan_id, position)
);
grant select, insert, update, delete on sealed_scan_file to jiqun_app;
