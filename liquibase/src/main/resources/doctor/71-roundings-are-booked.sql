-- What was rounded off of a claim stands on account 3740, never on a claim whose allocation was undone, and is never more
-- than a tolerance may be: 10 kronor.
select coalesce(b.invoice_id, r.invoice_id)
from (
    select p.invoice_id, sum(case p.side when 0 then p.amount else -p.amount end) as given
    from posting p
    where p.account = coalesce((select a.account from ledger_account a where a.tenant_id = p.tenant_id and a.role = 7), 3740)
      and p.invoice_id is not null and p.payment_id is not null
    group by p.invoice_id) b
full join (select invoice_id, sum(amount) as given from rounding group by invoice_id) r on r.invoice_id = b.invoice_id
where coalesce(b.given, 0) <> coalesce(r.given, 0)
union all
select r.invoice_id
from rounding r
left join allocation u on u.tenant_id = r.tenant_id and u.reverses_id = r.allocation_id
group by r.tenant_id, r.allocation_id, r.invoice_id, u.id
having sum(r.amount) < 0 or sum(r.amount) > 1000 or (u.id is not null and sum(r.amount) <> 0)
