-- No single amount is past a hundred billion kronor: sums of larger ones fit into no column, and the books would answer
-- nothing any more.
-- [money]
select m.kind, m.id, m.amount
from (
    select 'payment' as kind, id, amount from payment
    union all
    select 'posting', entry_id, amount from posting
    union all
    select 'line', invoice_id, amount from invoice_line) m
where m.amount not between -10000000000000 and 10000000000000
