-- Every claim of more than nothing is booked, no offer is; totals are the sums of their lines.
-- [money]
select i.id
from invoice i
left join (select tenant_id, invoice_id, sum(amount) as total from invoice_line group by tenant_id, invoice_id) l
    on l.tenant_id = i.tenant_id and l.invoice_id = i.id
where i.total <> coalesce(l.total, -1)
   or (i.kind = 0 and i.total > 0 and not exists (
        select 1 from posting p where p.tenant_id = i.tenant_id and p.invoice_id = i.id))
   or (i.kind = 1 and exists (select 1 from posting p where p.tenant_id = i.tenant_id and p.invoice_id = i.id))
   or (i.kind = 0) <> exists (select 1 from settlement s where s.tenant_id = i.tenant_id and s.invoice_id = i.id)
   or (i.kind = 1) <> exists (select 1 from offer_answer a where a.tenant_id = i.tenant_id and a.invoice_id = i.id)
