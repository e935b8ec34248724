--liquibase formatted sql

--changeset aviso:consent
--comment What somebody agreed to when they signed up, and when; the guardian's is the one that a minor's membership rests on.
create table consent (
    tenant_id uuid not null references tenant,
    member_id uuid not null,
    kind      text not null collate "C",
    given_at  timestamptz not null,
    primary key (tenant_id, member_id, kind),
    foreign key (tenant_id, member_id) references member
);
select isolate('consent');
grant select, insert on consent to aviso_app;

--changeset aviso:member-without-consents
--comment Never written: consents have a table of their own.
alter table member drop column consents;

--changeset aviso:form-key
--comment The tenant's key that seals public forms and the links to receipts; made by the server when it is first needed.
create table form_key (
    tenant_id uuid not null references tenant,
    secret    bytea not null check (length(secret) = 32),
    primary key (tenant_id)
);
select isolate('form_key');
grant select, insert on form_key to aviso_app;
