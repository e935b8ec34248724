-- The postings of every ledger entry add up to nothing, in each currency.
-- [money]
select entry_id, currency, sum(case side when 0 then amount else -amount end) as off_by
from posting
group by entry_id, currency
having sum(case side when 0 then amount else -amount end) <> 0
