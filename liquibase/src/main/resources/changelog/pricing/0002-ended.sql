--liquibase formatted sql

--changeset aviso:type-ends
--comment From that day on the type is given to nobody, and no next period begins; what began before runs to its end.
alter table membership_type add column ends_from date;

--changeset aviso:price-ends
--comment A price is known by an id wherever its group moves. One that was used is only ended, from a day on; one that was not can be taken away.
alter table price add column id uuid not null default gen_random_uuid();
alter table price alter column id drop default;
alter table price add column ends_from date check (ends_from > valid_from);
alter table price add constraint price_id unique (tenant_id, id);
grant update (ends_from), delete on price to aviso_app;
