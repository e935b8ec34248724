-- What a claim has received is the sum of its allocations, and its status follows.
select s.invoice_id
from settlement s
join invoice i on i.tenant_id = s.tenant_id and i.id = s.invoice_id
left join (
    select tenant_id, invoice_id, sum(amount) as received from allocation group by tenant_id, invoice_id) a
    on a.tenant_id = s.tenant_id and a.invoice_id = s.invoice_id
where s.received <> coalesce(a.received, 0)
   or s.claimed <> i.total
   or s.status <> case
        when s.received + s.credited > s.claimed + s.kept then 3
        when s.received + s.credited = s.claimed + s.kept then 2
        when s.received + s.credited > 0 then 1
        else 0 end
