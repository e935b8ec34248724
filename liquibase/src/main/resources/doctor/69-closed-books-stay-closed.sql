-- Nothing was booked in books after they were closed; what would have been keeps its true day. Servers' clocks may differ
-- by a minute.
-- [money]
select e.id as entry_id
from ledger_entry e
join books_closing c on c.tenant_id = e.tenant_id and c.seller_group_id = e.seller_group_id and e.booked_on <= c.closed_to
where e.created_at > c.closed_at + interval '1 minute'
  and (c.reopened_at is null or e.created_at < c.reopened_at - interval '1 minute')
