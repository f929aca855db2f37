-- Scenarios: what is changed of a process, by name. Only what differs from today stands in changes, as JSON.
create table whatif_scenarios (
    id uuid not null primary key,
    process uuid not null references processes (id) on delete cascade,
    name text not null,
    changes text not null,
    author uuid references people (id),
    created_at bigint not null,
    changed_at bigint not null,
    version bigint not null
);
create index whatif_scenarios_by_process on whatif_scenarios (process, created_at);

-- The simulation of a scenario: one that waits or runs begins again when the program does. The last result stays until there is
-- another, with the version of the scenario that it speaks of.
create table whatif_runs (
    scenario uuid not null primary key references whatif_scenarios (id) on delete cascade,
    state text not null,
    asked_at bigint not null,
    ended_at bigint,
    problem text,
    result text,
    result_at bigint,
    result_version bigint
);
create index whatif_runs_by_state on whatif_runs (state);
