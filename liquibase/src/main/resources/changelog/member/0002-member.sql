--liquibase formatted sql

--changeset aviso:member-number
create table member_series (
    tenant_id uuid not null references tenant,
    next      bigint not null,
    primary key (tenant_id)
);
select isolate('member_series');
grant select, insert, update on member_series to aviso_app;

--changeset aviso:member
create table member (
    tenant_id      uuid not null references tenant,
    id             uuid not null,
    number         bigint not null,
    given_name     text not null,
    family_name    text not null,
    born           date not null,
    email          text,
    street         text,
    postal_code    text,
    city           text,
    channel        smallint not null,
    language       text not null default 'sv',
    guardian_name  text,
    guardian_email text,
    consents       text not null default '',
    version        bigint not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);
select isolate('member');
grant select, insert, update on member to aviso_app;

--changeset aviso:membership
create table membership (
    tenant_id uuid not null references tenant,
    id        uuid not null,
    member_id uuid not null,
    group_id  uuid not null,
    type_id   uuid not null,
    joined_on date not null,
    status    smallint not null,
    primary key (tenant_id, id),
    unique (tenant_id, member_id, group_id, type_id),
    foreign key (tenant_id, member_id) references member,
    foreign key (tenant_id, group_id) references group_node,
    foreign key (tenant_id, type_id) references membership_type
);
create index membership_group on membership (tenant_id, group_id, status);
select isolate('membership');
grant select, insert, update on membership to aviso_app;

--changeset aviso:period
--comment The nth period of a membership; its days are unknown only while a period waits for its first settlement.
create table period (
    tenant_id     uuid not null references tenant,
    id            uuid not null,
    membership_id uuid not null,
    ordinal       integer not null,
    first_day     date,
    last_day      date,
    state         smallint not null,
    primary key (tenant_id, id),
    unique (tenant_id, membership_id, ordinal),
    unique (tenant_id, membership_id, first_day),
    foreign key (tenant_id, membership_id) references membership,
    check ((first_day is null) = (last_day is null)),
    check (last_day >= first_day)
);
create index period_state on period (tenant_id, state, last_day);
select isolate('period');
grant select, insert, update on period to aviso_app;

--changeset aviso:search-token
--comment Free text is searched by prefix ranges of normalised words: LIKE and full text cannot use an index under row-level security.
create table search_token (
    tenant_id uuid not null references tenant,
    token     text collate "C" not null,
    kind      smallint not null,
    id        uuid not null,
    primary key (tenant_id, token, kind, id)
);
create index search_token_owner on search_token (tenant_id, kind, id);
select isolate('search_token');
grant select, insert, delete on search_token to aviso_app;
