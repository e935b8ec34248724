--liquibase formatted sql

--changeset aviso:erasure
--comment The certificate of an erasure: what went, what stayed on which ground and until when. It names nobody, and is never changed.
create table erasure (
    tenant_id   uuid not null references tenant,
    member_id   uuid not null,
    erased_on   date not null,
    erased_at   timestamptz not null,
    erased_by   uuid,
    certificate jsonb not null,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references member,
    foreign key (tenant_id, erased_by) references app_user
);
select isolate('erasure');
grant select, insert on erasure to aviso_app;

--changeset aviso:consents-can-go
--comment With the person goes what they have agreed to.
grant delete on consent to aviso_app;
