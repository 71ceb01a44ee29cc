-- A file is kept under its SM3 and belongs to a place: `document` is form, commitment, outline or a project's id, `path` the pointer
-- inside it. A project's place in the plan is computed when the plan is read, so that taking one out moves no proof to another.
alter table attachment
  add column document text,
  -- Null: only named, before bytes were kept.
  add column digest text references document_file (digest),
  add column media_type text,
  add column size integer check (size > 0),
  add column pages integer check (pages > 0),
  add column uploaded_by text references auth."user" (id),
  add column uploaded_at timestamptz(3) not null default jiqun_now(),
  -- Taken out; the bytes stay, so that it can be put back.
  add column removed_at timestamptz(3),
  add column scan text not null default 'unscanned' check (scan in ('unscanned', 'pending', 'clean', 'refused')),
  add column scan_engine text,
  add column scan_finding text,
  add column scanned_at timestamptz(3),
  drop constraint attachment_plan_id_path_name_key;

update attachment set document = split_part(path, '/', 2), path = regexp_replace(path, '^/[a-z]+', '')
  where path ~ '^/(form|commitment|outline)(/|$)';
with numbered as (
  select id, plan_id, row_number() over (partition by plan_id order by position) - 1 as place from project where removed_at is null
)
update attachment set document = numbered.id::text, path = regexp_replace(attachment.path, '^/projects/\d+', '')
  from numbered
  where attachment.document is null and numbered.plan_id = attachment.plan_id and attachment.path ~ ('^/projects/' || numbered.place || '(/|$)');
-- What led nowhere proves nothing; it stays on record.
update attachment set document = 'form', removed_at = jiqun_now() where document is null;

alter table attachment alter column document set not null;
create index attachment_of_plan on attachment (plan_id, document);
revoke delete on attachment from jiqun_app;
grant update on attachment to jiqun_app;
