-- A charge-back ties a deduction to a payment of the same seller and currency, takes no more than either holds, and its
-- entry moves that much between them; one is undone by one other, to the öre.
select c.id
from charge_back c
join payment d on d.tenant_id = c.tenant_id and d.id = c.deduction_id
join payment p on p.tenant_id = c.tenant_id and p.id = c.payment_id
left join charge_back r on r.tenant_id = c.tenant_id and r.id = c.reverses_id
where d.amount >= 0 or p.amount <= 0
   or d.seller_group_id <> p.seller_group_id or d.currency <> p.currency
   or (c.reverses_id is null) <> (c.amount > 0)
   or (c.reverses_id is not null and c.amount <> -r.amount)
   or c.amount <> (
        select coalesce(sum(case q.side when 1 then q.amount else -q.amount end), 0) from posting q
        where q.tenant_id = c.tenant_id and q.entry_id = c.entry_id and q.payment_id = c.deduction_id)
union all
select s.payment_id
from payment_state s
join payment p on p.tenant_id = s.tenant_id and p.id = s.payment_id
where s.charged_back * sign(p.amount) < 0 or abs(s.charged_back) > abs(p.amount)
