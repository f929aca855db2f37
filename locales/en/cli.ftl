# What the command line says. Names of commands, options and columns stay as they are.
# composed: cli-, usage-allowed-
cli-about = Shows how customers really get through, from the data you have: the map of the process, waiting times, scores, promises, and what a change would bring.
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-lang = Language of everything the program says: en, bg, pl, ru or zh (otherwise that of the environment)
cli-arg-json = Print one JSON object on standard output, and nothing else there
cli-arg-file = Event log as CSV, plain or packed as gzip or zip; - reads standard input
cli-arg-case = Column that tells cases apart
cli-arg-activity = Column that says what was done
cli-arg-time = Column that says when it was done
cli-arg-start = Column that says when it was begun
cli-arg-resource = Column that says by whom
cli-arg-time-format = How times are written, such as "%d/%m/%Y %H:%M" (the usual forms are recognised)
cli-arg-time-zone = Zone of times without an offset, such as Europe/Sofia (otherwise UTC)
cli-arg-encoding = Encoding of the text, such as windows-1251 (otherwise UTF-8; a byte order mark is recognised)
cli-arg-delimiter = What stands between fields: one character, or tab (otherwise found out from the header)
cli-arg-entry = File within a zip archive that holds several
cli-arg-listen = Where to listen (otherwise 127.0.0.1:8080)
cli-arg-url = Address under which people reach the server, such as https://touchline.example (otherwise where it listens)
cli-arg-log-format = How to write down what happens: text or json
cli-arg-installation-data = Folder of the installation (otherwise touchline-data)
cli-arg-database = Address of a PostgreSQL database (otherwise SQLite in the folder)
cli-arg-copy = The file that holds the copy
cli-serve-about = Runs the server
cli-demo-about = Runs the server on a made-up organisation
cli-demo-arg-data = Folder for the made-up organisation (otherwise touchline-demo)
cli-backup-about = Copies everything into one file, while the server goes on working
cli-restore-about = Fills a new installation from such a file
cli-doctor-about = Looks an installation over, and says what is wrong with it
cli-doctor-arg-rebuild = First make everything that is derived anew from the journal
cli-user-about = Looks after the people of an installation
cli-user-add-about = Adds someone; the password is read from standard input, or made up and shown
cli-user-add-arg-email = E-mail address by which they sign in
cli-user-add-arg-name = What they are called
cli-user-add-arg-role = administrator, owner, agent or viewer
cli-user-list-about = Lists everyone
cli-user-disable-about = Shuts someone out at once
cli-user-disable-arg-email = Their e-mail address
cli-report-about = Makes the report that a spec describes: one page that opens anywhere, or JSON
cli-report-arg-spec = The spec, a TOML file; - reads standard input
cli-report-arg-data = Folder that the files of the spec lie in (otherwise the folder of the spec)
cli-report-arg-out = Where to write the page (otherwise report.html; with --json, no page)
cli-mine-about = Says what an event log shows: activities, what follows what, variants, times, rework
cli-mine-arg-variants = How many variants to list (otherwise 20)
cli-log-about = Looks at event logs
cli-log-info-about = Says what a log holds: cases, events, activities, period, problems
help-usage = Usage:
help-commands = Commands
help-command = COMMAND
help-arguments = Arguments
help-options = Options
help-option = OPTIONS
usage-unknown-argument = There is no option “{ $name }”.
usage-unknown-command = There is no command “{ $name }”.
usage-missing-command = A command is missing.
usage-missing = Missing: { $arg }.
usage-twice = “{ $arg }” may be given only once.
usage-conflict = “{ $arg }” and “{ $other }” do not go together.
usage-no-value = “{ $arg }” needs a value.
usage-value = “{ $value }” is no value for “{ $arg }”. Allowed: { $allowed }.
usage-allowed-number = a whole number from 0
usage-allowed-delimiter = one character such as ; or the word tab
usage-allowed-see-help = see the help
usage-number-of-values = “{ $arg }” has the wrong number of values.
usage-not-utf8 = An argument is not valid UTF-8.
usage-other = The command line cannot be understood: { $why }
usage-out-is-input = The page would replace “{ $file }”, which is read here. Give --out another name.
usage-see-help = For help, run: { $command }
our-fault = The program stopped through a fault of its own, at { $place }. Please report it, with the file if you may share it.
not-written = { $place }: This could not be written. { $why }
outside-folder = This path leads out of the data folder. Use a path below it, without “..”, or name another folder with --data.
spec-not-utf8 = The spec is not UTF-8 here. Save it as UTF-8.
columns-taken = Columns: { $columns }
column-taken = { $what } “{ $name }”
column-case = case
column-activity = activity
column-time = time
column-start = start
column-resource = resource
no-case-column = No column looks like the case. Name it with --case; the header has: { $found }.
no-activity-column = No column looks like the activity. Name it with --activity; the header has: { $found }.
no-time-column = No column looks like the time. Name it with --time; the header has: { $found }.
problem-line = { $n ->
    [one] { $place }: { $what }, once
   *[other] { $place }: { $what }, { $n } times
}
problems-more = … and { $n } more, see the page
problems-cut = … and { $n } more, see log info --json
summary-counts = Cases: { $cases }, events: { $events }
summary-lead-time = Lead time: median { $median }, nine in ten within { $p90 } (cases: { $n })
summary-score = Score: mean { $mean }, 95% interval { $interval } (answers: { $n })
summary-promise = Promise: kept in { $kept } of cases, broken in { $late } of { $n }
summary-owed = { $line }; owed: { $amount }
summary-driver-score = Strongest driver: { $name }, score { $difference }, 95% interval { $interval }
summary-driver-promise = Strongest driver: { $name }, promises kept { $difference } points, 95% interval { $interval }
summary-what-if-score = What if: { $name }, mean score { $change }, 95% interval { $interval }
summary-what-if-promise = What if: { $name }, promises kept { $change } points, 95% interval { $interval }
summary-what-if-money = { $line }; compensation { $amount }
summary-problems = { $n ->
    [one] Problems in the data: { $n } kind, { $noted } in all
   *[other] Problems in the data: { $n } kinds, { $noted } in all
}
summary-page = Page: { $file }
mine-counts = Cases: { $cases }, events: { $events }, variants: { $variants }
mine-throughput = Throughput time: median { $median }, mean { $mean }, nine in ten within { $p90 }, longest { $max }
mine-median = median { $time }
mine-activities = Activities
mine-arcs = What follows what
mine-variants = Variants
mine-rework = Done again
mine-rework-cases = { $n ->
    [one] in { $n } case
   *[other] in { $n } cases
}
info-counts = Cases: { $cases }, events: { $events }, activities: { $activities }
info-period = From { $from } to { $to }
info-no-problems = No problems
info-problems = { $n ->
    [one] { $n } problem, see standard error
   *[other] { $n } problems, see standard error
}
