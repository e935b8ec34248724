--liquibase formatted sql

--changeset aviso:dispatch-run
--comment The run that queued it: what a run has sent is counted, and what has not left yet can be let go or withdrawn.
alter table dispatch add column run_id uuid;
create index dispatch_run on dispatch (tenant_id, run_id, state) where run_id is not null;
