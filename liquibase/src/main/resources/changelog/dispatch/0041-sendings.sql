--liquibase formatted sql

--changeset aviso:dispatch-sending
--comment How a hand-over ended that somebody has sent the document again after: the last one stands with its dispatch. It is what tells that a document was delivered, and by which key its provider knows it. Where it went and what its provider said is forgotten with the member.
create table dispatch_sending (
    tenant_id          uuid not null references tenant,
    dispatch_id        uuid not null,
    attempt            smallint not null,
    sent_at            timestamptz not null,
    state              smallint not null,
    ended_at           timestamptz not null,
    document_hash      text,
    writer             smallint not null,
    provider_reference text,
    failure            text,
    sent_to            text,
    primary key (tenant_id, dispatch_id, attempt),
    foreign key (tenant_id, dispatch_id) references dispatch
);
select isolate('dispatch_sending');
grant select, insert on dispatch_sending to aviso_app;
grant update (provider_reference, failure, sent_to) on dispatch_sending to aviso_app;
