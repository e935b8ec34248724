-- One federation with a bankgiro of its own and nothing but open claims, each for a period of a membership. {tenant},
-- {claims} and {every} are filled in: of the claims 1 to {claims}, each so manieth is written; equal numbers have equal
-- ids in all tenants. Statements end with an empty line.

create or replace function pg_temp.id(kind text, n bigint) returns uuid immutable language sql as $$
    select (lpad(to_hex(1500000000000 + n), 12, '0') || '7' || kind || '8' || lpad(to_hex(n), 15, '0'))::uuid $$;

create or replace function pg_temp.twice(digit int) returns int immutable language sql as $$
    select case when digit > 4 then digit * 2 - 9 else digit * 2 end $$;

create or replace function pg_temp.digit(n bigint, place int) returns int immutable language sql as $$
    select (n / (10 ^ place)::bigint % 10)::int $$;

create or replace function pg_temp.checked(n bigint) returns text immutable language sql as $$
    select n || ((10 - (pg_temp.twice(pg_temp.digit(n, 0)) + pg_temp.digit(n, 1) + pg_temp.twice(pg_temp.digit(n, 2))
        + pg_temp.digit(n, 3) + pg_temp.twice(pg_temp.digit(n, 4)) + pg_temp.digit(n, 5)
        + pg_temp.twice(pg_temp.digit(n, 6)) + pg_temp.digit(n, 7)) % 10) % 10)::text $$;

insert into group_node (tenant_id, id, parent_id, kind, slug, name, path, bankgiro)
values ('{tenant}', pg_temp.id('0c1', 0), null, 0, 'claims', 'Många fordringar', '/91000/', '9900002');

insert into membership_type (tenant_id, id, slug, name_sv, name_en, period_rule, age_on, vat, account, renewal_kind,
    renewal_days_before, payment_term_days, reminder_after_days, lapse_after_days)
values ('{tenant}', pg_temp.id('0c2', 0), 'claims', 'Slag', 'Kind', 0, 0, 4, 3010, 0, 30, 30, 10, 60);

insert into member (tenant_id, id, number, given_name, family_name, born, street, postal_code, city, channel, language)
select '{tenant}', pg_temp.id('0c3', n), 20000000 + n, 'Given' || n % 900, 'Family' || n % 5000,
       date '1940-01-01' + n % 25000, 'Storgatan ' || n % 200, '831 30', 'Östersund', 1, 'sv'
from generate_series(1, {claims} / 10) n;

insert into membership (tenant_id, id, member_id, group_id, type_id, joined_on, status)
select '{tenant}', pg_temp.id('0c4', n), pg_temp.id('0c3', n), pg_temp.id('0c1', 0), pg_temp.id('0c2', 0), '2016-01-01', 1
from generate_series(1, {claims} / 10) n;

create temp table planned as
select n, 1 + (n - 1) % ({claims} / 10) as member, (n - 1) / ({claims} / 10) as year, 30000 + n % 50 * 100 as total
from generate_series(1::bigint, {claims}) n where n % {every} = 0;

insert into period (tenant_id, id, membership_id, ordinal, first_day, last_day, state)
select '{tenant}', pg_temp.id('0c5', n), pg_temp.id('0c4', member), year + 1, make_date(2016 + year::int, 1, 1),
       make_date(2016 + year::int, 12, 31), 0
from planned order by n;

insert into invoice (tenant_id, id, kind, occasion, seller_group_id, number, giro, ocr, member_id, group_id, total,
    currency, issued_on, due_on, snapshot, created_at)
select '{tenant}', pg_temp.id('0c6', n), 0, 1, pg_temp.id('0c1', 0), n, 'bankgiro:9900002', pg_temp.checked(10000000 + n),
       pg_temp.id('0c3', member), pg_temp.id('0c1', 0), total, 'SEK', make_date(2015 + year::int, 12, 1),
       make_date(2015 + year::int, 12, 31), jsonb_build_object('seller', repeat('uppgift om den som betalas, ', 12),
           'recipient', 'Given Family ' || member, 'lines', jsonb_build_array('Storgatan ' || member, '831 30 Orten')), now()
from planned order by n;

insert into invoice_line (tenant_id, invoice_id, position, kind, text, quantity, unit, amount, vat, vat_amount, account,
    period_id, type_id)
select '{tenant}', pg_temp.id('0c6', n), 1, 0, 'Medlemskap', 1, total, total, 4, 0, 3010, pg_temp.id('0c5', n),
       pg_temp.id('0c2', 0)
from planned order by n;

insert into settlement (tenant_id, invoice_id, claimed, received, credited, status)
select '{tenant}', pg_temp.id('0c6', n), total, 0, 0, 0 from planned order by n;

insert into ocr_reference (tenant_id, giro, ocr, invoice_id)
select '{tenant}', 'bankgiro:9900002', pg_temp.checked(10000000 + n), pg_temp.id('0c6', n) from planned order by n;

insert into number_series (tenant_id, seller_group_id, series, next) values ('{tenant}', pg_temp.id('0c1', 0), 0, {claims} + 1);

insert into asked_giro (tenant_id, giro) values ('{tenant}', 'bankgiro:9900002');

insert into reference_series (tenant_id, next) values ('{tenant}', {claims} + 1)
on conflict (tenant_id) do update set next = greatest(reference_series.next, excluded.next);

drop table planned;
