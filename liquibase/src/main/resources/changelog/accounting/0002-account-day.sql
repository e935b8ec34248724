--liquibase formatted sql

--changeset aviso:account-day
--comment What entries moved on an account of a seller on a day. Each booking adds rows of its own, so that nobody waits for another's; the night folds them into one a day. A cache that doctor compares with the postings.
create table account_day (
    tenant_id       uuid not null,
    seller_group_id uuid not null,
    booked_on       date not null,
    account         integer not null,
    currency        text collate "C" not null,
    id              uuid not null,
    debit           bigint not null check (debit >= 0),
    credit          bigint not null check (credit >= 0),
    postings        bigint not null check (postings > 0),
    primary key (tenant_id, seller_group_id, booked_on, account, currency, id),
    foreign key (tenant_id, seller_group_id) references group_node
);
create index account_day_of_account on account_day (tenant_id, account, booked_on) include (seller_group_id, currency, debit, credit, postings);
select isolate('account_day');
grant select, insert, delete on account_day to aviso_app;

--changeset aviso:account-day-of-what-is-there
--comment Row-level security binds the owner too; it is lifted for this one statement, in the same transaction.
alter table ledger_entry no force row level security;
alter table posting no force row level security;
alter table account_day no force row level security;
insert into account_day (tenant_id, seller_group_id, booked_on, account, currency, id, debit, credit, postings)
select e.tenant_id, e.seller_group_id, e.booked_on, p.account, p.currency, gen_random_uuid(),
       coalesce(sum(p.amount) filter (where p.side = 0), 0), coalesce(sum(p.amount) filter (where p.side = 1), 0), count(*)
from ledger_entry e join posting p on p.tenant_id = e.tenant_id and p.entry_id = e.id
group by 1, 2, 3, 4, 5;
alter table ledger_entry force row level security;
alter table posting force row level security;
alter table account_day force row level security;

--changeset aviso:entries-of-a-day
--comment The entries of a seller's day in the order of lists. Replaces the index that began alike.
create index ledger_entry_of_day on ledger_entry (tenant_id, seller_group_id, booked_on, id);
drop index ledger_entry_day;

--changeset aviso:postings-of-an-account
--comment An account's entries in the order of lists, and an amount among them.
create index posting_account on posting (tenant_id, account, entry_id) include (side, amount);
