-- What is counted of suggestions is the sum of the decisions that stand.
select coalesce(t.pattern, d.pattern)::text
from suggestion_tally t
full join (
    select pattern, count(*) as offered, count(*) filter (where chosen) as chosen
    from suggestion_decision group by pattern) d on d.pattern = t.pattern
where coalesce(t.offered, 0) <> coalesce(d.offered, 0) or coalesce(t.chosen, 0) <> coalesce(d.chosen, 0)
