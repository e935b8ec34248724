--liquibase formatted sql

--changeset aviso:bank-source
--comment Where bank files come from by themselves, or by the operator's hand: the operator's, no tenant's. kind: UPLOAD, FOLDER, SFTP. Of a removed source the row stays, for its files name it.
create table bank_source (
    id             uuid primary key,
    kind           smallint not null,
    name           text not null,
    every_minutes  smallint not null default 0,
    hours          text collate "C" not null default '',
    expected       smallint not null default 0,
    expected_by    smallint not null default 540,
    expected_since timestamptz,
    removed_at     timestamptz,
    version        bigint not null default 1
);
insert into bank_source (id, kind, name) values
    ('00000000-0000-0000-0000-000000000001', 0, 'upload'),
    ('00000000-0000-0000-0000-000000000002', 1, 'folder');
grant select, insert, update on bank_source to aviso_app;

--changeset aviso:bank-look
--comment How the latest look at a source went, and when the next is due; apart from the source, for it changes by itself.
create table bank_look (
    source_id    uuid primary key references bank_source,
    looked_at    timestamptz,
    next_look_at timestamptz,
    found        integer not null default 0,
    last_file    text,
    last_file_at timestamptz,
    failure      text collate "C",
    failures     integer not null default 0
);
create index bank_look_due on bank_look (next_look_at);
insert into bank_look (source_id) select id from bank_source;
grant select, insert, update on bank_look to aviso_app;

--changeset aviso:sftp-connection
--comment How a server is reached. The secret is sealed by the master key that is named beside it; host_key is what a person has compared and pinned.
create table sftp_connection (
    source_id      uuid primary key references bank_source,
    host           text not null,
    port           integer not null,
    user_name      text not null,
    by_key         boolean not null,
    master         text collate "C" not null,
    secret         bytea not null,
    host_key       text collate "C",
    folder         text not null,
    pattern        text not null,
    archive_folder text not null
);
grant select, insert, update, delete on sftp_connection to aviso_app;

--changeset aviso:bank-arrival
--comment Files that lie at a server and were looked at once: taken when a later look finds them as they were.
create table bank_arrival (
    source_id uuid not null references bank_source,
    name      text collate "C" not null,
    size      bigint not null,
    modified  bigint not null,
    seen_at   timestamptz not null,
    primary key (source_id, name)
);
grant select, insert, update, delete on bank_arrival to aviso_app;

--changeset aviso:picked-file
--comment A file that came for whoever its giro numbers belong to. scope: the one tenant whose folder it lay in, or the zero id. The same bytes in the same scope are one file. note: why it was put aside.
create table picked_file (
    id          uuid primary key,
    source_id   uuid not null references bank_source,
    vault_id    uuid not null references vault_file,
    sha256      text collate "C" not null,
    scope       uuid not null,
    name        text not null,
    state       smallint not null,
    format      text,
    problems    jsonb not null default '[]',
    note        text,
    received_at timestamptz not null,
    unique (sha256, scope)
);
create index picked_file_waiting on picked_file (state, id);
create index picked_file_source on picked_file (source_id, id);
grant select, insert, update (state, format, problems, note) on picked_file to aviso_app;

--changeset aviso:picked-section
--comment A section of such a file. accounts: the numbers that it names. receiver: the tenant that gets it.
create table picked_section (
    file_id   uuid not null references picked_file,
    position  integer not null,
    accounts  text not null,
    records   bigint not null,
    amount    bigint not null,
    currency  text not null,
    booked_on date not null,
    receiver  uuid,
    primary key (file_id, position)
);
create index picked_section_receiver on picked_section (receiver, file_id);
grant select, insert, update (receiver) on picked_section to aviso_app;

--changeset aviso:bank-alarm
--comment What is wrong with a source until it ends by itself. kind: MISSING, HOST_KEY, FAILING.
create table bank_alarm (
    id        uuid primary key,
    source_id uuid not null references bank_source,
    kind      smallint not null,
    since     timestamptz not null,
    ended_at  timestamptz
);
create unique index bank_alarm_open on bank_alarm (source_id, kind) where ended_at is null;
grant select, insert, update (ended_at) on bank_alarm to aviso_app;

--changeset aviso:bank-source-tenant
--comment By which sources money has come to the tenant, and when last: whose office is told when one is late.
create table bank_source_tenant (
    tenant_id uuid not null references tenant,
    source_id uuid not null,
    last_at   timestamptz not null,
    primary key (tenant_id, source_id)
);
select isolate('bank_source_tenant');
grant select, insert, update (last_at) on bank_source_tenant to aviso_app;

--changeset aviso:bank-file-sections
--comment Of a file that serves several tenants: which sections are this one's, a line each; it is shown those, as if there were no others. Null: the tenant handed the file in and knows all of it.
alter table bank_file add column sections text;
