--liquibase formatted sql

--changeset aviso:identity-task
--comment The outbox to the identity provider: what is to be done there, in the words of identity.TaskKind, and how it went. One of a kind waits for a user at a time.
create table identity_task (
    tenant_id  uuid not null references tenant,
    id         uuid not null,
    kind       smallint not null,
    user_id    uuid,
    link       text collate "C",
    state      smallint not null,
    failures   smallint not null default 0,
    failure    smallint,
    due_at     timestamptz not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, user_id) references app_user
);
create unique index identity_task_waiting on identity_task (tenant_id, kind, user_id, link)
    nulls not distinct where state in (0, 1);
create index identity_task_due on identity_task (tenant_id, state, due_at);
create index identity_task_user on identity_task (tenant_id, user_id, id);
select isolate('identity_task');
grant select, insert on identity_task to aviso_app;
grant update (state, failures, failure, due_at, changed_at) on identity_task to aviso_app;

--changeset aviso:ended-session
--comment Sessions of browsers that the identity provider, or who took the last grant, has ended. A log-out token names no tenant, so neither does this; it holds the provider's own ids of sessions and users for a week, and nothing else.
create table ended_session (
    token    text collate "C" primary key,
    session  text collate "C",
    subject  text collate "C",
    ended_at timestamptz not null,
    check (session is not null or subject is not null)
);
create index ended_session_session on ended_session (session);
create index ended_session_subject on ended_session (subject);
grant select, insert, delete on ended_session to aviso_app;
