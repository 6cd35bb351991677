{places},
counted as (
  select
    p.service, p.age, p.category, p.what, p.method, b.high_nanos, sum(b.awaits) as awaits
  from buckets b
  join places p on p.run_id = b.run_id and p.point_id = b.point_id
  where b.measure = 'await' and p.age <= 2
  group by p.service, p.age, p.category, p.what, p.method, b.high_nanos
),
summed as (
  select
    service, age, category, what, method, high_nanos,
    sum(awaits) over (
      partition by service, age, category, what, method order by high_nanos
      rows between unbounded preceding and current row) as so_far,
    sum(awaits) over (partition by service, age, category, what, method) as awaits
  from counted
),
tails as (
  select
    service, age, category, what, method, cast(max(awaits) as bigint) as awaits,
    min(case when so_far * 2 >= awaits then high_nanos end) as p50_nanos,
    min(case when so_far * 100 >= awaits * 99 then high_nanos end) as p99_nanos
  from summed
  group by service, age, category, what, method
)
