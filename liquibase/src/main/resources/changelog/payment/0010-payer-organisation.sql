--liquibase formatted sql

--changeset aviso:payment-payer-organisation
--comment Which organisation the money came from, as a column of its own, as for the account; of a person nothing is kept here.
alter table payment add column payer_organisation text collate "C" generated always as (nullif(payer ->> 'organisationNumber', '')) stored;
create index payment_payer_organisation on payment (tenant_id, payer_organisation, booked_on) where payer_organisation is not null;
