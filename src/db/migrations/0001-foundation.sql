-- Role of the running product: reads and writes what the grants of each migration name, and cannot change what is append-only.
-- Migrations run as the owner; every connection of the product starts as jiqun_app. Roles belong to the whole cluster, so that
-- another database may have made it already, or may be making it at this moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'jiqun_app') then
    create role jiqun_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

-- The owner must be able to become it, whoever made it; from PostgreSQL 16 on making it is not enough for that.
do $$
begin
  set role jiqun_app;
  reset role;
exception when insufficient_privilege then
  execute format('grant jiqun_app to %I', session_user);
end $$;

grant usage on schema public to jiqun_app;

-- Trigger of frozen and append-only tables. Even the owner must switch it off first, which the audit chain then shows.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'JQ001';
end $$;

create function make_append_only(target regclass) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', target);
  execute format('create trigger append_only_whole before truncate on %s for each statement execute function refuse_change()', target);
  execute format('grant select, insert on %s to jiqun_app', target);
end $$;

-- Present in rehearsal mode only, written by the owner only: how far the product's clock is from the database's.
create table rehearsal_clock (
  single boolean primary key default true check (single),
  ahead interval not null
);
grant select on rehearsal_clock to jiqun_app;

-- Present where the data is for demonstration only: every page and paper then says so.
create table demo_mark (
  single boolean primary key default true check (single),
  made_at timestamptz not null default clock_timestamp()
);
grant select on demo_mark to jiqun_app;

-- The instant that decides deadlines, in whole milliseconds. Moves within a transaction.
create function jiqun_now() returns timestamptz language sql volatile as $$
  select date_trunc('milliseconds', clock_timestamp() + coalesce((select ahead from public.rehearsal_clock), interval '0'))
$$;

-- Numbers people read: JQ2022-0001. Without gaps, never reused; the row lock is held until the transaction ends.
create table counter (
  series text primary key,
  last integer not null check (last > 0)
);
grant select, insert, update on counter to jiqun_app;

create function next_number(of_series text, digits integer) returns text language sql volatile as $$
  insert into public.counter as c (series, last) values (of_series, 1)
  on conflict (series) do update set last = c.last + 1
  returning of_series || '-' || lpad(last::text, greatest(digits, length(last::text)), '0')
$$;
