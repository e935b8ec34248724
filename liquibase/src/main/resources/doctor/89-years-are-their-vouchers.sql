-- The years of an export are its kept vouchers: each stands in the year of its day, none is lost and none is there twice.
-- [money]
select q.export_id as id, q.year, sum(q.turnover) as off
from (
    select y.tenant_id, y.export_id, y.year, y.vouchers, y.turnover
    from decided_export d
    join exported_year y on y.tenant_id = d.tenant_id and y.export_id = d.export_id
    union all
    select v.tenant_id, v.export_id, extract(year from v.day)::integer, -1, -s.debit
    from decided_export d
    join exported_voucher v on v.tenant_id = d.tenant_id and v.export_id = d.export_id
    cross join lateral (
        select coalesce(sum(greatest((r ->> 'amount')::bigint, 0)), 0) as debit from jsonb_array_elements(v.rows) r) s) q
group by q.tenant_id, q.export_id, q.year
having sum(q.vouchers) <> 0 or sum(q.turnover) <> 0
