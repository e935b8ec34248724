-- The bank account of every seller and currency holds what its payments that stand amount to, less what was paid out to groups and paid back:
-- what came back as a payment had left, too.
-- [money]
select coalesce(b.seller_group_id, p.seller_group_id) as seller, coalesce(b.currency, p.currency) as currency,
       coalesce(b.balance, 0) - coalesce(p.paid, 0) as off_by
from (
    select e.seller_group_id, q.currency, sum(case q.side when 0 then q.amount else -q.amount end) as balance
    from posting q
    join ledger_entry e on e.tenant_id = q.tenant_id and e.id = q.entry_id
    where q.account = coalesce((select a.account from ledger_account a where a.tenant_id = q.tenant_id and a.role = 1), 1930)
    group by e.seller_group_id, q.currency) b
full join (
    select seller_group_id, currency, sum(amount) as paid from (
        select seller_group_id, currency, amount from payment where amount <> 0 and undoing_id is null
        union all
        select seller_group_id, currency, -amount from payout where paid_on is not null
        union all
        select seller_group_id, currency, -amount from refund where state = 3 or came_back_id is not null) m
    group by seller_group_id, currency) p
    on p.seller_group_id = b.seller_group_id and p.currency = b.currency
where coalesce(b.balance, 0) <> coalesce(p.paid, 0)
