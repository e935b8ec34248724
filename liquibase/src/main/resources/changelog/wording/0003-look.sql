--liquibase formatted sql

--changeset aviso:group-look
--comment How a group's documents look, kind by kind: whole with each version, only added to, so that a document that names a version looks as it did. looks by place: TEMPLATE for all kinds, as the group itself has it, REMINDER1.TEMPLATE for one. Groups that have a look begin with a version of it; the owner sees rows past the isolation for this changeset alone.
create table group_look (
    tenant_id uuid not null references tenant,
    id        uuid not null,
    group_id  uuid not null,
    ordinal   integer not null check (ordinal > 0),
    looks     jsonb not null,
    made_at   timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, group_id, ordinal),
    foreign key (tenant_id, group_id) references group_node
);
alter table group_node no force row level security;
insert into group_look (tenant_id, id, group_id, ordinal, looks, made_at)
    select g.tenant_id, gen_random_uuid(), g.id, 1,
        jsonb_strip_nulls(jsonb_build_object('TEMPLATE', g.template_id, 'ACCENT', g.accent, 'LOGO', g.logo_hash)), now()
    from group_node g where num_nonnulls(g.template_id, g.accent, g.logo_hash) > 0;
alter table group_node force row level security;
select isolate('group_look');
grant select, insert on group_look to aviso_app;
