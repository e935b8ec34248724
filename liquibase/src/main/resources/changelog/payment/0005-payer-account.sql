--liquibase formatted sql

--changeset aviso:payment-payer-account
--comment Whose account the money came from, as a column of its own: an expression of jsonb could use no index under row-level security. Most payments tell of none.
alter table payment add column payer_account text collate "C" generated always as (nullif(payer ->> 'account', '')) stored;
create index payment_payer_account on payment (tenant_id, payer_account, booked_on) where payer_account is not null;
