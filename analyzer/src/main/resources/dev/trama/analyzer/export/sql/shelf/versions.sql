-- Services and their versions, in order of their first recording.
select
  service, version, count(*) as runs, count(distinct instance) as instances,
  cast(sum(tasks) as bigint) as tasks, cast(sum(awaits) as bigint) as awaits,
  cast(sum(await_nanos) as bigint) as await_nanos,
  cast(sum(ready_nanos) as bigint) as ready_nanos,
  cast(sum(lost) as bigint) as lost,
  min(day) as first_day, max(day) as last_day
from runs
group by service, version
order by service, min(start_nanos), version
