logs as (
  select service, what, method, version, age, amount, nanos, ln(nanos / amount) as x
  from per_run
  where nanos > 0e0
),
stats as (
  select
    service, what, method, version, age,
    count(*) as runs, avg(x) as mean, var_samp(x) as var,
    sum(amount) as amount, sum(nanos) as nanos
  from logs
  group by service, what, method, version, age
  having count(*) >= 5
),
compared as (
  select
    n.service, n.what, n.method, o.version || ' > ' || n.version as versions,
    o.runs + n.runs as runs,
    o.nanos / o.amount as old_nanos, n.nanos / n.amount as new_nanos,
    (n.nanos / n.amount - o.nanos / o.amount) * n.amount as added_nanos,
    n.mean - o.mean as diff,
    (2.576e0 + 8.1e0 / (least(n.runs, o.runs) - 1)) * sqrt(n.var / n.runs + o.var / o.runs)
      as margin
  from stats n
  join stats o on n.service = o.service and n.what = o.what and n.method = o.method
  where n.age = 1 and o.age = 2
),
slower as (
  select
    service, what, method, versions, runs,
    round(old_nanos, 0) as old_nanos, round(new_nanos, 0) as new_nanos,
    round(exp(diff), 2) as ratio,
    round(exp(diff - margin), 2) as low, round(exp(diff + margin), 2) as high,
    round(added_nanos, 0) as added_nanos
  from compared
  where exp(diff - margin) > 1.1e0 and added_nanos > 0e0
)
