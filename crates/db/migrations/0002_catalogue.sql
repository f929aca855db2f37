-- What a repository of processes says of each beside its map.
alter table processes drop column folded;
alter table processes add column industry text;
alter table processes add column initiator text not null default 'customer';
alter table processes add column partners text not null default '';
alter table processes add column tags text not null default '';
alter table processes add column review_months bigint;

-- A search with its filters, under a name.
create table process_views (
    id uuid not null primary key,
    person uuid not null references people (id),
    name text not null,
    query text not null,
    shared bigint not null,
    first bigint not null,
    created_at bigint not null
);
create index process_views_by_person on process_views (person);

-- One edit of many processes: which were chosen, and what it did to them, so that it can be undone.
create table process_edits (
    id uuid not null primary key,
    person uuid not null references people (id),
    created_at bigint not null,
    chosen text not null,
    done text,
    done_at bigint,
    undone_at bigint
);
create index process_edits_by_person on process_edits (person, done_at);

-- Rows of a spreadsheet that somebody looks over before they are taken into the catalogue.
create table process_imports (
    id uuid not null primary key,
    person uuid not null references people (id),
    created_at bigint not null,
    name text not null,
    cells text not null
);
create index process_imports_by_person on process_imports (person);
