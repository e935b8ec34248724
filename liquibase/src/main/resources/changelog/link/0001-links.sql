--liquibase formatted sql

--changeset aviso:member-by-mailbox
--comment Addresses as they are compared (AskedFor.normalised): kept by the database, so that none is ever forgotten; lower() itself could use no index under row-level security.
alter table member
    add column mailbox          text collate "C" generated always as (lower(btrim(email) collate "C")) stored,
    add column guardian_mailbox text collate "C" generated always as (lower(btrim(guardian_email) collate "C")) stored;
create index member_mailbox on member (tenant_id, mailbox) where mailbox is not null;
create index member_guardian_mailbox on member (tenant_id, guardian_mailbox) where guardian_mailbox is not null;

--changeset aviso:login-link
--comment Who asked for a link to log in, and the hash of what was sent. Everybody who asks gets a row: whether there is such a member is found out afterwards. A row that waits for its mail has no hash; all are purged when their time is over.
create table login_link (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    asked           text not null,
    asked_at        timestamptz not null,
    attempts        smallint not null default 0,
    next_attempt_at timestamptz,
    mailbox         text collate "C",
    hash            bytea check (length(hash) = 32),
    expires_at      timestamptz not null,
    used_at         timestamptz,
    primary key (tenant_id, id),
    check (next_attempt_at is null or hash is null)
);
create unique index login_link_hash on login_link (tenant_id, hash) where hash is not null;
create index login_link_due on login_link (tenant_id, next_attempt_at) where next_attempt_at is not null;
create index login_link_mailbox on login_link (tenant_id, mailbox) where mailbox is not null;
create index login_link_end on login_link (tenant_id, expires_at);
select isolate('login_link');
grant select, insert, delete on login_link to aviso_app;
grant update (attempts, next_attempt_at, mailbox, hash, expires_at, used_at) on login_link to aviso_app;

--changeset aviso:invoice-link
--comment Links that open one invoice to whoever holds them; of each purpose one is in force. Expired ones are purged.
create table invoice_link (
    tenant_id    uuid not null references tenant,
    id           uuid not null,
    invoice_id   uuid not null,
    purpose      smallint not null,
    hash         bytea not null check (length(hash) = 32),
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, hash),
    foreign key (tenant_id, invoice_id) references invoice
);
create unique index invoice_link_once on invoice_link (tenant_id, invoice_id, purpose) where revoked_at is null;
create index invoice_link_end on invoice_link (tenant_id, expires_at);
select isolate('invoice_link');
grant select, insert, delete on invoice_link to aviso_app;
grant update (last_used_at, revoked_at) on invoice_link to aviso_app;
