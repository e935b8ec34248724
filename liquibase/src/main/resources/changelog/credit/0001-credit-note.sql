--liquibase formatted sql

--changeset aviso:credit-note
--comment A credit note is a document of kind 2 with lines of its own; here stands which claim it credits, and why. kept: so much became the payer's credit balance.
create table credit_note (
    tenant_id  uuid not null references tenant,
    id         uuid not null,
    invoice_id uuid not null,
    reason     text not null,
    whole      boolean not null,
    kept       bigint not null check (kept >= 0),
    entry_id   uuid,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, id) references invoice,
    foreign key (tenant_id, invoice_id) references invoice,
    foreign key (tenant_id, entry_id) references ledger_entry
);
create index credit_note_invoice on credit_note (tenant_id, invoice_id);
select isolate('credit_note');
grant select, insert on credit_note to aviso_app;

--changeset aviso:credited-line
--comment The place of the claim's line that a line of a credit note takes back.
alter table invoice_line add column credits_line smallint;

--changeset aviso:settlement-kept
--comment kept: paid beyond the claim once it was credited, and moved to the payer's credit balance. credited_whole: nothing of the claim is left; only this says so of a claim for nothing.
alter table settlement add column kept bigint not null default 0 check (kept >= 0);
alter table settlement add column credited_whole boolean not null default false;

--changeset aviso:credit-balance
--comment What a seller owes a payer and keeps for the next invoice: a cache that doctor rebuilds from the movements and compares with the ledger.
create table credit_balance (
    tenant_id       uuid not null references tenant,
    member_id       uuid not null,
    seller_group_id uuid not null,
    currency        text collate "C" not null,
    amount          bigint not null check (amount >= 0),
    primary key (tenant_id, member_id, seller_group_id, currency),
    foreign key (tenant_id, member_id) references member,
    foreign key (tenant_id, seller_group_id) references group_node
);
select isolate('credit_balance');
grant select, insert, update on credit_balance to aviso_app;

--changeset aviso:credit-movement
--comment What came to a credit balance (above nothing) and what was taken of it (below); never changed. kind: 0 a credit note left it.
create table credit_movement (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    member_id       uuid not null,
    seller_group_id uuid not null,
    currency        text collate "C" not null,
    amount          bigint not null check (amount <> 0),
    kind            smallint not null,
    invoice_id      uuid,
    credit_note_id  uuid,
    payment_id      uuid,
    entry_id        uuid not null,
    moved_on        date not null,
    created_at      timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, member_id, seller_group_id, currency) references credit_balance,
    foreign key (tenant_id, invoice_id) references invoice,
    foreign key (tenant_id, credit_note_id) references credit_note,
    foreign key (tenant_id, payment_id) references payment,
    foreign key (tenant_id, entry_id) references ledger_entry
);
create index credit_movement_balance on credit_movement (tenant_id, member_id, seller_group_id);
select isolate('credit_movement');
grant select, insert on credit_movement to aviso_app;
