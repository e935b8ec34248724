-- One federation with eight years of invoices: members of many clubs, most of what is old is paid, six tenths of a year
-- is one run in December. {tenant}, {salt}, {members}, {invoices} are filled in; statements end with an empty line.

create or replace function pg_temp.id(kind text, n bigint) returns uuid immutable language sql as $$
    select (lpad(to_hex(1500000000000 + n), 12, '0') || '7' || substr(md5(kind || n), 1, 3) || '8'
            || substr(md5(kind || n), 4, 15))::uuid $$;

create or replace function pg_temp.dice(n bigint, salt int, sides int) returns int immutable language sql as $$
    select abs(hashint8(n * 31 + salt) % sides) $$;

insert into group_node (tenant_id, id, parent_id, kind, slug, name, path, bankgiro)
select '{tenant}', pg_temp.id('{salt}g', n), case when n > 0 then pg_temp.id('{salt}g', case when n <= 20 then 0 else n % 20 + 1 end) end,
       case when n = 0 then 0 when n <= 20 then 1 else 2 end, '{salt}-plats-' || n, 'Plats ' || n,
       '/90000/' || case when n = 0 then '' when n <= 20 then lpad(n::text, 5, '0') || '/'
            else lpad((n % 20 + 1)::text, 5, '0') || '/' || lpad(n::text, 5, '0') || '/' end, null
from generate_series(0, greatest(40, {members} / 100)) n order by n;

insert into membership_type (tenant_id, id, slug, name_sv, name_en, period_rule, age_on, vat, account, renewal_kind,
    renewal_days_before, payment_term_days, reminder_after_days, lapse_after_days)
select '{tenant}', pg_temp.id('{salt}t', n), '{salt}-slag-' || n, 'Slag ' || n, 'Kind ' || n, 0, 0, 4, 3010, 0, 30, 30, 10, 60
from generate_series(0, 3) n;

insert into member (tenant_id, id, number, given_name, family_name, born, email, channel)
select '{tenant}', pg_temp.id('{salt}m', n), 10000000 + n, 'Given' || pg_temp.dice(n, 1, 900), 'Family' || pg_temp.dice(n, 2, 5000),
       date '1940-01-01' + pg_temp.dice(n, 3, 25000), 'm' || n || '@{salt}.example', pg_temp.dice(n, 4, 10) / 7
from generate_series(1, {members}) n;

insert into search_token (tenant_id, token, kind, id)
select '{tenant}', w.word, 1, m.id from member m
cross join lateral (values (lower(m.given_name)), (lower(m.family_name)), (m.number::text)) w(word)
where m.tenant_id = '{tenant}' and m.number > 10000000 on conflict do nothing;

insert into membership (tenant_id, id, member_id, group_id, type_id, joined_on, status)
select '{tenant}', pg_temp.id('{salt}s', n), pg_temp.id('{salt}m', n),
       pg_temp.id('{salt}g', 21 + pg_temp.dice(n, 5, greatest(40, {members} / 100) - 20)),
       pg_temp.id('{salt}t', greatest(0, pg_temp.dice(n, 6, 12) - 8)), '2019-01-01', 1
from generate_series(1, {members}) n;

create temp table planned as
select n, 1 + (n - 1) % {members} as member, (n - 1) * 8 / {invoices} as years,
       ((n - 1) * 8 % {invoices})::float8 / {invoices} as part
from generate_series(1::bigint, {invoices}) n;

