-- Every payment is allocated, kept for its payer, paid back, taken back by the bank or with its file, or waits, to the last
-- öre: nothing is unaccounted for. What is taken back of payments is as much as is known of deductions.
-- [money]
select p.id as payment_id,
       p.amount - t.allocated - t.suspense - t.kept - t.refunded - t.charged_back - t.undone as off_by
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
    select tenant_id, payment_id, sum(amount) as refunded from (
        select tenant_id, payment_id, amount from refund where payment_id is not null and returned_to is distinct from 1
        union all
        select tenant_id, came_back_id, amount from refund where came_back_id is not null) f
    group by tenant_id, payment_id) r
    on r.tenant_id = p.tenant_id and r.payment_id = p.id
left join (
    select tenant_id, payment_id, sum(amount) as charged_back from (
        select tenant_id, payment_id, amount from charge_back
        union all
        select tenant_id, deduction_id, -amount from charge_back) c
    group by tenant_id, payment_id) b
    on b.tenant_id = p.tenant_id and b.payment_id = p.id
where t.payment_id is null
   or p.amount <> t.allocated + t.suspense + t.kept + t.refunded + t.charged_back + t.undone
   or t.kept <> coalesce(k.kept, 0)
   or t.refunded <> coalesce(r.refunded, 0)
   or t.allocated <> coalesce(a.allocated, 0)
   or t.charged_back <> coalesce(b.charged_back, 0)
   or t.undone <> case when p.undoing_id is null then 0 else p.amount end
   or (t.suspense = 0) <> (t.reason = 0)
   or (p.amount >= 0 and coalesce(a.allocated, 0) > p.amount)
