--liquibase formatted sql

--changeset aviso:exported-voucher
--comment An export's vouchers as they stand in the general ledger: what the rules decided, and the words of that day. Kept once and never changed, so that the file stays the same to the byte. An entry's own voucher has the entry's id; those of later days have ids of their own.
create table exported_voucher (
    tenant_id uuid not null,
    export_id uuid not null,
    entry_id  uuid not null,
    day       date not null,
    id        uuid not null,
    text      text not null,
    posted    bigint not null check (posted >= 0),
    rows      jsonb not null,
    primary key (tenant_id, export_id, entry_id, day),
    foreign key (tenant_id, export_id) references accounting_export,
    foreign key (tenant_id, entry_id) references exported_entry
);
select isolate('exported_voucher');
grant select, insert on exported_voucher to aviso_app;

--changeset aviso:decided-export
--comment Exports of which all vouchers are kept, and how many those are.
create table decided_export (
    tenant_id  uuid not null,
    export_id  uuid not null,
    decided_at timestamptz not null,
    vouchers   bigint not null check (vouchers > 0),
    primary key (tenant_id, export_id),
    foreign key (tenant_id, export_id) references accounting_export
);
select isolate('decided_export');
grant select, insert on decided_export to aviso_app;
