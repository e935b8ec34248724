--liquibase formatted sql

--changeset aviso:mailbox-changed-on
--comment When an office last changed an address that lets somebody in: it opens nothing for some days (AddressesOnFile).
alter table member add column mailbox_changed_on date;
