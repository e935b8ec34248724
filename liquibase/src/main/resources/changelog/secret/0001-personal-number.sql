--liquibase formatted sql

--changeset aviso:tenant-key
--comment A tenant's keys, each version wrapped by a master key that the database never sees; the highest seals. Made when first needed; replaced and taken away by the owner alone, when keys are rotated.
create table tenant_key (
    tenant_id uuid not null references tenant,
    version   integer not null check (version > 0),
    master    text collate "C" not null,
    wrapped   bytea not null,
    made_at   timestamptz not null,
    primary key (tenant_id, version)
);
select isolate('tenant_key');
grant select, insert on tenant_key to aviso_app;

--changeset aviso:personal-number
--comment A sealed number begins with the version of its key, so no column can say another. Found by a keyed hash: bytea's equality is leakproof, so the index serves under row-level security, and one number is one member's.
create table personal_number (
    tenant_id   uuid not null references tenant,
    member_id   uuid not null,
    sealed      bytea not null check (length(sealed) = 44),
    lookup      bytea not null check (length(lookup) = 32),
    key_version integer not null generated always as (
        (get_byte(sealed, 0) << 24) | (get_byte(sealed, 1) << 16) | (get_byte(sealed, 2) << 8) | get_byte(sealed, 3)
    ) stored,
    primary key (tenant_id, member_id),
    unique (tenant_id, lookup),
    foreign key (tenant_id, member_id) references member,
    foreign key (tenant_id, key_version) references tenant_key
);
create index personal_number_key on personal_number (tenant_id, key_version, member_id);
select isolate('personal_number');
grant select, insert, update, delete on personal_number to aviso_app;

--changeset aviso:sign-up-asks-number
alter table tenant add column asks_personal_number boolean not null default false;

--changeset aviso:protected-identity
--comment Whose address, e-mail and telephone are shown to few (skyddade personuppgifter).
alter table member add column protected_identity boolean not null default false;

--changeset aviso:member-erased
--comment The day on which a person asked to be forgotten, and was.
alter table member add column erased_on date;

--changeset aviso:payers-without-personal-numbers
--comment Banks name private payers by their personal number. It identifies nobody who is not known already, so it goes; an organisation's number stays. The owner sees rows past the isolation for this changeset alone.
alter table payment no force row level security;
update payment set payer = jsonb_set(payer, '{organisationNumber}', '""')
    where payer ->> 'organisationNumber' <> '' and payer ->> 'organisationNumber' !~ '^(16)?[0-9]{2}[2-9][0-9]{7}$';
alter table payment force row level security;
