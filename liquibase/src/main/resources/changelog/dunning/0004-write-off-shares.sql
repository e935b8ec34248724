--liquibase formatted sql

--changeset aviso:write-off-shares
--comment What of a write-off was other groups' share, and so no loss of the seller's.
alter table write_off add column shares bigint not null default 0 check (shares >= 0);
