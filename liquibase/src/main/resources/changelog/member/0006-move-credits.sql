--liquibase formatted sql

--changeset aviso:move-credits
--comment Whether what is unpaid to the old group is credited when a membership moves without its period.
alter table membership_transfer add column credits boolean not null default false;
