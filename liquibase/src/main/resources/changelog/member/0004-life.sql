--liquibase formatted sql

--changeset aviso:member-life
--comment The end of a membership by its member's wish or death, and the day on which a minor became the payer. Ended is not erased: periods and invoices stay.
alter table membership add column leaves_on date;
alter table member add column died_on date;
alter table member add column came_of_age_on date;
create index membership_leaving on membership (tenant_id, leaves_on) where leaves_on is not null;
create index member_guarded on member (tenant_id, born) where guardian_name is not null;

--changeset aviso:membership-transfer
--comment A move from one group to another (övergång), from a day on. state: 0 planned, 1 done, 2 called off.
create table membership_transfer (
    tenant_id     uuid not null references tenant,
    id            uuid not null,
    membership_id uuid not null,
    from_group_id uuid not null,
    to_group_id   uuid not null,
    on_day        date not null,
    period_goes   boolean not null,
    note          text not null,
    state         smallint not null default 0,
    primary key (tenant_id, id),
    foreign key (tenant_id, membership_id) references membership,
    foreign key (tenant_id, from_group_id) references group_node,
    foreign key (tenant_id, to_group_id) references group_node
);
create index membership_transfer_of on membership_transfer (tenant_id, membership_id);
create index membership_transfer_due on membership_transfer (tenant_id, state, on_day);
select isolate('membership_transfer');
grant select, insert, update (state) on membership_transfer to aviso_app;
