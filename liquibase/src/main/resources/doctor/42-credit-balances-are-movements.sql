-- A payer's credit balance is the sum of its movements; those of a seller are together what account 2420 holds.
-- [money]
select b.member_id::text as violation, b.amount - coalesce(m.amount, 0) as off_by
from credit_balance b
left join (
    select tenant_id, member_id, seller_group_id, currency, sum(amount) as amount from credit_movement
    group by tenant_id, member_id, seller_group_id, currency) m
    on m.tenant_id = b.tenant_id and m.member_id = b.member_id and m.seller_group_id = b.seller_group_id
    and m.currency = b.currency
where b.amount <> coalesce(m.amount, 0)
union all
select coalesce(l.seller_group_id, m.seller_group_id)::text, coalesce(l.balance, 0) - coalesce(m.moved, 0)
from (
    select e.seller_group_id, q.currency, sum(case q.side when 1 then q.amount else -q.amount end) as balance
    from posting q
    join ledger_entry e on e.tenant_id = q.tenant_id and e.id = q.entry_id
    where q.account = coalesce((select a.account from ledger_account a where a.tenant_id = q.tenant_id and a.role = 2), 2420)
    group by e.seller_group_id, q.currency) l
full join (
    select seller_group_id, currency, sum(amount) as moved from credit_movement
    group by seller_group_id, currency) m
    on m.seller_group_id = l.seller_group_id and m.currency = l.currency
where coalesce(l.balance, 0) <> coalesce(m.moved, 0)
union all
select c.id::text, c.kept - coalesce(m.amount, 0)
from credit_note c
left join credit_movement m on m.tenant_id = c.tenant_id and m.credit_note_id = c.id and m.kind = 0
where c.kept <> coalesce(m.amount, 0)
