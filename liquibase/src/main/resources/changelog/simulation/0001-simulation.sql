--liquibase formatted sql

--changeset aviso:simulation
--comment A question about the coming months and how far its answer is. phase: 0 memberships, 1 other unpaid documents, 2 last year; share and pattern are of ten thousand.
create table simulation (
    tenant_id     uuid not null references tenant,
    id            uuid not null,
    state         smallint not null,
    business_date date not null,
    months        smallint not null,
    group_id      uuid,
    group_path    text collate "C" not null,
    share         integer,
    pattern       text not null,
    letter_cost   bigint not null,
    email_cost    bigint not null,
    phase         smallint not null default 0,
    cursor        uuid,
    total         integer not null,
    done          integer not null default 0,
    blocked       integer not null default 0,
    started_by    text not null,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, group_id) references group_node
);
create index simulation_state on simulation (tenant_id, state);
select isolate('simulation');
grant select, insert, update (state, phase, cursor, done, blocked, ended_at), delete on simulation to aviso_app;

--changeset aviso:simulation-month
--comment What a month comes to in a group. origin: 0 simulated, 1 the year before, under its own month.
create table simulation_month (
    tenant_id     uuid not null references tenant,
    simulation_id uuid not null,
    origin        smallint not null,
    month         date not null,
    group_id      uuid not null,
    invoices      bigint not null default 0,
    invoiced      bigint not null default 0,
    offers        bigint not null default 0,
    reminders     bigint not null default 0,
    lapses        bigint not null default 0,
    paid          bigint not null default 0,
    letters       bigint not null default 0,
    emails        bigint not null default 0,
    primary key (tenant_id, simulation_id, origin, month, group_id),
    foreign key (tenant_id, simulation_id) references simulation,
    foreign key (tenant_id, group_id) references group_node
);
select isolate('simulation_month');
grant select, insert, update, delete on simulation_month to aviso_app;
