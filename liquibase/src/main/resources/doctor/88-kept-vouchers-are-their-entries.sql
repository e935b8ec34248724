-- The vouchers that are kept of an export balance, and are its entries: each once on its own day with what was posted;
-- without rules they say what was posted and nothing else.
-- [money]
select x.id, x.turnover - k.posted as off
from decided_export d
join accounting_export x on x.tenant_id = d.tenant_id and x.id = d.export_id
cross join lateral (
    select count(*) as vouchers, count(*) filter (where v.id = v.entry_id) as entries,
           coalesce(sum(v.posted), 0) as posted, coalesce(sum(s.debit), 0) as debit,
           coalesce(bool_and(s.balance = 0 and o.entry_id is not null and v.day >= e.booked_on
                             and v.posted = case when v.id = v.entry_id then p.debit else 0 end
                             and (v.id <> v.entry_id or v.day = e.booked_on)), false) as fits
    from exported_voucher v
    join ledger_entry e on e.tenant_id = v.tenant_id and e.id = v.entry_id
    left join exported_entry o on o.tenant_id = v.tenant_id and o.entry_id = v.entry_id and o.export_id = v.export_id
    cross join lateral (
        select coalesce(sum(q.amount), 0) as debit from posting q
        where q.tenant_id = v.tenant_id and q.entry_id = v.entry_id and q.side = 0) p
    cross join lateral (
        select coalesce(sum((r ->> 'amount')::bigint), 0) as balance,
               coalesce(sum(greatest((r ->> 'amount')::bigint, 0)), 0) as debit
        from jsonb_array_elements(v.rows) r) s
    where v.tenant_id = x.tenant_id and v.export_id = x.id) k
where k.vouchers <> d.vouchers or k.entries <> x.vouchers or k.posted <> x.turnover or not k.fits
   or (x.rules is null and k.debit <> x.turnover)
