-- A zone's solicitation (征集) under a call. Terms are frozen when it is published; one at a time is not closed.
create table solicitation (
  id uuid primary key default gen_random_uuid(),
  call_id text not null references call (id),
  zone_id uuid not null references organisation (id),
  number text unique,
  state text not null check (state in ('draft', 'published', 'closed')),
  terms jsonb not null,
  published_at timestamptz(3),
  closed_at timestamptz(3),
  created_at timestamptz(3) not null default jiqun_now(),
  check ((state = 'draft') = (number is null)),
  check ((state = 'draft') = (published_at is null))
);
create unique index solicitation_one_open on solicitation (call_id, zone_id) where state <> 'closed';
grant select, insert, update on solicitation to jiqun_app;

create function freeze_terms() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' or (new.terms = old.terms and new.number = old.number and new.published_at = old.published_at) then
    return new;
  end if;
  raise exception 'published terms are frozen' using errcode = 'JQ001';
end $$;
create trigger frozen_terms before update on solicitation for each row execute function freeze_terms();

-- What a company answers. Until an invitation is taken up only the invited name stands. `inside`: registered in the zone's area.
create table answer (
  id uuid primary key default gen_random_uuid(),
  solicitation_id uuid not null references solicitation (id),
  company_id uuid references organisation (id),
  company_name text not null,
  company_code text,
  state text not null check (state in ('invited', 'offered', 'accepted', 'declined', 'withdrawn')),
  title text not null default '',
  summary text not null default '',
  asked bigint check (asked >= 0),
  inside boolean,
  reason text,
  -- Goes into an invitation's link; taken away when the invitation is taken up, so that it works once.
  token text unique,
  project_id uuid unique references project (id),
  invited_at timestamptz(3),
  offered_at timestamptz(3),
  decided_at timestamptz(3),
  made_at timestamptz(3) not null default jiqun_now(),
  check (company_id is not null or state = 'invited'),
  check ((state = 'accepted') <= (project_id is not null))
);
create unique index answer_one_live on answer (solicitation_id, company_id) where state in ('invited', 'offered', 'accepted');
create index answer_company on answer (company_id) where company_id is not null;
grant select, insert, update on answer to jiqun_app;

-- Everything that happened to an answer, for ever.
create table answer_event (
  answer_id uuid not null references answer (id),
  n integer not null,
  event text not null check (event in ('invite', 'take', 'offer', 'accept', 'decline', 'withdraw')),
  content jsonb not null,
  by_person text not null references auth."user" (id),
  at timestamptz(3) not null default jiqun_now(),
  primary key (answer_id, n)
);
select make_append_only('answer_event');

-- Organisations that write their own parts of a proposal.
create table project_partner (
  project_id uuid not null references project (id),
  organisation_id uuid not null references organisation (id),
  invited_at timestamptz(3) not null default jiqun_now(),
  confirmed_at timestamptz(3),
  primary key (project_id, organisation_id)
);
create index project_partner_organisation on project_partner (organisation_id);
grant select, insert, update, delete on project_partner to jiqun_app;

-- A proposal as its owner submitted it.
create table proposal_version (
  project_id uuid not null references project (id),
  n integer not null check (n > 0),
  content jsonb not null,
  edition_digest text not null references edition_snapshot (digest),
  content_digest text not null check (content_digest ~ '^[0-9a-f]{64}$'),
  filed_at timestamptz(3) not null,
  filed_by text not null references auth."user" (id),
  primary key (project_id, n)
);
select make_append_only('proposal_version');

-- What the zone did with a version, and what the owner took back.
create table proposal_review (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null,
  version integer not null,
  event text not null check (event in ('return', 'take', 'recall')),
  reason text,
  -- Pointers within the proposal.
  fields jsonb not null,
  by_person text not null references auth."user" (id),
  at timestamptz(3) not null default jiqun_now(),
  foreign key (project_id, version) references proposal_version (project_id, n)
);
create index proposal_review_project on proposal_review (project_id, at desc);
select make_append_only('proposal_review');

-- The opinion of the authority where an outside applicant lies, of one version (G3.5). Live: asked or given; the newest row counts.
create table local_recommendation (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null,
  version integer not null,
  authority_id uuid not null references organisation (id),
  state text not null check (state in ('asked', 'given', 'declined', 'stale')),
  opinion text,
  asked_at timestamptz(3) not null,
  answered_at timestamptz(3),
  foreign key (project_id, version) references proposal_version (project_id, n)
);
create unique index local_recommendation_one_live on local_recommendation (project_id) where state in ('asked', 'given');
create index local_recommendation_authority on local_recommendation (authority_id);
grant select, insert, update on local_recommendation to jiqun_app;

create table local_recommendation_event (
  recommendation_id uuid not null references local_recommendation (id),
  n integer not null,
  event text not null check (event in ('ask', 'give', 'decline', 'stale')),
  opinion text,
  -- Null where the product itself did it.
  by_person text references auth."user" (id),
  at timestamptz(3) not null default jiqun_now(),
  primary key (recommendation_id, n)
);
select make_append_only('local_recommendation_event');

-- Which version of which project a frozen plan holds; null where the zone filled the proposal in itself.
create table plan_version_project (
  plan_id uuid not null,
  plan_version integer not null,
  position integer not null,
  project_id uuid not null references project (id),
  proposal_version integer,
  primary key (plan_id, plan_version, position),
  unique (plan_id, plan_version, project_id),
  foreign key (plan_id, plan_version) references plan_version (plan_id, n),
  foreign key (project_id, proposal_version) references proposal_version (project_id, n)
);
select make_append_only('plan_version_project');
