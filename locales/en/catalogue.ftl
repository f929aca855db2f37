# The catalogue of processes: fields, filters, views, edits of many, spreadsheets, the landscape.
# composed: initiator-, review-, lean-, sheet-also-
process-new = New process
process-key = Key
process-key-hint = A short name for addresses and programs, such as mend-fault. Leave it empty to have one made of the name.
process-industry = Industry
process-industry-hint = Only for a process that is made for one industry. Empty means that it serves every customer.
process-horizontal = All industries
process-vertical = Made for one industry
process-initiator = Set going by
initiator-customer = Customer
initiator-front = Front office
initiator-back = Back office
initiator-system = System
initiator-partner = Partner
initiator-time = Date or deadline
process-partners = Partners
process-partner = Partner
process-tags = Tags
process-tag = Tag
process-words-hint = With commas between them, 20 at most.
process-area-new = Or a new area
process-months = Months between reviews
process-months-hint = Empty, if it is never to be looked over.
process-months-none = Never
process-months-n = { $n ->
    [one] every month
   *[other] every { $n } months
}
process-review = Review
review-due = Due
review-fresh = Done in time
review-none = Not needed
process-reviewed-today = Reviewed today
state-idea = Idea
state-review = Under review
process-none = None
lean-good = Score above zero
lean-mixed = Score around zero
lean-bad = Score below zero
lean-none = No score
sketch-lane = Customer
sketch-start = The customer asks
sketch-end = The customer has what they came for
process-area-wrong = An area needs a name of { $n } characters at most.
process-word-wrong = Names of areas, industries, partners and tags stand in one line of { $n } characters at most.
process-words-too-many = A process has { $n } partners and { $n } tags at most. Take some away.
process-months-wrong = Between two reviews lie whole months, from 1 to { $n }; or leave it empty.
process-owner-wrong = There is no such person who may answer for a process.
process-department-wrong = There is no such department.
process-promise-wrong = There is no such promise.
processes-too-many = The catalogue holds { $n } processes at most. Delete those that were never used.
process-key-wrong = A key has letters of the Latin alphabet, digits, hyphens, dots and underscores only, and is not a word that addresses of the catalogue use.
process-key-taken = Another process has the key “{ $key }”. Choose another one, or leave it empty.
process-in-use = Cases or answers speak of this process, so it stays in the catalogue. Retire it instead: it keeps its history and is offered no longer.
process-delete = Delete
process-delete-ask = Delete “{ $name }”?
process-delete-text = No case and no answer speaks of it. Its map goes with it, and that cannot be undone.
process-delete-cases = { $n ->
    [one] { $n } case went through it.
   *[other] { $n } cases went through it.
}
process-delete-answers = { $n ->
    [one] Customers gave { $n } answer about it.
   *[other] Customers gave { $n } answers about it.
}
process-retire = Retire
process-restore = Use again
processes-more = More
processes-all-stages = All stages
processes-filters = Filters
processes-any = Any
processes-found = { $n ->
    [one] { $n } process found
   *[other] { $n } processes found
}
processes-without = Take this filter away
processes-words = “{ $words }”
processes-is = { $what }: { $value }
views-title = Saved views
views-about = A view is a search with its filters and its order, under a name.
views-none = No view is saved yet. Narrow the catalogue, then save what you see.
views-shared = Shared by others
view-save = Save this view
view-name = Name of the view
view-shared = Everybody sees it
view-first = The catalogue opens with it
view-delete-ask = Delete the view “{ $name }”?
view-name-wrong = A view needs a name of { $n } characters at most.
view-too-many = You have { $n } views, which is the most. Delete one that you no longer need.
bulk-title = Change many processes
bulk-about = What you leave as it is stays as it is; before anything changes, you see what will.
bulk-chosen = { $n ->
    [one] { $n } process is chosen.
   *[other] { $n } processes are chosen.
}
bulk-done = { $n ->
    [one] { $n } process was changed.
   *[other] { $n } processes were changed.
}
bulk-undo = Undo
bulk-undone = This was undone.
bulk-undone-n = { $n ->
    [one] Undone: { $n } process is as it was before.
   *[other] Undone: { $n } processes are as they were before. What somebody changed since was left alone.
}
bulk-as-is = As it is
bulk-empty = Empty
bulk-empty-hint = A hyphen empties it.
bulk-months-hint = 1 to { $n }; a hyphen means never.
bulk-tags-add = Tags to add
bulk-tags-remove = Tags to take away
bulk-partners-add = Partners to add
bulk-partners-remove = Partners to take away
bulk-look = See what changes
bulk-what-changes = What changes
bulk-what-changed = What changed
bulk-change = Change
bulk-would = { $n ->
    [one] { $n } process changes.
   *[other] { $n } processes change.
}
bulk-same = { $n ->
    [one] { $n } is so already.
   *[other] { $n } are so already.
}
bulk-others = { $n ->
    [one] { $n } was changed by somebody since you chose it, and is left alone.
   *[other] { $n } were changed by somebody since you chose them, and are left alone.
}
bulk-do = { $n ->
    [one] Change { $n } process
   *[other] Change { $n } processes
}
bulk-more = { $n ->
    [one] And { $n } more.
   *[other] And { $n } more.
}
bulk-choose = Choose “{ $name }”
bulk-choose-all = All on this page
bulk-edit-chosen = Change those chosen
bulk-edit-all = { $n ->
    [one] Change the { $n } that is found
   *[other] Change all { $n } that are found
}
bulk-none-chosen = No process is chosen. Tick those that are to change.
bulk-too-many = At most { $n } processes are changed at a time. Narrow the list first.
bulk-done-already = This change was made already.
bulk-undone-already = This was undone already.
bulk-unknown = There is no process with the key “{ $key }”.
import-title = Take in from a spreadsheet
import-about = The first row says what the columns are, in any of our languages. You look over every row before anything is taken in.
import-paste = Paste
import-rows = Rows of the spreadsheet
import-rows-hint = Copy the cells with their header row in your spreadsheet, and paste them here. Rows with the key or the name of a process that is there change it; the others are new.
import-limits = At most { $rows } rows and { $n } MB.
import-look = Look them over
import-upload = Or a file
import-drop = Drop a CSV or Excel file here, or choose one
import-added = { $n ->
    [one] { $n } process was added.
   *[other] { $n } processes were added.
}
import-changed = { $n ->
    [one] { $n } was changed.
   *[other] { $n } were changed.
}
import-left = { $n ->
    [one] { $n } row was left out.
   *[other] { $n } rows were left out.
}
import-preview = What would be taken in
import-nothing-yet = Nothing has changed yet.
import-new = New
import-changes = Changed
import-same = Same as before
import-wrong = Left out
import-wrong-says = These rows are left out. Mend them in the spreadsheet and take it in once more, or go on without them.
import-take = { $n ->
    [one] Take in { $n } process
   *[other] Take in { $n } processes
}
import-again = Start over
import-columns = What the columns mean
import-ignored = Not used
import-look-again = Look again
import-row = Row
import-why = Why
import-what = What it is
export-xlsx = Download as Excel
export-csv = Download as CSV
sheet-name = Processes
sheet-cases = Cases, 90 days
sheet-open = Open cases
sheet-median-hours = Median hours
sheet-promises = Promises kept or broken
sheet-kept = Share kept
sheet-answers = Answers
sheet-score = Score from −100 to 100
sheet-also-name = process name, process, title
sheet-also-key = id, identifier, code, short name
sheet-also-description = description, about, summary, purpose
sheet-also-stage = life-cycle stage, lifecycle, phase
sheet-also-area = business area, domain, process area
sheet-also-state = status, lifecycle state
sheet-also-industry = vertical, sector
sheet-also-initiator = initiator, trigger, started by
sheet-also-partners = partner, third parties, suppliers
sheet-also-tags = tag, keywords, labels
sheet-also-department = owning department, unit, team
sheet-also-owner = process owner, responsible, owner email
sheet-also-promise = service level, sla
sheet-also-reviewed = last review, reviewed, review date, last reviewed
sheet-also-months = review interval, review months, review cycle
sheet-not-unicode = The file is in an encoding that cannot be told. Save it as “CSV UTF-8” or as an Excel workbook.
sheet-unreadable = This could not be read as a spreadsheet. CSV files and workbooks with the ending .xlsx can be.
sheet-empty = There are no rows below a header row.
sheet-unpacks-too-large = The workbook unpacks to more than { $n } MB. Save only the sheet with the processes.
sheet-too-many-rows = There are more than { $n } rows. Take them in in parts.
sheet-too-large = This is larger than { $n } MB. Take it in in parts, or without columns that are not needed.
sheet-twice = A row above speaks of the same process.
sheet-owner-unknown = Nobody who may own a process is called “{ $text }”, nor has that e-mail address.
sheet-department-unknown = There is no department “{ $text }”.
sheet-promise-unknown = There is no promise “{ $text }”.
sheet-day-unknown = “{ $text }” is no day such as 2026-11-21 or 21.11.2026.
sheet-months-unknown = “{ $text }” is no number of months.
sheet-stage-unknown = “{ $text }” is no stage of the customer’s life-cycle.
sheet-state-unknown = “{ $text }” is no state of a process.
sheet-initiator-unknown = “{ $text }” is nobody who sets a process going.
landscape-title = Landscape
landscape-as-list = As a list
landscape-legend-size = Size: cases in 90 days
landscape-legend-score = Shape and colour: what customers say
landscape-caption = Processes by area, a row each, and by stage of the customer’s life-cycle, a column each
landscape-n = { $n ->
    [one] { $n } process
   *[other] { $n } processes
}
landscape-field = { $n }, cases: { $cases }
landscape-cases = { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
landscape-score = { $score } · { $cases }
landscape-more = { $n ->
    [one] + { $n } more
   *[other] + { $n } more
}
landscape-says = { $n ->
    [one] { $n } process.
   *[other] { $n } processes.
}
landscape-busiest = { $n ->
    [one] Most cases come to “{ $name }”: { $n } in 90 days.
   *[other] Most cases come to “{ $name }”: { $n } in 90 days.
}
landscape-lowest = { $n ->
    [one] Customers are least happy with “{ $name }”: { $score } from { $n } answer.
   *[other] Customers are least happy with “{ $name }”: { $score } from { $n } answers.
}
landscape-areas-more = { $n ->
    [one] { $n } more area stands in the list
   *[other] { $n } more areas stand in the list
}
