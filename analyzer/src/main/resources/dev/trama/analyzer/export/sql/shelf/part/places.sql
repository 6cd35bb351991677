{aged},
places as (
  select
    p.run_id, p.point_id, a.service, a.version, a.age,
    case when p.kind = 'pinned' then p.what || ' (pinned)' else p.what end as what,
    p.category, p.method, p.site, p.awaits, p.total_nanos, p.max_nanos, p.ready_nanos
  from points p
  join aged a on p.run_id = a.run_id
)
