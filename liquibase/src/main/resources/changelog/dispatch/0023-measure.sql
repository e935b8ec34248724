--liquibase formatted sql

--changeset aviso:dispatch-summary-measure
--comment Rows that a plugin has arranged say what is counted, as those do that stand as they are.
alter table invoice_summary add column measure text not null default '';
