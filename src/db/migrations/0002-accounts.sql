-- Tables of better-auth 1.7 with user names and rate limits in the database, in a schema of their own and under its own column names.
create schema auth;
grant usage on schema auth to jiqun_app;

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  username text unique,
  "displayUsername" text
);

create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade
);
create index session_of_user on auth.session ("userId");

create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index account_of_user on auth.account ("userId");

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier on auth.verification (identifier);

create table auth."rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

grant select, insert, update, delete on all tables in schema auth to jiqun_app;

create table organisation (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('province', 'intake', 'city', 'zone', 'local', 'company', 'expert', 'auditor', 'admin')),
  -- For a zone: its name in the edition's register.
  name text not null,
  -- Division code of the prefecture it belongs to; of a city bureau, its own.
  city_code text,
  -- Unified social credit code.
  uscc text,
  unique (kind, name)
);
create unique index organisation_uscc on organisation (uscc) where uscc is not null;
grant select, insert, update on organisation to jiqun_app;

-- A person's place in an organisation. Reading comes with it; writing and submitting are given one by one.
create table membership (
  user_id text not null references auth."user" (id),
  organisation_id uuid not null references organisation (id),
  can_write boolean not null default false,
  can_submit boolean not null default false,
  primary key (user_id, organisation_id)
);
grant select, insert, update, delete on membership to jiqun_app;
