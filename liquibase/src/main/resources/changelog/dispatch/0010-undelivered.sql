--liquibase formatted sql

--changeset aviso:dispatch-undelivered
--comment What failed, bounced or is unknown: a handful among hundred thousands, and no entry while a dispatch goes well.
create index dispatch_undelivered on dispatch (tenant_id, state, invoice_id) include (channel) where state >= 5;
