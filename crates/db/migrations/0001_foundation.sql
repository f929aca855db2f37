-- What happened, in order. Everything derived can be dropped and made again from here.
create table journal (
    seq {sequence},
    topic text not null,
    stream uuid not null,
    version bigint not null,
    at bigint not null,
    actor_kind text not null,
    actor uuid,
    kind text not null,
    data text not null,
    unique (stream, version)
);
create index journal_by_topic on journal (topic, seq);

create table settings (
    key text not null primary key,
    value text not null
);

create table counters (
    name text not null primary key,
    value bigint not null
);

create table departments (
    id uuid not null primary key,
    key text not null unique,
    name text not null
);

create table offices (
    id uuid not null primary key,
    key text not null unique,
    name text not null,
    zone text not null,
    hours text not null
);

create table customers (
    id uuid not null primary key,
    name text not null,
    folded text not null,
    email text,
    segment text not null,
    office uuid references offices (id),
    since bigint not null,
    left_at bigint,
    monthly_cents bigint
);
create index customers_by_email on customers (email);

create table people (
    id uuid not null primary key,
    email text not null unique,
    name text not null,
    role text not null,
    department uuid references departments (id),
    office uuid references offices (id),
    customer uuid references customers (id),
    language text,
    theme text,
    password text,
    created_at bigint not null,
    disabled_at bigint,
    version bigint not null
);

create table sessions (
    token bytea not null primary key,
    person uuid not null references people (id),
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    agent text not null
);
create index sessions_by_person on sessions (person);

create table tokens (
    id uuid not null primary key,
    person uuid not null references people (id),
    name text not null,
    token bytea not null unique,
    created_at bigint not null,
    expires_at bigint,
    used_at bigint
);
create index tokens_by_person on tokens (person);

create table promises (
    id uuid not null primary key,
    key text not null unique,
    name text not null,
    target_s bigint not null,
    warn_share double precision not null,
    compensation_cents bigint not null,
    sentence text not null
);

create table processes (
    id uuid not null primary key,
    key text not null unique,
    name text not null,
    folded text not null,
    description text not null,
    stage text not null,
    area text not null,
    state text not null,
    department uuid references departments (id),
    owner uuid references people (id),
    promise text references promises (key),
    reviewed_at bigint,
    map text not null,
    version bigint not null,
    changed_at bigint not null
);
create index processes_by_stage on processes (stage, name);

-- Derived from the journal, topic `case`.
create table cases (
    id uuid not null primary key,
    number bigint not null unique,
    version bigint not null,
    case_type text not null,
    process text,
    step text,
    title text not null,
    folded text not null,
    status text not null,
    priority bigint not null,
    confidentiality text not null,
    customer uuid,
    responsible uuid,
    opened_at bigint not null,
    changed_at bigint not null,
    due bigint,
    promise text,
    promise_due bigint,
    promise_state text,
    promise_left_s bigint,
    promise_office uuid,
    closed_at bigint,
    outcome text
);
create index cases_by_status on cases (status, promise_due);
create index cases_by_process on cases (process, opened_at);
create index cases_by_responsible on cases (responsible, status);
create index cases_by_customer on cases (customer, opened_at);

-- Derived from the journal, topic `case`.
create table case_people (
    case_id uuid not null,
    person uuid not null,
    role text not null,
    primary key (case_id, person)
);
create index case_people_by_person on case_people (person);

-- Derived from the journal, topic `feedback`.
create table feedback (
    id uuid not null primary key,
    case_id uuid,
    customer uuid,
    process text not null,
    step text,
    question text not null,
    score bigint not null,
    words text not null,
    emotions text not null,
    channel text not null,
    at bigint not null
);
create index feedback_by_process on feedback (process, at);
create index feedback_by_case on feedback (case_id);
create index feedback_by_customer on feedback (customer, at);

create table logs (
    id uuid not null primary key,
    name text not null,
    person uuid not null references people (id),
    created_at bigint not null,
    size_bytes bigint not null,
    file bytea not null,
    columns text not null,
    summary text
);
create index logs_by_time on logs (created_at);
