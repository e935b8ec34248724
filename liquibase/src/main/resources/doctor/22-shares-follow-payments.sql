-- What is booked as earned by groups of a claim stands in the seller's books as debt to them, and is never more than was
-- paid; no claim has more shares to come than its lines say, less what was earned.
-- [money]
select coalesce(b.invoice_id, s.invoice_id)
from (
    select p.invoice_id, sum(case p.side when 1 then p.amount else -p.amount end) as owed
    from posting p
    where p.account = coalesce((select a.account from ledger_account a where a.tenant_id = p.tenant_id and a.role = 10), 2899)
      and p.invoice_id is not null
    group by p.invoice_id) b
full join (select invoice_id, sum(amount) as earned from group_share group by invoice_id) s on s.invoice_id = b.invoice_id
left join settlement t on t.invoice_id = s.invoice_id
where coalesce(b.owed, 0) <> coalesce(s.earned, 0)
   or coalesce(s.earned, 0) < 0
   or coalesce(s.earned, 0) > greatest(0, t.received)
union all
select i.id
from invoice i
join settlement t on t.tenant_id = i.tenant_id and t.invoice_id = i.id
join (select tenant_id, invoice_id, sum(amount) as shares from invoice_share group by tenant_id, invoice_id) w
    on w.tenant_id = i.tenant_id and w.invoice_id = i.id
left join (
    select c.tenant_id, c.invoice_id, sum(x.amount) as taken
    from credit_note c join invoice_share x on x.tenant_id = c.tenant_id and x.invoice_id = c.id
    group by c.tenant_id, c.invoice_id) n on n.tenant_id = i.tenant_id and n.invoice_id = i.id
left join (select tenant_id, invoice_id, sum(amount) as earned from group_share group by tenant_id, invoice_id) s
    on s.tenant_id = i.tenant_id and s.invoice_id = i.id
where w.shares > i.total
   or (t.received >= t.claimed - t.credited + t.written_off and w.shares - coalesce(n.taken, 0) <= t.claimed - t.credited + t.written_off
       and w.shares - coalesce(n.taken, 0) <> coalesce(s.earned, 0))
