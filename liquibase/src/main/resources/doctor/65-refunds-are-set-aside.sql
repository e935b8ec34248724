-- What is to be paid back and has not left the bank stands on account 2890 of its seller, to the öre.
-- [money]
select coalesce(b.seller_group_id, r.seller_group_id)::text || ' ' || coalesce(b.currency, r.currency) as violation,
       coalesce(b.currency, r.currency) as currency, coalesce(b.balance, 0) - coalesce(r.owed, 0) as off_by
from (
    select e.seller_group_id, q.currency, sum(case q.side when 1 then q.amount else -q.amount end) as balance
    from posting q
    join ledger_entry e on e.tenant_id = q.tenant_id and e.id = q.entry_id
    where q.account = coalesce((select a.account from ledger_account a where a.tenant_id = q.tenant_id and a.role = 13), 2890)
    group by e.seller_group_id, q.currency) b
full join (
    select seller_group_id, currency, sum(amount) as owed from refund where state in (0, 1, 2)
    group by seller_group_id, currency) r
    on r.seller_group_id = b.seller_group_id and r.currency = b.currency
where coalesce(b.balance, 0) <> coalesce(r.owed, 0)
