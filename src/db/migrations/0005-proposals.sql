-- A proposal (项目申报书) belongs to a project. Its applicant's organisation writes it; without one the zone does.
-- Locked is not stored: it follows from the plan's state.
alter table project
  add column owner_id uuid references organisation (id),
  add column state text not null default 'drafting' check (state in ('drafting', 'atZone', 'taken'));
create index project_owner on project (owner_id) where owner_id is not null;
