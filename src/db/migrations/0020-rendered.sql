-- Papers drawn ahead of a submission, by the digest of everything that decides their bytes. A cache: whatever is missing is drawn again,
-- so that rows may go at any time.
create table rendered_paper (
  drawing text primary key check (drawing ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  -- SM3 of the bytes, looked at again before they are used.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  pages integer not null check (pages > 0),
  drawn_at timestamptz(3) not null default clock_timestamp()
);
create index on rendered_paper (drawn_at);
grant select, insert, delete on rendered_paper to jiqun_app;
