--liquibase formatted sql

--changeset aviso:tenant
--comment The walls themselves: read by every node to find the tenant of a token, changed only from inside.
create table tenant (
    id            uuid primary key,
    slug          text collate "C" not null unique,
    name          text not null,
    language      text not null default 'sv',
    zone          text not null default 'Europe/Stockholm',
    edition       smallint not null default 0,
    demo          boolean not null default false,
    business_date date
);
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_seen on tenant for select using (true);
create policy tenant_own on tenant for all
    using (id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on tenant to aviso_app;

--changeset aviso:directory
--comment Which tenant a giro number or a public form belongs to; unique over all tenants, written only by the owner.
create table giro_directory (
    giro      text collate "C" primary key,
    tenant_id uuid not null references tenant
);
create table form_directory (
    slug      text collate "C" primary key,
    tenant_id uuid not null references tenant,
    group_id  uuid not null
);
alter table giro_directory enable row level security;
alter table giro_directory force row level security;
alter table form_directory enable row level security;
alter table form_directory force row level security;
create policy giro_seen on giro_directory for select using (true);
create policy giro_own on giro_directory for all
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy form_seen on form_directory for select using (true);
create policy form_own on form_directory for all
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, delete on giro_directory, form_directory to aviso_app;

--changeset aviso:role-grant
create table role_grant (
    tenant_id  uuid not null references tenant,
    id         uuid not null,
    subject    text collate "C" not null,
    role       smallint not null,
    group_path text collate "C" not null,
    member_id  uuid,
    primary key (tenant_id, id),
    unique (tenant_id, subject, role, group_path)
);
select isolate('role_grant');
grant select, insert, delete on role_grant to aviso_app;

--changeset aviso:idempotency-key
create table idempotency_key (
    tenant_id  uuid not null references tenant,
    key        text collate "C" not null,
    operation  text collate "C" not null,
    body_hash  text collate "C" not null,
    status     integer,
    body       text,
    location   text,
    created_at timestamptz not null,
    primary key (tenant_id, key, operation)
);
select isolate('idempotency_key');
grant select, insert, update, delete on idempotency_key to aviso_app;

--changeset aviso:tenant-lock
--comment Rows to lock when a tenant's work of one kind must go one at a time, such as booking money.
create table tenant_lock (
    tenant_id uuid not null references tenant,
    name      text collate "C" not null,
    primary key (tenant_id, name)
);
select isolate('tenant_lock');
grant select, insert, update on tenant_lock to aviso_app;
