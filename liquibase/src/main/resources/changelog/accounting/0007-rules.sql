--liquibase formatted sql

--changeset aviso:accounting-export-rules
--comment By whose rules an export is written, and the settings that they had when it was made, without secrets: the file must not change with them.
alter table accounting_export add column rules text collate "C";
alter table accounting_export add column rule_settings jsonb not null default '{}';
