-- A payout is the sum of the shares that it takes up, of its own seller and group, and one that is paid is booked.
-- [money]
select o.id as payout_id
from payout o
left join (
    select tenant_id, payout_id, seller_group_id, group_id, sum(amount) as amount
    from group_share where payout_id is not null
    group by tenant_id, payout_id, seller_group_id, group_id) s
    on s.tenant_id = o.tenant_id and s.payout_id = o.id
where s.amount is null or s.amount <> o.amount or s.seller_group_id <> o.seller_group_id or s.group_id <> o.group_id
   or (o.paid_on is not null and not exists (
        select 1 from ledger_entry e where e.tenant_id = o.tenant_id and e.id = o.entry_id
          and coalesce(e.happened_on, e.booked_on) = o.paid_on))
