--liquibase formatted sql

--changeset aviso:run-batch
--comment The batch whose drafts a run issues; of a run that ended early another issues the rest. The newest stands in draft_batch too.
alter table run add column batch_id uuid;
create index run_batch on run (tenant_id, batch_id) where batch_id is not null;
