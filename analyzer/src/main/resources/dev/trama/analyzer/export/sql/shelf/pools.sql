-- What tasks of each service's newest version wait for that is there in a limited number:
-- semaphores, connection pools, buffers; the longest wait first.
with versions as (
  select service, version, min(start_nanos) as first_nanos
  from runs
  group by service, version
),
ranked as (
  select
    service, version,
    row_number() over (partition by service order by first_nanos desc, version desc) as age
  from versions
),
aged as (
  select r.run_id, r.service, r.version, k.age
  from runs r
  join ranked k on r.service = k.service and r.version = k.version
  where k.age <= 2
),
counted as (
  select
    a.service, a.age, case when p.kind = 'pinned' then p.what || ' (pinned)' else p.what end as what, p.method, b.high_nanos,
    sum(b.awaits) as awaits
  from buckets b
  join aged a on b.run_id = a.run_id
  join points p on p.run_id = b.run_id and p.point_id = b.point_id
  where b.measure = 'await' and p.category = 'pool'
  group by a.service, a.age, p.kind, p.what, p.method, b.high_nanos
),
summed as (
  select
    service, age, what, method, high_nanos,
    sum(awaits) over (
      partition by service, age, what, method order by high_nanos
      rows between unbounded preceding and current row) as so_far,
    sum(awaits) over (partition by service, age, what, method) as awaits
  from counted
),
tails as (
  select
    service, age, what, method, cast(max(awaits) as bigint) as awaits,
    min(case when so_far * 2 >= awaits then high_nanos end) as p50_nanos,
    min(case when so_far * 100 >= awaits * 99 then high_nanos end) as p99_nanos
  from summed
  group by service, age, what, method
),
totals as (
  select
    a.service, case when p.kind = 'pinned' then p.what || ' (pinned)' else p.what end as what, p.method, count(distinct p.run_id) as runs,
    cast(sum(p.total_nanos) as bigint) as total_nanos, max(p.max_nanos) as max_nanos
  from points p
  join aged a on p.run_id = a.run_id
  where a.age = 1 and p.category = 'pool'
  group by a.service, p.kind, p.what, p.method
)
select
  s.service, s.what, s.method, s.runs, t.awaits, s.total_nanos,
  t.p50_nanos, t.p99_nanos, s.max_nanos
from totals s
join tails t on t.service = s.service and t.what = s.what and t.method = s.method
where t.age = 1
order by s.total_nanos desc, s.service, s.what, s.method
