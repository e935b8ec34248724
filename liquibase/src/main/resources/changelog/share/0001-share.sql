--liquibase formatted sql

--changeset aviso:payout
--comment What a seller pays out to a group at a time. It is paid once, and then stays; a claw-back is taken off the next.
create table payout (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    seller_group_id uuid not null,
    group_id        uuid not null,
    amount          bigint not null check (amount > 0),
    currency        text not null,
    up_to           date not null,
    made_on         date not null,
    paid_on         date,
    entry_id        uuid,
    version         bigint not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, seller_group_id) references group_node,
    foreign key (tenant_id, group_id) references group_node,
    foreign key (tenant_id, entry_id) references ledger_entry,
    check ((paid_on is null) = (entry_id is null)),
    check (seller_group_id <> group_id)
);
create index payout_seller on payout (tenant_id, seller_group_id, id);
select isolate('payout');
grant select, insert, update (paid_on, entry_id, version) on payout to aviso_app;

--changeset aviso:group-share
--comment What a seller owes a group out of what was paid, claim by claim; below nothing where a payment was taken back or a claim credited. Never changed: a payout takes them up.
create table group_share (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    seller_group_id uuid not null,
    group_id        uuid not null,
    invoice_id      uuid not null,
    amount          bigint not null check (amount <> 0),
    currency        text not null,
    booked_on       date not null,
    entry_id        uuid not null,
    payout_id       uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, seller_group_id) references group_node,
    foreign key (tenant_id, group_id) references group_node,
    foreign key (tenant_id, invoice_id) references invoice,
    foreign key (tenant_id, entry_id) references ledger_entry,
    foreign key (tenant_id, payout_id) references payout
);
create index group_share_invoice on group_share (tenant_id, invoice_id);
create index group_share_owed on group_share (tenant_id, seller_group_id, group_id) where payout_id is null;
create index group_share_payout on group_share (tenant_id, payout_id);
select isolate('group_share');
grant select, insert, update (payout_id) on group_share to aviso_app;
