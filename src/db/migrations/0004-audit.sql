-- One row per command, written in the command's own transaction, without waiting for anybody.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default jiqun_now(),
  -- User id, or `system`.
  actor text not null,
  organisation_id uuid,
  command text not null,
  -- What it was done to: a plan's number, an account.
  subject text not null,
  detail jsonb not null,
  -- Idempotency key of the command.
  key text
);
create index audit_entry_subject on audit_entry (subject);
select make_append_only('audit_entry');

-- Entries waiting for the sequencer. Commit order is not id order, so the waiting ones are named one by one.
create table audit_pending (
  entry_id bigint primary key references audit_entry (id)
);
grant select, insert, delete on audit_pending to jiqun_app;

create function queue_audit_entry() returns trigger language plpgsql as $$
begin
  insert into public.audit_pending (entry_id) values (new.id);
  return null;
end $$;
create trigger queue_for_chain after insert on audit_entry for each row execute function queue_audit_entry();

-- The chain: hash = SM3(prev, canonical entry). One writer at a time (advisory lock), seq without gaps.
create table audit_link (
  seq bigint primary key check (seq > 0),
  entry_id bigint not null unique references audit_entry (id),
  prev text not null,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
);
select make_append_only('audit_link');

-- Where the chain ends, so that a shortened chain is noticed. Moves forward only, and only to a link that exists.
create table audit_head (
  single boolean primary key default true check (single),
  seq bigint not null,
  hash text not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));
grant select, update on audit_head to jiqun_app;

create function guard_audit_head() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.seq > old.seq
    and exists (select from public.audit_link where seq = new.seq and hash = new.hash) then
    return new;
  end if;
  raise exception 'the audit head moves forward only' using errcode = 'JQ001';
end $$;
create trigger forward_only before update or delete on audit_head for each row execute function guard_audit_head();
create trigger never_emptied before truncate on audit_head for each statement execute function refuse_change();
