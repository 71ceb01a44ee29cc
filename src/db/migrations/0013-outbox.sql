-- Where a person is written to outside the product. The number is sealed by the product: the database never holds it in clear.
create table contact (
  person text primary key references auth."user" (id),
  email text,
  mobile_sealed text,
  mobile_tail text
);
grant select, insert, update on contact to jiqun_app;

-- What a person chose for a kind of message; without a row the defaults of domain/messages/choices.ts hold.
create table message_choice (
  person text not null references auth."user" (id),
  kind text not null,
  mail boolean not null,
  sms boolean not null,
  primary key (person, kind)
);
grant select, insert, update on message_choice to jiqun_app;

-- What is to leave the product, once for each message and channel. `unknown`: the line broke when it may have been taken already, so that it is not sent again.
create table outbox (
  id uuid primary key default gen_random_uuid(),
  message_id uuid not null references message (id),
  channel text not null check (channel in ('mail', 'sms')),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown')),
  tries integer not null default 0,
  made_at timestamptz(3) not null default jiqun_now(),
  next_at timestamptz(3) not null default jiqun_now(),
  -- Code of what went wrong; never an address.
  fault text,
  sent_at timestamptz(3),
  unique (message_id, channel)
);
create index outbox_due on outbox (next_at) where state in ('waiting', 'sending');
grant select, insert, update on outbox to jiqun_app;

-- Each reminder of a deadline goes out once, whichever process thinks of it first; a moved deadline reminds anew.
create table reminder_sent (
  plan_id uuid not null references plan (id),
  deadline timestamptz(3) not null,
  -- Hours before the deadline.
  hours integer not null,
  at timestamptz(3) not null default jiqun_now(),
  primary key (plan_id, deadline, hours)
);
select make_append_only('reminder_sent');

-- Who was asked by hand to hurry, when: shown beside what they owe, and so that nobody is asked twice within hours.
create table nudge (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references plan (id),
  organisation_id uuid not null references organisation (id),
  what text not null,
  at timestamptz(3) not null default jiqun_now(),
  by text not null references auth."user" (id)
);
create index nudge_of_plan on nudge (plan_id, at desc);
select make_append_only('nudge');
