--liquibase formatted sql

--changeset aviso:channel-hold
--comment A channel whose provider takes nothing rests; what waits for it is neither tried nor given up meanwhile.
create table channel_hold (
    tenant_id uuid not null references tenant,
    channel   smallint not null,
    reason    text not null,
    times     integer not null,
    since     timestamptz not null,
    until     timestamptz not null,
    primary key (tenant_id, channel)
);
select isolate('channel_hold');
grant select, insert, update, delete on channel_hold to aviso_app;

--changeset aviso:dispatch-forgiven
--comment What was tried before somebody sent it again counts no more; since when it has waited then.
alter table dispatch
    add column forgiven smallint not null default 0,
    add column queued_at timestamptz;
