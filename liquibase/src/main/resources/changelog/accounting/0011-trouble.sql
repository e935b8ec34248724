--liquibase formatted sql

--changeset aviso:export-trouble
--comment Exports that could not be decided when it was last tried: how often in a row, when, why, and when it is tried again. A row goes when its export goes on.
create table export_trouble (
    tenant_id uuid not null,
    export_id uuid not null,
    hindrance smallint not null,
    tries     integer not null check (tries > 0),
    tried_at  timestamptz not null,
    again_at  timestamptz not null,
    primary key (tenant_id, export_id),
    foreign key (tenant_id, export_id) references accounting_export
);
select isolate('export_trouble');
grant select, insert, update, delete on export_trouble to aviso_app;
