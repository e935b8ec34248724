-- Payments of eight years on top of planted invoices ({salt}): one for each settled invoice, told by its date, a bank
-- file a week; one in five hundred waits. {tenant}, {salt}, {payments} are filled in; statements end with an empty line.

create or replace function pg_temp.id(kind text, n bigint) returns uuid immutable language sql as $$
    select (lpad(to_hex(1500000000000 + n), 12, '0') || '7' || substr(md5(kind || n), 1, 3) || '8'
            || substr(md5(kind || n), 4, 15))::uuid $$;

create temp table planned as
select n, pg_temp.id('{salt}y', n) as id, pg_temp.id('{salt}i', n) as invoice_id, i.total, i.due_on - (n % 25)::int as day, i.ocr,
       1 + (n - 1) % greatest(1, {payments} / 10) as member, (n % 500 = 11) as waits
from generate_series(1::bigint, {payments}) n join invoice i on i.tenant_id = '{tenant}' and i.id = pg_temp.id('{salt}i', n);

insert into bank_file (tenant_id, id, vault_id, sha256, name, format, state, received_at, received_by)
select '{tenant}', pg_temp.id('{salt}f', week), pg_temp.id('{salt}v', week), md5('{salt}' || week), 'vecka-' || week, 'bgmax', 2,
       now(), 'bench'
from generate_series(0, 600) week;

insert into payment (tenant_id, bank_file_id, id, seller_group_id, giro, bank_key, booked_on, amount, currency, reference,
    message, payer, record, byte_offset, format, likeness)
select '{tenant}', pg_temp.id('{salt}f', (day - date '2018-01-01') / 7), id, pg_temp.id('{salt}g', case when n % 3 = 0 then n % 21 else 21 + n % 20 end),
       'bankgiro:9900000', lpad(n::text, 12, '0'), day, total, 'SEK', case when waits then 'avgift familjen' else ocr end,
       case when n % 7 = 0 then 'Lager vecka ' || n % 52 else '' end,
       jsonb_build_object('name', 'Given' || member % 900 || ' Family' || member % 5000, 'address',
           jsonb_build_object('street', '', 'postalCode', '', 'city', '', 'country', ''), 'account',
           (8000000000 + member)::text, 'organisationNumber', ''), n, n * 240, 'bgmax', '{salt}' || total || '/' || ocr
from planned order by n;

insert into payment_state (tenant_id, payment_id, allocated, suspense, reason)
select '{tenant}', id, case when waits then 0 else total end, case when waits then total else 0 end,
       case when waits then 1 + n % 3 else 0 end from planned order by n;

insert into payment_reference (tenant_id, reference, payment_id)
select '{tenant}', case when waits then 'avgift familjen' else ocr end, id from planned;

insert into search_token (tenant_id, token, kind, id)
select '{tenant}', w.word, 3, p.id from planned p
cross join lateral (values ('given' || p.member % 900), ('family' || p.member % 5000),
    (case when p.n % 7 = 0 then 'lager' end)) w(word) where w.word is not null;

insert into ledger_entry (tenant_id, id, seller_group_id, kind, booked_on, created_at)
select '{tenant}', pg_temp.id('{salt}e', n), pg_temp.id('{salt}g', 0), 1, day, now() from planned where not waits order by n;

insert into allocation (tenant_id, id, payment_id, invoice_id, amount, allocated_on, entry_id)
select '{tenant}', pg_temp.id('{salt}a', n), id, invoice_id, total, day, pg_temp.id('{salt}e', n)
from planned where not waits order by n;

drop table planned;
