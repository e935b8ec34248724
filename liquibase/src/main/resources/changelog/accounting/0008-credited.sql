--liquibase formatted sql

--changeset aviso:credit-note-entry
--comment Which credit note an entry was booked for.
create index credit_note_entry on credit_note (tenant_id, entry_id);
