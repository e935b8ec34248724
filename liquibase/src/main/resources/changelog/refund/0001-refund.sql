--liquibase formatted sql

--changeset aviso:refund-export
--comment A file by which a bank was told to pay; the same bytes each time it is fetched, for the bank tells a second one by its message id.
create table refund_export (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    seller_group_id uuid not null,
    message_id      text collate "C" not null,
    made_on         date not null,
    made_by         text not null,
    execution_on    date not null,
    payments        integer not null,
    total           bigint not null,
    currency        text collate "C" not null,
    sha256          text not null,
    content         bytea not null,
    primary key (tenant_id, id),
    unique (tenant_id, message_id),
    foreign key (tenant_id, seller_group_id) references group_node
);
select isolate('refund_export');
grant select, insert on refund_export to aviso_app;

--changeset aviso:refund
--comment Money that is paid back: out of what waited of a payment, or out of a credit balance. state: 0 proposed, 1 approved, 2 exported, 3 paid, 4 failed, 5 cancelled. returned_to: 0 the payer's credit balance, 1 the payment, where it waits again.
create table refund (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    seller_group_id uuid not null,
    member_id       uuid,
    payment_id      uuid,
    amount          bigint not null check (amount > 0),
    currency        text collate "C" not null,
    account_kind    smallint not null,
    account         text collate "C" not null,
    payee           text not null,
    note            text not null,
    state           smallint not null,
    proposed_by     text not null,
    proposer_id     uuid not null,
    proposed_on     date not null,
    approved_by     text,
    approved_on     date,
    export_id       uuid,
    paid_on         date,
    returned_to     smallint,
    failure         text not null default '',
    entry_id        uuid not null,
    sent_entry_id   uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, seller_group_id) references group_node,
    foreign key (tenant_id, member_id) references member,
    foreign key (tenant_id, payment_id) references payment,
    foreign key (tenant_id, export_id) references refund_export,
    foreign key (tenant_id, entry_id) references ledger_entry,
    foreign key (tenant_id, sent_entry_id) references ledger_entry,
    check (member_id is not null or payment_id is not null),
    check ((returned_to is not null) = (state in (4, 5)))
);
create index refund_seller on refund (tenant_id, seller_group_id, id);
create index refund_open on refund (tenant_id, id) where state in (0, 1, 2);
create index refund_payment on refund (tenant_id, payment_id) where payment_id is not null;
create index refund_member on refund (tenant_id, member_id) where member_id is not null;
create index refund_of_export on refund (tenant_id, export_id) where export_id is not null;
select isolate('refund');
grant select, insert, update (state, approved_by, approved_on, export_id, paid_on, returned_to, failure, sent_entry_id) on refund to aviso_app;

--changeset aviso:refund-limit
--comment What one person may pay back without a second; öre.
create table refund_limit (
    tenant_id uuid not null references tenant,
    amount    bigint not null check (amount >= 0),
    version   bigint not null default 1,
    primary key (tenant_id)
);
select isolate('refund_limit');
grant select, insert, update on refund_limit to aviso_app;

--changeset aviso:refunds-of-payments
--comment refunded: so much of the payment is paid back, or was set aside for it and went to a credit balance. kind of a movement: 6 set aside for a refund, 7 a refund failed or was called off.
alter table payment_state add column refunded bigint not null default 0 check (refunded >= 0);
alter table credit_movement add column refund_id uuid;
alter table credit_movement add foreign key (tenant_id, refund_id) references refund;
create index credit_movement_refund on credit_movement (tenant_id, refund_id) where refund_id is not null;

--changeset aviso:purge-refunds splitStatements:false
--comment To whom it was paid back, when the year is over; amount and days stay. Of a file of which nothing is named any more the bytes go. The server may not change either otherwise.
create function purge_refunds(most int) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    done int;
begin
    update refund set payee = '', account = '', note = '', failure = ''
    where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and id in (
        select r.id from refund r
        where r.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
          and r.proposed_on < retention_boundary() and r.state in (3, 4, 5) and r.payee <> ''
        limit most);
    get diagnostics done = row_count;
    update refund_export e set content = ''
    where e.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and e.made_on < retention_boundary()
      and e.content <> ''
      and not exists (select from refund r where r.tenant_id = e.tenant_id and r.export_id = e.id and r.payee <> '');
    return done;
end $$;

--changeset aviso:purge-refunds-by-the-server
revoke all on function purge_refunds(int) from public;
grant execute on function purge_refunds(int) to aviso_app;
