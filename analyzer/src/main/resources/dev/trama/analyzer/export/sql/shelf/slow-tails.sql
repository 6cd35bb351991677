-- Places whose 99th percentile is at least a quarter higher in a service's newest version than in
-- the one before, from the merged distributions of all runs; of a thousand awaits or more.
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
  where b.measure = 'await' and p.method <> ''
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
)
select
  n.service, n.what, n.method, n.awaits,
  o.p50_nanos as old_p50_nanos, n.p50_nanos as new_p50_nanos,
  o.p99_nanos as old_p99_nanos, n.p99_nanos as new_p99_nanos
from tails n
join tails o on n.service = o.service and n.what = o.what and n.method = o.method
where
  n.age = 1 and o.age = 2 and n.awaits >= 1000 and o.awaits >= 1000
  and n.p99_nanos * 4 >= o.p99_nanos * 5
order by n.service, n.p99_nanos - o.p99_nanos desc, n.what, n.method
