--liquibase formatted sql

--changeset aviso:scheduled-tasks
--comment db-scheduler's own table: the clock and the work distributor of all nodes; holds no tenant's data but ids.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on scheduled_tasks to aviso_app;

--changeset aviso:run
create table run (
    tenant_id     uuid not null references tenant,
    id            uuid not null,
    kind          smallint not null,
    business_date date not null,
    group_path    text collate "C" not null,
    state         smallint not null,
    total         integer not null,
    done          integer not null default 0,
    failed        integer not null default 0,
    started_by    text not null,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    primary key (tenant_id, id)
);
create index run_state on run (tenant_id, state);
select isolate('run');
grant select, insert, update on run to aviso_app;

--changeset aviso:run-recipient
--comment The frozen recipients; subject is a membership (renewal, selection) or an invoice (reminder, lapse).
create table run_recipient (
    tenant_id  uuid not null references tenant,
    run_id     uuid not null,
    chunk      integer not null,
    subject_id uuid not null,
    state      smallint not null default 0,
    reason     text,
    primary key (tenant_id, run_id, subject_id),
    foreign key (tenant_id, run_id) references run
);
create index run_recipient_chunk on run_recipient (tenant_id, run_id, chunk);
select isolate('run_recipient');
grant select, insert, update on run_recipient to aviso_app;
