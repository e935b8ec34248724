--liquibase formatted sql

--changeset aviso:books-check
--comment An examination of the tenant's books: begun by the night, or because somebody wished it. violations: how many rows break an invariant; findings: which invariants, with the first of those rows.
create table books_check (
    tenant_id  uuid not null references tenant,
    id         uuid not null,
    wished_at  timestamptz not null,
    wished_by  text,
    ended_at   timestamptz,
    checks     integer not null default 0,
    failed     integer not null default 0,
    violations bigint not null default 0,
    findings   jsonb not null default '[]',
    primary key (tenant_id, id)
);
create index books_check_under_way on books_check (tenant_id, id) where ended_at is null;
select isolate('books_check');
grant select, insert, delete, update (ended_at, checks, failed, violations, findings) on books_check to aviso_app;
