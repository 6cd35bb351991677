-- Limited resources that tasks of each service's newest version wait for: semaphores, connection
-- pools, buffers; the longest wait first.
with
{tails},
totals as (
  select
    service, what, method, count(distinct run_id) as runs,
    cast(sum(total_nanos) as bigint) as total_nanos, max(max_nanos) as max_nanos
  from places
  where age = 1 and category = 'pool'
  group by service, what, method
)
select
  s.service, s.what, s.method, s.runs, t.awaits, s.total_nanos,
  t.p50_nanos, t.p99_nanos, s.max_nanos
from totals s
join tails t on t.service = s.service and t.what = s.what and t.method = s.method
where t.age = 1 and t.category = 'pool'
order by s.total_nanos desc, s.service, s.what, s.method
