--liquibase formatted sql

--changeset aviso:summary-by
--comment The plugin that arranges the lines of the tenant's documents; none, and they stand as they are.
alter table tenant add column summary_by text collate "C";

--changeset aviso:invoice-summary
--comment The rows of a document as a plugin has arranged them, kept when the document is first made: it never looks otherwise.
create table invoice_summary (
    tenant_id  uuid not null references tenant,
    invoice_id uuid not null,
    position   smallint not null,
    subtotal   boolean not null,
    kind       text not null,
    text       text not null,
    note       text not null,
    quantity   integer not null,
    unit       bigint not null,
    vat        smallint not null,
    primary key (tenant_id, invoice_id, position),
    foreign key (tenant_id, invoice_id) references invoice
);
select isolate('invoice_summary');
grant select, insert on invoice_summary to aviso_app;
