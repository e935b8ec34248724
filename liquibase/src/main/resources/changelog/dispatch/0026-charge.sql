--liquibase formatted sql

--changeset aviso:dispatch-charge
--comment What hand-overs have cost that were followed by another one of the same dispatch: each counts in the month in which it was made. The last one stands with its dispatch. What earlier ones had cost before is not known by month, and stays in the last one's.
create table dispatch_charge (
    tenant_id   uuid not null references tenant,
    dispatch_id uuid not null,
    at          timestamptz not null,
    channel     smallint not null,
    cost        bigint not null check (cost > 0),
    primary key (tenant_id, dispatch_id, at),
    foreign key (tenant_id, dispatch_id) references dispatch
);
create index dispatch_charge_month on dispatch_charge (tenant_id, channel, at) include (cost);
alter table dispatch no force row level security;
insert into dispatch_charge (tenant_id, dispatch_id, at, channel, cost)
    select tenant_id, id, sent_at - interval '1 microsecond', channel, cost - last_cost from dispatch
    where sent_at is not null and last_cost is not null and cost > last_cost;
alter table dispatch force row level security;
select isolate('dispatch_charge');
grant select, insert on dispatch_charge to aviso_app;

--changeset aviso:dispatch-cost-of-last
--comment The month's money reads what the last hand-over has cost off the index.
drop index dispatch_cost;
create index dispatch_cost on dispatch (tenant_id, channel, sent_at) include (cost, last_cost) where cost > 0;
