-- While one filing has its receipt's number the next one waits for it: what a version holds is written before, and compared with the
-- version when the transaction ends.
alter table plan_version_document alter constraint plan_version_document_plan_id_n_fkey deferrable initially deferred;
alter table plan_version_project alter constraint plan_version_project_plan_id_plan_version_fkey deferrable initially deferred;
