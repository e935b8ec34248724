--liquibase formatted sql

--changeset aviso:payment-setting
--comment How few öre too little still settle a document, and whether a fee that is left alone is written off. A tenant without a row wants neither.
create table payment_setting (
    tenant_id           uuid not null references tenant,
    tolerance           bigint not null check (tolerance between 0 and 1000),
    charges_written_off boolean not null,
    version             bigint not null default 1,
    primary key (tenant_id)
);
select isolate('payment_setting');
grant select, insert, update on payment_setting to aviso_app;

--changeset aviso:rounding
--comment The few öre that an allocation lacked and that the seller gave up; counted in settlement.received beside allocations. Taken back by a row with the other sign.
create table rounding (
    tenant_id     uuid not null references tenant,
    id            uuid not null,
    allocation_id uuid not null,
    invoice_id    uuid not null,
    amount        bigint not null check (amount <> 0),
    booked_on     date not null,
    entry_id      uuid not null,
    reverses_id   uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, allocation_id) references allocation,
    foreign key (tenant_id, invoice_id) references invoice,
    foreign key (tenant_id, entry_id) references ledger_entry,
    foreign key (tenant_id, reverses_id) references rounding
);
create index rounding_allocation on rounding (tenant_id, allocation_id);
create index rounding_invoice on rounding (tenant_id, invoice_id);
create unique index rounding_reverses on rounding (tenant_id, reverses_id) where reverses_id is not null;
select isolate('rounding');
grant select, insert on rounding to aviso_app;

--changeset aviso:write-off-by-policy
--comment True of a fee that was left alone and written off because the tenant wants it so; taken back when the claim is open again.
alter table write_off add column by_policy boolean not null default false;
