-- A scan of the printed and sealed papers of one version: files in order, read page by page by a job. The living one is the newest.
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
  check ((state = 'read') <= (verdict is not null)),
  check ((state = 'failed') <= (failure is not null))
);
create unique index sealed_scan_one_live on sealed_scan (plan_id, n) where state <> 'removed';
grant select, insert, update on sealed_scan to jiqun_app;

create table sealed_scan_file (
  id uuid primary key default gen_random_uuid(),
  scan_id uuid not null references sealed_scan (id),
  position integer not null check (position > 0),
  digest text not null references document_file (digest),
  media_type text not null,
  name text not null,
  size integer not null,
  -- [{ codes, blank }] for each of its pages, once it was read.
  reading jsonb,
  -- A page photographed by itself afterwards: in the place of a page of another file, or where one was missing.
  loose boolean not null,
  instead_of uuid references sealed_scan_file (id) on delete cascade,
  instead_of_page integer,
  check ((instead_of is null) = (instead_of_page is null)),
  check (loose or instead_of is null),
  -- Judged at the end of a statement, so that a new order is one statement.
  unique (scan_id, position) deferrable
);
grant select, insert, update, delete on sealed_scan_file to jiqun_app;

-- 人工指认: which filed page a scanned one shows, said by a person where no code can be read.
create table sealed_scan_told (
  file_id uuid not null references sealed_scan_file (id) on delete cascade,
  page integer not null check (page > 0),
  kind text not null check (kind in ('letter', 'form', 'plan', 'commitment')),
  filed_page integer not null check (filed_page > 0),
  told_by text not null references auth."user" (id),
  told_at timestamptz(3) not null default jiqun_now(),
  primary key (file_id, page)
);
grant select, insert, update, delete on sealed_scan_told to jiqun_app;
