--liquibase formatted sql

--changeset aviso:member-peppol
--comment Where an organisation's machines read invoices, as scheme:identifier, and what it wants to be told on them.
alter table member add column peppol text, add column buyer_reference text;
