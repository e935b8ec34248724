--liquibase formatted sql

--changeset aviso:wording
--comment What a group says on its documents in its own words: whole with each version, only added to, so that a document that names a version can be made again. texts by place, such as FIRST.SV.LEAD.
create table wording (
    tenant_id uuid not null references tenant,
    id        uuid not null,
    group_id  uuid not null,
    ordinal   integer not null check (ordinal > 0),
    texts     jsonb not null,
    made_at   timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, group_id, ordinal),
    foreign key (tenant_id, group_id) references group_node
);
select isolate('wording');
grant select, insert on wording to aviso_app;

--changeset aviso:reminder-wording
--comment The versions of the wording that stood when the reminder was written, the root's first; an invoice has them in its snapshot.
alter table reminder add column wording jsonb not null default '[]';

--changeset aviso:group-accent
--comment The colour of heads and rules on the group's documents.
alter table group_node add column accent text;
