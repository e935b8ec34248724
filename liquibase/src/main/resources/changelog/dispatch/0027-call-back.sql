--liquibase formatted sql

--changeset aviso:dispatch-call-back
--comment What was handed over and is to be called back, because what it tells of was credited, withdrawn or recalled; and what its provider has answered. Queued in the transaction that decided it.
create table dispatch_call_back (
    tenant_id   uuid not null references tenant,
    dispatch_id uuid not null,
    channel     smallint not null,
    asked_at    timestamptz not null,
    next_at     timestamptz not null,
    attempts    smallint not null default 0,
    outcome     smallint,
    ended_at    timestamptz,
    primary key (tenant_id, dispatch_id),
    foreign key (tenant_id, dispatch_id) references dispatch
);
create index dispatch_call_back_due on dispatch_call_back (tenant_id, next_at) where outcome is null;
select isolate('dispatch_call_back');
grant select, insert on dispatch_call_back to aviso_app;
grant update (next_at, attempts, outcome, ended_at) on dispatch_call_back to aviso_app;
