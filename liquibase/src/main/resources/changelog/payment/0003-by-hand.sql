--liquibase formatted sql

--changeset aviso:payment-reference
--comment What payers wrote, one row a line, for the search by reference: an array or a pattern could use no index under row-level security.
create table payment_reference (
    tenant_id  uuid not null references tenant,
    reference  text collate "C" not null,
    payment_id uuid not null,
    primary key (tenant_id, reference, payment_id),
    foreign key (tenant_id, payment_id) references payment
);
select isolate('payment_reference');
grant select, insert on payment_reference to aviso_app;

--changeset aviso:payment-reference-of-what-is-there
--comment Row-level security binds the owner too; it is lifted for this one statement, in the same transaction.
alter table payment no force row level security;
alter table payment_reference no force row level security;
insert into payment_reference (tenant_id, reference, payment_id)
select distinct p.tenant_id, left(btrim(r.line), 200), p.id
from payment p cross join lateral unnest(string_to_array(p.reference, chr(10))) r(line)
where btrim(r.line) <> '';
alter table payment force row level security;
alter table payment_reference force row level security;

--changeset aviso:allocation-undone-once
create unique index allocation_reverses on allocation (tenant_id, reverses_id) where reverses_id is not null;

--changeset aviso:payment-state-waiting
--comment The queue of what waits for a person, the newest first.
create index payment_state_waiting on payment_state (tenant_id, payment_id) where reason <> 0;
