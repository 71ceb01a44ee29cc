-- Blocks of a document that may change while its plan is being mended; null while the plan is not.
create function mended_blocks(of_plan uuid, of_document text) returns text[] language sql stable as $$
  select array(select part ->> 'block' from jsonb_array_elements(newest.parts) part where part ->> 'document' = of_document)
  from public.plan p
  cross join lateral (
    select m.parts from public.mending m join public.intake i on i.id = m.intake_id where i.plan_id = p.id order by m.round desc limit 1
  ) newest
  where p.id = of_plan and p.state = 'mending'
$$;

-- By when a plan must be submitted: while it is being mended by the mending's own deadline, else by the one in force for its zone.
create function plan_submit_by(of_plan uuid) returns timestamptz language sql stable as $$
  select coalesce(
    (select m.deadline from public.mending m join public.intake i on i.id = m.intake_id
      where i.plan_id = p.id and p.state = 'mending' order by m.round desc limit 1),
    public.call_deadline(p.call_id, p.zone_id, 'submit'))
  from public.plan p where p.id = of_plan
$$;

-- The instant at which a request for a filing had come in full, written down before the long work begins: should the server be lost in
-- between, the same request for the same thing, sent once more under its key, is judged by it.
create table arrival (
  actor text not null references auth."user" (id),
  key text not null,
  -- Of what is asked for, and of what exactly would be frozen.
  says_digest text not null,
  -- No foreign key: that would wait for whoever holds the plan, and this must wait for nobody.
  plan_id uuid not null,
  arrived_at timestamptz(3) not null,
  primary key (actor, key, says_digest)
);
create index arrival_plan on arrival (plan_id, arrived_at);
select make_append_only('arrival');
