-- Papers drawn ahead are found by the text that they print, without drawing anything, and go where filed papers are without leaving the
-- database. What is there is a cache: the papers begin anew.
drop table rendered_paper;
create table rendered_paper (
  -- SM3 of everything that decides the bytes of all papers of one filing.
  text_digest text not null check (text_digest ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('form', 'plan', 'commitment')),
  bytes bytea not null,
  -- SM3 of the bytes, under which they are filed.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- SHA-256 of the bytes as they were put here, which the database itself can compute: looked at again before they are used.
  seal bytea not null,
  pages integer not null check (pages > 0),
  drawn_at timestamptz(3) not null default clock_timestamp(),
  primary key (text_digest, kind)
);
create index on rendered_paper (drawn_at);
grant select, insert, delete on rendered_paper to jiqun_app;

-- PDFs and pictures are compressed already: trying once more costs time and gains nothing.
alter table rendered_paper alter column bytes set storage external;
alter table document_file alter column bytes set storage external;
-- A frozen text is written once and while other filings wait: the room that packing it would spare is small.
alter table plan_version alter column content set storage external;
