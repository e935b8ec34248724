-- A membership stands in the group that its last transfer went to.
select m.id
from membership m
join lateral (
    select t.to_group_id from membership_transfer t
    where t.tenant_id = m.tenant_id and t.membership_id = m.id and t.state = 1 and t.period_goes
    order by t.id desc limit 1) last on true
where m.group_id <> last.to_group_id
