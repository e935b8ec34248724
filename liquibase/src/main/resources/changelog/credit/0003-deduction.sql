--liquibase formatted sql

--changeset aviso:deduction-from-a-balance
--comment A deduction may be met by a credit balance: kept is below nothing then. kind of a movement: 8 a deduction took it, 9 the deduction waits again.
alter table payment_state drop constraint payment_state_kept_check;
alter table payment_state add constraint payment_state_kept check (kept >= 0 or allocated = 0);
