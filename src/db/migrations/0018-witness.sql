-- The audit chain's head as it was made public, once a day: whoever copies it is a witness against a rewritten chain.
create table published_head (
  -- Of Asia/Shanghai.
  day text primary key check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  seq bigint not null check (seq >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  published_at timestamptz(3) not null default jiqun_now()
);
select make_append_only('published_head');

-- The auditor's search: by person, by day.
create index audit_entry_actor on audit_entry (actor, id);
create index audit_entry_at on audit_entry (at);
