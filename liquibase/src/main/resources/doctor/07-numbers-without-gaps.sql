-- Invoice numbers of every seller and kind run from 1 without gap or twin, up to where the series stands.
select i.seller_group_id, i.kind
from invoice i
group by i.seller_group_id, i.kind
having count(*) <> max(i.number) or min(i.number) <> 1 or count(distinct i.number) <> count(*)
    or max(i.number) + 1 <> coalesce((
        select s.next from number_series s
        where s.seller_group_id = i.seller_group_id and s.series = i.kind), 0)
