-- The credit notes of a claim take back no more than it claimed, of no line more than the line and its tax; what is
-- credited says the settlement, with what was kept for the payer; and only claims are credited.
-- [money]
select i.id
from invoice i
join (
    select c.tenant_id, c.invoice_id, sum(n.total) as credited, sum(c.kept) as kept, bool_or(c.whole) as whole
    from credit_note c join invoice n on n.tenant_id = c.tenant_id and n.id = c.id
    group by c.tenant_id, c.invoice_id) c on c.tenant_id = i.tenant_id and c.invoice_id = i.id
left join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id
where i.kind <> 0
   or c.credited > i.total
   or s.credited - s.written_off is distinct from c.credited
   or s.kept is distinct from c.kept
   or s.credited_whole is distinct from c.whole
   or (c.whole and c.credited <> i.total)
union all
select s.invoice_id
from settlement s
where (s.credited <> s.written_off or s.kept <> 0 or s.credited_whole) and not exists (
    select 1 from credit_note c where c.tenant_id = s.tenant_id and c.invoice_id = s.invoice_id)
union all
select l.invoice_id
from invoice_line l
join (
    select c.tenant_id, c.invoice_id, n.credits_line, sum(n.amount) as amount, sum(n.vat_amount) as vat_amount
    from credit_note c join invoice_line n on n.tenant_id = c.tenant_id and n.invoice_id = c.id
    group by c.tenant_id, c.invoice_id, n.credits_line) t
    on t.tenant_id = l.tenant_id and t.invoice_id = l.invoice_id and t.credits_line = l.position
where abs(t.amount) > abs(l.amount)
   or t.amount * sign(l.amount) < 0
   or (t.amount = l.amount and t.vat_amount <> l.vat_amount)
union all
select i.id
from invoice i
where (i.kind = 2) <> exists (select 1 from credit_note c where c.tenant_id = i.tenant_id and c.id = i.id)
