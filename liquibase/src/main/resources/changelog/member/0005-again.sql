--liquibase formatted sql

--changeset aviso:membership-again
--comment Who has left may come back: of memberships that do not end, a member has one of a type in a group. The key stood for the look-up by member too.
alter table membership drop constraint membership_tenant_id_member_id_group_id_type_id_key;
create unique index membership_once on membership (tenant_id, member_id, group_id, type_id) where leaves_on is null;
create index membership_member on membership (tenant_id, member_id);
