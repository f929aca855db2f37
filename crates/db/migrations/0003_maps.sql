-- Versions of the BPMN document that is the truth of a map. What rooms read of the published one stands in processes.map.
create table maps (
    id uuid not null primary key,
    process uuid not null references processes (id) on delete cascade,
    number bigint not null,
    state text not null,
    bpmn text not null,
    note text not null,
    author uuid references people (id),
    created_at bigint not null,
    changed_at bigint not null,
    published_at bigint,
    version bigint not null,
    unique (process, number)
);
create unique index maps_one_draft on maps (process) where state = 'draft';
create unique index maps_one_published on maps (process) where state = 'published';

-- A file that somebody looks over before it becomes a draft.
create table map_imports (
    id uuid not null primary key,
    process uuid not null references processes (id) on delete cascade,
    person uuid not null references people (id),
    created_at bigint not null,
    name text not null,
    file bytea not null
);
create index map_imports_by_person on map_imports (person);