create temp table planned_invoice as
select p.n, pg_temp.id('{salt}i', p.n) as id, p.member, pg_temp.id('{salt}p', p.n) as period_id,
       pg_temp.id('{salt}s', p.member) as membership_id, p.years::int as years,
       case when p.n % 100 = 7 then 1 else 0 end as kind,
       (array[30000, 30000, 45000, 20000, 10000, 120000])[1 + pg_temp.dice(p.n, 7, 6)] + pg_temp.dice(p.n, 8, 50) * 100 as total,
       make_date(2019 + p.years::int, 1, 1)
           + case when p.part < 0.35 then (p.part / 0.35 * 334)::int when p.part < 0.95 then 334
                  else 334 + ((p.part - 0.95) / 0.05 * 30)::int end as issued_on,
       case when p.n < {invoices} * 0.9 then case when pg_temp.dice(p.n, 9, 100) = 0 then 0 else 2 end
            else (array[2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 0, 0, 0, 0, 0])[1 + pg_temp.dice(p.n, 10, 15)] end as status
from planned p;

insert into period (tenant_id, id, membership_id, ordinal, first_day, last_day, state)
select '{tenant}', period_id, membership_id, row_number() over (partition by member order by n),
       issued_on + n::int % 2, issued_on + 364, case status when 2 then 3 else 0 end
from planned_invoice order by n;

insert into invoice (tenant_id, id, kind, occasion, seller_group_id, number, giro, ocr, member_id, group_id, total,
    currency, issued_on, due_on, snapshot, run_id, created_at)
select '{tenant}', i.id, i.kind, 1, pg_temp.id('{salt}g', 0), i.n, '9900000', (100000000000 + i.n)::text || '5', s.member_id, s.group_id,
       i.total, 'SEK', i.issued_on, i.issued_on + 30,
       jsonb_build_object('seller', repeat('uppgift om den som betalas, ', 12), 'recipient', 'Given Family ' || i.member,
           'lines', jsonb_build_array('Storgatan ' || i.member, '123 45 Orten'), 'language', 'sv'),
       case when i.issued_on = make_date(2019 + i.years, 12, 1) then pg_temp.id('{salt}r', i.years) end, now()
from planned_invoice i join membership s on s.tenant_id = '{tenant}' and s.id = i.membership_id order by i.n;

insert into invoice_line (tenant_id, invoice_id, position, kind, text, quantity, unit, amount, vat, vat_amount, account, period_id, type_id)
select '{tenant}', i.id, 1, 0, 'Medlemskap', 1, i.total, i.total, 4, 0, 3010, i.period_id, s.type_id
from planned_invoice i join membership s on s.tenant_id = '{tenant}' and s.id = i.membership_id order by i.n;

insert into settlement (tenant_id, invoice_id, claimed, received, credited, status)
select '{tenant}', id, total, case status when 2 then total when 1 then total / 2 else 0 end, 0, status
from planned_invoice where kind = 0 order by n;

insert into offer_answer (tenant_id, invoice_id, state)
select '{tenant}', id, case when n < {invoices} * 0.98 then 2 else 0 end from planned_invoice where kind = 1 order by n;

insert into ocr_reference (tenant_id, giro, ocr, invoice_id)
select '{tenant}', '9900000', (100000000000 + n)::text || '5', id from planned_invoice order by n;

insert into reminder (tenant_id, invoice_id, level, issued_on, open)
select '{tenant}', id, 1, issued_on + 40, total from planned_invoice
where kind = 0 and (status < 2 or pg_temp.dice(n, 11, 20) = 0) order by n;

insert into dispatch (tenant_id, id, invoice_id, document, channel, state, next_attempt_at, created_at, changed_at)
select '{tenant}', pg_temp.id('{salt}d', n), id, 0, pg_temp.dice(member, 4, 10) / 7,
       case pg_temp.dice(n, 12, 100) when 0 then 5 when 1 then 6 else 3 end, now(), now(), now()
from planned_invoice order by n;

insert into number_series (tenant_id, seller_group_id, series, next)
select '{tenant}', pg_temp.id('{salt}g', 0), k, {invoices} + 1 from generate_series(0, 2) k;

insert into asked_giro (tenant_id, giro) values ('{tenant}', '9900000');

insert into reference_series (tenant_id, next) values ('{tenant}', {invoices} + 1)
on conflict (tenant_id) do update set next = greatest(reference_series.next, excluded.next);

drop table planned, planned_invoice;
