--liquibase formatted sql

--changeset aviso:dispatch
--comment The outbox: one document to one recipient through one channel, queued in the transaction that decided it.
create table dispatch (
    tenant_id          uuid not null references tenant,
    id                 uuid not null,
    invoice_id         uuid not null,
    document           smallint not null,
    level              smallint not null default 0,
    channel            smallint not null,
    state              smallint not null,
    attempts           smallint not null default 0,
    next_attempt_at    timestamptz not null,
    provider_reference text,
    document_hash      text,
    failure            text,
    created_at         timestamptz not null,
    changed_at         timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, invoice_id, document, level, channel),
    foreign key (tenant_id, invoice_id) references invoice
);
create index dispatch_due on dispatch (tenant_id, channel, state, next_attempt_at);
select isolate('dispatch');
grant select, insert, update on dispatch to aviso_app;
