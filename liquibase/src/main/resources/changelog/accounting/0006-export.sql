--liquibase formatted sql

--changeset aviso:accounting-export
--comment What left for a seller's general ledger. Seller, number and days are kept as they were, so that the file can be written again to the byte.
create table accounting_export (
    tenant_id           uuid not null,
    id                  uuid not null,
    seller_group_id     uuid not null,
    number              integer not null check (number > 0),
    seller_name         text not null,
    organisation_number text not null,
    currency            text collate "C" not null,
    first_day           date not null,
    last_day            date not null check (last_day >= first_day),
    made_on             date not null,
    made_at             timestamptz not null,
    made_by             text not null,
    vouchers            bigint not null check (vouchers > 0),
    turnover            bigint not null check (turnover >= 0),
    primary key (tenant_id, id),
    unique (tenant_id, seller_group_id, number),
    foreign key (tenant_id, seller_group_id) references group_node
);
select isolate('accounting_export');
grant select, insert on accounting_export to aviso_app;

--changeset aviso:exported-entry
--comment An entry leaves once: the key says so, whoever exports at the same time. Entries are taken up first, and the export then says what they add up to; so its key is looked at at the end.
create table exported_entry (
    tenant_id uuid not null,
    entry_id  uuid not null,
    export_id uuid not null,
    primary key (tenant_id, entry_id),
    foreign key (tenant_id, entry_id) references ledger_entry,
    foreign key (tenant_id, export_id) references accounting_export deferrable initially deferred
);
create index exported_entry_of_export on exported_entry (tenant_id, export_id, entry_id);
select isolate('exported_entry');
grant select, insert on exported_entry to aviso_app;
