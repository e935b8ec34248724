-- A bank file that is booked counts as many new payments as it has, and a rehearsed or quarantined one has none.
select f.id
from bank_file f
left join (select tenant_id, bank_file_id, count(*) as payments from payment group by tenant_id, bank_file_id) p
    on p.tenant_id = f.tenant_id and p.bank_file_id = f.id
where f.new_payments <> coalesce(p.payments, 0)
   or f.new_payments <> f.matched + f.suspense
   or (f.state in (1, 4) and coalesce(p.payments, 0) > 0)
