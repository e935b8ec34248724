-- What is kept of an account's day is the sum of its postings.
-- [money]
select coalesce(d.seller_group_id, p.seller_group_id) as seller, coalesce(d.account, p.account) as account,
       coalesce(d.booked_on, p.booked_on) as day, coalesce(d.currency, p.currency) as currency,
       coalesce(d.debit, 0) - coalesce(d.credit, 0) - coalesce(p.debit, 0) + coalesce(p.credit, 0) as off_by
from (
    select seller_group_id, account, booked_on, currency, sum(debit) as debit, sum(credit) as credit, sum(postings) as postings
    from account_day group by 1, 2, 3, 4) d
full join (
    select e.seller_group_id, q.account, e.booked_on, q.currency collate "C" as currency,
           coalesce(sum(q.amount) filter (where q.side = 0), 0) as debit,
           coalesce(sum(q.amount) filter (where q.side = 1), 0) as credit, count(*) as postings
    from posting q join ledger_entry e on e.tenant_id = q.tenant_id and e.id = q.entry_id group by 1, 2, 3, 4) p
    on p.seller_group_id = d.seller_group_id and p.account = d.account and p.booked_on = d.booked_on and p.currency = d.currency
where (d.debit, d.credit, d.postings) is distinct from (p.debit, p.credit, p.postings)
