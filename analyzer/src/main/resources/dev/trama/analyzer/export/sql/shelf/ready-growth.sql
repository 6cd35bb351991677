-- Tasks that wait longer for a carrier in a service's newest version than in the one before: ready
-- time per task. Ratio and confidence are as in the query regressions.
with
{aged},
per_run as (
  select
    a.service, a.version, a.age, 'ready' as what, t.entry as method, a.run_id,
    cast(count(*) as double) as amount, cast(sum(t.ready_nanos) as double) as nanos
  from tasks t
  join aged a on t.run_id = a.run_id
  where a.age <= 2
  group by a.service, a.version, a.age, t.entry, a.run_id
),
{slower}
select
  service, method as entry, versions, runs,
  old_nanos as old_ready_nanos, new_nanos as new_ready_nanos,
  ratio, low, high, added_nanos
from slower
order by added_nanos desc, service, method
