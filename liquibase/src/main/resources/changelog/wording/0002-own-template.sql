--liquibase formatted sql

--changeset aviso:own-template
--comment Pages that a tenant of the edition ENTERPRISE has drawn itself, in versions: look, html and css as the author wrote them; pages and sheet with all parts of shipped pages put in, so that a document that names a version is made again as it was, by any later release.
create table own_template (
    tenant_id uuid not null references tenant,
    id        uuid not null,
    group_id  uuid not null,
    ordinal   integer not null check (ordinal > 0),
    look      text not null,
    html      text not null,
    css       text not null,
    pages     jsonb not null,
    sheet     text not null,
    made_at   timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, group_id, ordinal),
    foreign key (tenant_id, group_id) references group_node
);
select isolate('own_template');
grant select, insert on own_template to aviso_app;
