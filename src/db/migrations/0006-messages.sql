-- What a person is told, in their inbox. `params` fill the sentence of the kind; `link` is a path of the web app.
create table message (
  id uuid primary key default gen_random_uuid(),
  person text not null references auth."user" (id),
  kind text not null,
  params jsonb not null,
  link text not null,
  at timestamptz(3) not null default jiqun_now(),
  read_at timestamptz(3)
);
create index message_of_person on message (person, at desc);
grant select, insert, update on message to jiqun_app;
