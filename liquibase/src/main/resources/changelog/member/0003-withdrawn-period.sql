--liquibase formatted sql

--changeset aviso:period-once-unless-withdrawn
--comment The same days may be billed again after the period was withdrawn (4) or the run that had billed it was recalled (5).
alter table period drop constraint period_tenant_id_membership_id_first_day_key;
create unique index period_once on period (tenant_id, membership_id, first_day) where state < 4;
