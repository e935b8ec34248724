-- Every payment is allocated, kept for its payer, paid back, or waits, to the last öre: nothing is unaccounted for.
-- [money]
select p.id as payment_id, p.amount - t.allocated - t.suspense - t.kept - t.refunded as off_by
from payment p
left join payment_state t on t.tenant_id = p.tenant_id and t.payment_id = p.id
left join (
    select tenant_id, payment_id, sum(amount) as allocated from allocation group by tenant_id, payment_id) a
    on a.tenant_id = p.tenant_id and a.payment_id = p.id
left join (
    select tenant_id, payment_id, sum(amount) as kept from credit_movement
    where payment_id is not null group by tenant_id, payment_id) k
    on k.tenant_id = p.tenant_id and k.payment_id = p.id
left join (
    select tenant_id, payment_id, sum(amount) as refunded from refund
    where payment_id is not null and returned_to is distinct from 1 group by tenant_id, payment_id) r
    on r.tenant_id = p.tenant_id and r.payment_id = p.id
where t.payment_id is null
   or p.amount <> t.allocated + t.suspense + t.kept + t.refunded
   or t.kept <> coalesce(k.kept, 0)
   or t.refunded <> coalesce(r.refunded, 0)
   or t.allocated <> coalesce(a.allocated, 0)
   or (t.suspense = 0) <> (t.reason = 0)
   or (p.amount >= 0 and coalesce(a.allocated, 0) > p.amount)
