-- What an export says of itself is what its entries add up to; they are of its seller, days and currency.
-- [money]
select x.id, x.turnover - e.turnover as off
from accounting_export x
cross join lateral (
    select count(distinct l.id) as vouchers, coalesce(sum(p.amount) filter (where p.side = 0), 0) as turnover,
           coalesce(bool_and(l.seller_group_id = x.seller_group_id and l.booked_on between x.first_day and x.last_day
                             and p.currency = x.currency), false) as fits
    from exported_entry o
    join ledger_entry l on l.tenant_id = o.tenant_id and l.id = o.entry_id
    join posting p on p.tenant_id = l.tenant_id and p.entry_id = l.id
    where o.tenant_id = x.tenant_id and o.export_id = x.id) e
where x.vouchers <> e.vouchers or x.turnover <> e.turnover or not e.fits
