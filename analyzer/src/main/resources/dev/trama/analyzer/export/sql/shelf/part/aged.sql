versions as (
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
)
