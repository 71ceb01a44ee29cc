-- The documents frozen with a version beside its form (plan_version.pdf_digest): 试点方案 and 承诺书.
create table plan_version_document (
  plan_id uuid not null,
  n integer not null,
  kind text not null check (kind in ('plan', 'commitment')),
  digest text not null references document_file (digest),
  pages integer not null check (pages > 0),
  primary key (plan_id, n, kind),
  foreign key (plan_id, n) references plan_version (plan_id, n)
);
select make_append_only('plan_version_document');
