--liquibase formatted sql

--changeset aviso:audit-trail
--comment An entry is its text, which is what the seal is over; the columns are read from it by the database, so none can say anything else. Entries are added, never changed.
create table audit_entry (
    tenant_id uuid not null references tenant,
    number    bigint not null check (number > 0),
    text      text not null,
    seal      bytea not null check (length(seal) = 32),
    at        text collate "C" not null generated always as (text::jsonb ->> 'at') stored,
    act       text collate "C" not null generated always as (text::jsonb ->> 'act') stored,
    actor     uuid generated always as ((text::jsonb ->> 'user')::uuid) stored,
    subject   uuid not null generated always as ((text::jsonb ->> 'subject')::uuid) stored,
    group_id  uuid generated always as ((text::jsonb ->> 'group')::uuid) stored,
    primary key (tenant_id, number),
    check ((text::jsonb ->> 'number')::bigint = number)
);
select isolate('audit_entry');
grant select, insert on audit_entry to aviso_app;
create index audit_entry_subject on audit_entry (tenant_id, subject, number);
create index audit_entry_actor on audit_entry (tenant_id, actor, number);
create index audit_entry_act on audit_entry (tenant_id, act, number);
create index audit_entry_group on audit_entry (tenant_id, group_id, number);

--changeset aviso:audit-head
--comment The newest seal of a tenant; locked by whoever adds the next, at the very end of the transaction.
create table audit_head (
    tenant_id uuid not null references tenant,
    number    bigint not null,
    seal      bytea not null check (length(seal) = 32),
    primary key (tenant_id)
);
select isolate('audit_head');
grant select, insert, update on audit_head to aviso_app;
