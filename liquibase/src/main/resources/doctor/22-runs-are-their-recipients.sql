-- How far a run is, is what became of its recipients; of a run that was recalled nobody is left as done.
select n.id
from run n
left join (
    select r.tenant_id, r.run_id,
           count(*) filter (where r.state <> 0) as done,
           count(*) filter (where r.state = 2) as failed,
           count(*) filter (where r.state in (4, 5)) as recalled,
           count(*) filter (where r.state = 1) as standing
    from run_recipient r group by r.tenant_id, r.run_id) r
    on r.tenant_id = n.tenant_id and r.run_id = n.id
where n.done <> coalesce(r.done, 0)
   or n.failed <> coalesce(r.failed, 0)
   or n.recalled <> coalesce(r.recalled, 0)
   or (n.state = 6 and coalesce(r.standing, 0) > 0)
