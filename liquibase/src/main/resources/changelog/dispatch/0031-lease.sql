--liquibase formatted sql

--changeset aviso:dispatch-lease
--comment Until when a living worker has a dispatch in hand; it says so again for as long as it lives.
alter table dispatch add column lease_until timestamptz;
