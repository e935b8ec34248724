-- What was given up because its provider took nothing is followed by no other channel by itself.
select n.id
from dispatch d
join dispatch n on n.tenant_id = d.tenant_id and n.after_id = d.id
where d.state = 5 and d.failure like 'given up: %' and n.created_at > d.changed_at
