--liquibase formatted sql

--changeset aviso:run-recipient-reason
--comment Why recipients were not done is asked of every run that a list shows; most recipients have no reason.
create index run_recipient_reason on run_recipient (tenant_id, run_id, reason) where reason is not null;
