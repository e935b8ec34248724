--liquibase formatted sql

--changeset aviso:collector-days
--comment The days from the last reminder to the day on which a claim may be handed over to a collector.
alter table dunning_policy add column collector_after_days integer not null default 10 check (collector_after_days between 0 and 3650);
