--liquibase formatted sql

--changeset aviso:vault
--comment Raw bytes as received, the operator's: kept before anybody reads them, in pieces so that no file has to fit in memory.
create table vault_file (
    id          uuid primary key,
    sha256      text collate "C" not null,
    size        bigint not null,
    name        text not null,
    received_at timestamptz not null
);
create table vault_piece (
    vault_id uuid not null references vault_file,
    position integer not null,
    content  bytea not null,
    primary key (vault_id, position)
);
grant select, insert, update (sha256, size) on vault_file to aviso_app;
grant select, insert on vault_piece to aviso_app;

--changeset aviso:bank-file
create table bank_file (
    tenant_id    uuid not null references tenant,
    id           uuid not null,
    vault_id     uuid not null,
    sha256       text collate "C" not null,
    name         text not null,
    format       text,
    identity     text,
    state        smallint not null,
    received_at  timestamptz not null,
    received_by  text not null,
    totals       jsonb not null default '[]',
    problems     jsonb not null default '[]',
    new_payments integer not null default 0,
    matched      integer not null default 0,
    suspense     integer not null default 0,
    version      bigint not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, sha256)
);
create index bank_file_received on bank_file (tenant_id, received_at);
create index bank_file_state on bank_file (tenant_id, state);
select isolate('bank_file');
grant select, insert, update on bank_file to aviso_app;

--changeset aviso:payment
--comment One bank transaction, booked once: (giro, bank_key) is the bank's own key. A deduction is negative.
create table payment (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    bank_file_id    uuid not null,
    seller_group_id uuid not null,
    giro            text collate "C" not null,
    bank_key        text collate "C" not null,
    booked_on       date not null,
    amount          bigint not null,
    currency        text not null,
    reference       text not null,
    message         text not null,
    payer           jsonb not null,
    record          bigint not null,
    byte_offset     bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, giro, bank_key),
    foreign key (tenant_id, bank_file_id) references bank_file,
    foreign key (tenant_id, seller_group_id) references group_node
);
create index payment_day on payment (tenant_id, booked_on);
create index payment_file on payment (tenant_id, bank_file_id);
select isolate('payment');
grant select, insert on payment to aviso_app;

--changeset aviso:payment-state
--comment How much of a payment is allocated, and why the rest waits: a cache that doctor compares.
create table payment_state (
    tenant_id  uuid not null references tenant,
    payment_id uuid not null,
    allocated  bigint not null,
    suspense   bigint not null,
    reason     smallint not null,
    primary key (tenant_id, payment_id),
    foreign key (tenant_id, payment_id) references payment
);
create index payment_state_reason on payment_state (tenant_id, reason);
select isolate('payment_state');
grant select, insert, update on payment_state to aviso_app;

--changeset aviso:allocation
--comment So much of a payment settles so much of an invoice; undone by an allocation with the other sign.
create table allocation (
    tenant_id    uuid not null references tenant,
    id           uuid not null,
    payment_id   uuid not null,
    invoice_id   uuid not null,
    amount       bigint not null check (amount <> 0),
    allocated_on date not null,
    entry_id     uuid not null,
    reverses_id  uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, payment_id) references payment,
    foreign key (tenant_id, invoice_id) references invoice,
    foreign key (tenant_id, entry_id) references ledger_entry,
    foreign key (tenant_id, reverses_id) references allocation
);
create index allocation_payment on allocation (tenant_id, payment_id);
create index allocation_invoice on allocation (tenant_id, invoice_id);
select isolate('allocation');
grant select, insert on allocation to aviso_app;
