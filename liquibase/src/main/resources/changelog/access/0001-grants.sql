--liquibase formatted sql

--changeset aviso:app-user
--comment Who works with a tenant. Somebody invited has no subject until the first log-in with that address; the identity provider's name and address are kept from then on.
create table app_user (
    tenant_id    uuid not null references tenant,
    id           uuid not null,
    subject      text collate "C",
    email        text collate "C",
    name         text not null,
    created_at   timestamptz not null,
    logged_in_at timestamptz,
    primary key (tenant_id, id)
);
create unique index app_user_subject on app_user (tenant_id, subject) where subject is not null;
create unique index app_user_email on app_user (tenant_id, email) where email is not null;
select isolate('app_user');
grant select, insert, update on app_user to aviso_app;

--changeset aviso:grant-of-a-user
--comment A grant is of a user, on a group, until a day; it is never changed, only ended. The group and not its path: a move changes no grant. Without a group it holds for the whole tree.
alter table role_grant
    add column user_id  uuid,
    add column group_id uuid,
    add column until    date,
    add column given_by uuid,
    add column given_at timestamptz,
    add column ended_by uuid,
    add column ended_at timestamptz;

--changeset aviso:grants-find-their-users
--comment The owner sees rows past the isolation for this changeset alone. A path that leads nowhere must not become the whole tree.
alter table role_grant no force row level security;
alter table app_user no force row level security;
alter table group_node no force row level security;
insert into app_user (tenant_id, id, subject, name, created_at)
    select tenant_id, (array_agg(id order by id))[1], subject, subject, now() from role_grant group by tenant_id, subject;
update role_grant r set user_id = u.id, given_at = now()
    from app_user u where u.tenant_id = r.tenant_id and u.subject = r.subject;
update role_grant r set group_id = g.id
    from group_node g where g.tenant_id = r.tenant_id and g.path = r.group_path;
delete from role_grant where group_id is null and group_path <> '/';
alter table role_grant force row level security;
alter table app_user force row level security;
alter table group_node force row level security;

--changeset aviso:grants-without-paths
alter table role_grant
    drop column subject,
    drop column group_path,
    alter column user_id set not null,
    alter column given_at set not null,
    add foreign key (tenant_id, user_id) references app_user,
    add foreign key (tenant_id, group_id) references group_node,
    add foreign key (tenant_id, member_id) references member,
    add foreign key (tenant_id, given_by) references app_user,
    add foreign key (tenant_id, ended_by) references app_user;
revoke delete on role_grant from aviso_app;
grant update (user_id, ended_by, ended_at) on role_grant to aviso_app;
create unique index role_grant_once on role_grant (tenant_id, user_id, role, group_id, member_id)
    nulls not distinct where ended_at is null;
create index role_grant_group on role_grant (tenant_id, group_id);

--changeset aviso:moved-prices
--comment A group that moves takes its prices along: the path is rewritten, day, ages and amount never are.
grant update (group_path) on price to aviso_app;

--changeset aviso:bank-file-of-sellers
--comment Whose money a file brings, and on whose behalf it is taken; nobody's where it came by itself.
alter table bank_file add column handed_by uuid;
alter table bank_file add foreign key (tenant_id, handed_by) references app_user;
create table bank_file_seller (
    tenant_id       uuid not null references tenant,
    bank_file_id    uuid not null,
    seller_group_id uuid not null,
    primary key (tenant_id, bank_file_id, seller_group_id),
    foreign key (tenant_id, bank_file_id) references bank_file,
    foreign key (tenant_id, seller_group_id) references group_node
);
select isolate('bank_file_seller');
grant select, insert on bank_file_seller to aviso_app;

--changeset aviso:bank-files-find-their-sellers
--comment The owner sees rows past the isolation for this changeset alone.
alter table bank_file_seller no force row level security;
alter table payment no force row level security;
insert into bank_file_seller (tenant_id, bank_file_id, seller_group_id)
    select distinct tenant_id, bank_file_id, seller_group_id from payment;
alter table bank_file_seller force row level security;
alter table payment force row level security;
