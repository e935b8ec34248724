--liquibase formatted sql

--changeset aviso:exported-object
--comment The objects that an export's vouchers use, with the names that they had when it was decided.
create table exported_object (
    tenant_id uuid not null,
    export_id uuid not null,
    dimension integer not null,
    object    text collate "C" not null,
    name      text not null,
    primary key (tenant_id, export_id, dimension, object),
    foreign key (tenant_id, export_id) references accounting_export
);
select isolate('exported_object');
grant select, insert on exported_object to aviso_app;

--changeset aviso:exported-dimensions
--comment The dimensions that an export's file declares, in their order, with their names.
alter table decided_export add column dimensions jsonb not null default '[]';
