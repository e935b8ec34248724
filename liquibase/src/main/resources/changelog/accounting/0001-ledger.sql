--liquibase formatted sql

--changeset aviso:chart-of-accounts
create table ledger_account (
    tenant_id uuid not null references tenant,
    role      smallint not null,
    account   integer not null,
    primary key (tenant_id, role)
);
select isolate('ledger_account');
grant select, insert, update on ledger_account to aviso_app;

--changeset aviso:ledger-entry
--comment What is booked stays booked: the runtime role may add and read, never change or delete.
create table ledger_entry (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    seller_group_id uuid not null,
    kind            smallint not null,
    booked_on       date not null,
    created_at      timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, seller_group_id) references group_node
);
create index ledger_entry_day on ledger_entry (tenant_id, seller_group_id, booked_on);
select isolate('ledger_entry');
grant select, insert on ledger_entry to aviso_app;

create table posting (
    tenant_id  uuid not null references tenant,
    entry_id   uuid not null,
    position   smallint not null,
    account    integer not null,
    side       smallint not null check (side in (0, 1)),
    amount     bigint not null check (amount > 0),
    currency   text not null,
    invoice_id uuid,
    payment_id uuid,
    primary key (tenant_id, entry_id, position),
    foreign key (tenant_id, entry_id) references ledger_entry
);
create index posting_invoice on posting (tenant_id, invoice_id);
create index posting_payment on posting (tenant_id, payment_id);
select isolate('posting');
grant select, insert on posting to aviso_app;
