--liquibase formatted sql

--changeset aviso:payment-day-covering
--comment The payments of some days without their rows, which are wide. Replaces the index that began alike.
create index payment_by_day on payment (tenant_id, booked_on, id) include (amount, seller_group_id, bank_file_id);
drop index payment_day;

--changeset aviso:payment-by-amount
--comment Few payments are of one amount, and they are looked for by it.
create index payment_by_amount on payment (tenant_id, amount, id) include (booked_on, seller_group_id, bank_file_id);

--changeset aviso:words-of-payers
--comment What payers are called and wrote leads to their payments, as words lead to members. The owner sees rows past the isolation for this changeset alone.
alter table payment no force row level security;
alter table search_token no force row level security;
insert into search_token (tenant_id, kind, token, id)
    select distinct p.tenant_id, 3, w.word, p.id
    from payment p
    cross join lateral regexp_split_to_table(
        regexp_replace(normalize(lower(coalesce(p.payer ->> 'name', '') || ' ' || p.message), NFD),
            U&'[\0300-\036F]', '', 'g'), '[^a-z0-9]+') w(word)
    where w.word <> '';
alter table payment force row level security;
alter table search_token force row level security;
