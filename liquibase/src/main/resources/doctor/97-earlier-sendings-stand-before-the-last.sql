-- An earlier sending of a dispatch was handed over before the last one, and was no more than it has been tried.
select s.dispatch_id, s.attempt
from dispatch_sending s
join dispatch d on d.tenant_id = s.tenant_id and d.id = s.dispatch_id
where s.attempt < 1 or s.attempt > d.attempts or s.sent_at > d.sent_at
