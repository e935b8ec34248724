--liquibase formatted sql

--changeset aviso:draft-batch-run
--comment The run that issues the batch: what was written is what waits and what that run has issued.
alter table draft_batch add column run_id uuid;
