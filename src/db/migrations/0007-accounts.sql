-- Organisations have a life, a keeper who activated them, and a history of names.
alter table organisation drop constraint organisation_kind_check;
alter table organisation add constraint organisation_kind_check
  check (kind in ('province', 'intake', 'city', 'zone', 'local', 'company', 'institute', 'expert', 'auditor', 'admin'));
alter table organisation
  add column state text not null default 'active' check (state in ('requested', 'active', 'suspended', 'closed')),
  -- Who activated it, and answers for its accounts; null for the province.
  add column keeper_id uuid references organisation (id),
  -- Where its people and papers went when it was merged.
  add column merged_into uuid references organisation (id),
  add column created_at timestamptz(3) not null default jiqun_now();
alter table organisation add check (merged_into is null or state = 'closed');
create index organisation_keeper on organisation (keeper_id) where keeper_id is not null;

-- A closed organisation, or a refused request, stands in nobody's way.
alter table organisation drop constraint organisation_kind_name_key;
create unique index organisation_kind_name on organisation (kind, name) where state <> 'closed';
drop index organisation_uscc;
create unique index organisation_uscc on organisation (uscc) where uscc is not null and state <> 'closed';

-- Every name and level that an organisation ever had; the newest row is in force.
create table organisation_name (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references organisation (id),
  name text not null,
  -- 级别, of a zone.
  level text,
  reason text,
  since timestamptz(3) not null default jiqun_now()
);
create index organisation_name_of on organisation_name (organisation_id, id desc);
select make_append_only('organisation_name');
insert into organisation_name (organisation_id, name) select id, name from organisation;

-- Nobody forgets to write the first name down.
create function keep_organisation_name() returns trigger language plpgsql as $$
begin
  insert into public.organisation_name (organisation_id, name) values (new.id, new.name);
  return null;
end $$;
create trigger keep_first_name after insert on organisation for each row execute function keep_organisation_name();

-- How the keeper reaches whoever asked for a place; gone once it is decided. The telephone number is sealed.
create table organisation_contact (
  organisation_id uuid primary key references organisation (id),
  name text not null,
  phone text not null
);
grant select, insert, update, delete on organisation_contact to jiqun_app;

-- A person's account. Tries with wrong passwords are counted elsewhere, for names that nobody has too.
create table person (
  user_id text primary key references auth."user" (id),
  state text not null default 'active' check (state in ('active', 'suspended', 'closed')),
  -- The password was made by somebody else: nothing can be done before it is changed.
  must_change boolean not null default false,
  created_at timestamptz(3) not null default jiqun_now()
);
grant select, insert, update on person to jiqun_app;
insert into person (user_id) select id from auth."user";

alter table membership
  add column can_manage boolean not null default false,
  -- Of an administrator: one of three tasks that no person may combine.
  add column admin_role text check (admin_role in ('system', 'security', 'audit')),
  add column since timestamptz(3) not null default jiqun_now();
update membership set can_manage = can_submit;
alter table membership add constraint administrators_have_no_content
  check (admin_role is null or not (can_write or can_submit or can_manage));
-- Whoever administers one thing administers nothing else, wherever else they have a place.
create unique index one_admin_role on membership (user_id) where admin_role is not null;

-- Second factor, in the tables and columns of better-auth's twoFactor.
alter table auth."user" add column "twoFactorEnabled" boolean default false;
create table auth."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index two_factor_of_user on auth."twoFactor" ("userId");
grant select, insert, update, delete on auth."twoFactor" to jiqun_app;

-- A one-time code works once: its digest is kept while the code could be shown again.
create table used_code (
  user_id text not null references auth."user" (id),
  digest text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (user_id, digest)
);
grant select, insert, update, delete on used_code to jiqun_app;
