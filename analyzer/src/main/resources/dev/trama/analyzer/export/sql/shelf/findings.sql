-- Findings by service and version, and in how many of its runs each occurred.
with counted as (
  select service, version, count(*) as all_runs
  from runs
  group by service, version
)
select
  r.service, r.version, f.severity, f.finding,
  count(distinct f.run_id) as runs, max(c.all_runs) as of_runs,
  max(f.weight_nanos) as worst_nanos, min(f.message) as message
from findings f
join runs r on r.run_id = f.run_id
join counted c on c.service = r.service and c.version = r.version
group by r.service, r.version, f.severity, f.finding
order by r.service, r.version, count(distinct f.run_id) desc, f.finding
