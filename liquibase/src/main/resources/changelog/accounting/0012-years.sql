--liquibase formatted sql

--changeset aviso:exported-year
--comment The calendar years in which an export's vouchers stand, with how many and the sum of their debits: accounting programs take the days of an open year alone. Kept with the last voucher. The owner sees the rows past the isolation for what was decided before.
create table exported_year (
    tenant_id uuid not null,
    export_id uuid not null,
    year      integer not null,
    vouchers  bigint not null check (vouchers > 0),
    turnover  bigint not null check (turnover >= 0),
    primary key (tenant_id, export_id, year),
    foreign key (tenant_id, export_id) references accounting_export
);
alter table decided_export no force row level security;
alter table exported_voucher no force row level security;
insert into exported_year (tenant_id, export_id, year, vouchers, turnover)
    select v.tenant_id, v.export_id, extract(year from v.day)::integer, count(*), sum(s.debit)
    from decided_export d
    join exported_voucher v on v.tenant_id = d.tenant_id and v.export_id = d.export_id
    cross join lateral (select coalesce(sum(greatest((r ->> 'amount')::bigint, 0)), 0) as debit
        from jsonb_array_elements(v.rows) r) s
    group by 1, 2, 3;
alter table exported_voucher force row level security;
alter table decided_export force row level security;
select isolate('exported_year');
grant select, insert on exported_year to aviso_app;
