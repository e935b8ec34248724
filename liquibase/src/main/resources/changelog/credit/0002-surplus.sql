--liquibase formatted sql

--changeset aviso:surplus-kept
--comment kept: so much of the payment went to a payer's credit balance.
alter table payment_state add column kept bigint not null default 0 check (kept >= 0);

--changeset aviso:credit-movement-reversal
--comment kind: 0 a credit note left it, 1 the surplus of a payment, 2 an invoice took it as it was issued, 3 a person gave it to an invoice, 4 an invoice gave it back, 5 a surplus was taken back. A movement is undone by one other.
alter table credit_movement add column reverses_id uuid;
alter table credit_movement add foreign key (tenant_id, reverses_id) references credit_movement;
create unique index credit_movement_reverses on credit_movement (tenant_id, reverses_id) where reverses_id is not null;
create index credit_movement_invoice on credit_movement (tenant_id, invoice_id) where invoice_id is not null;
create index credit_movement_payment on credit_movement (tenant_id, payment_id) where payment_id is not null;
