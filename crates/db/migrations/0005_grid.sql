-- Edits of a draft in its grid. Whoever made one can undo it and make it again.
create table map_edits (
    id uuid not null primary key,
    map uuid not null references maps (id) on delete cascade,
    version bigint not null,
    person uuid references people (id),
    made_at bigint not null,
    what text not null,
    edit text not null,
    claims text not null,
    patch bytea not null,
    state text not null,
    undone bigint,
    unique (map, version)
);
