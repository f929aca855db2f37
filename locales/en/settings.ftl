# Settings: one's own, people, tokens.
settings-people = People
settings-tokens = API tokens
settings-saved = Saved.
settings-role = Role
settings-zone = Time zone
password-now = Password now
password-new = New password
password-change = Change the password
people-find = Find a person
people-all = Everyone
people-none = Nobody fits.
people-person = Person
people-name = Name
people-department = Department
people-office = Office
people-password = First password
people-add = Add a person
people-act = Act
people-set = Set
people-role-of = Role of { $name }
people-disable = Shut out
people-disable-sure = Shut { $name } out? Their sessions and tokens stop working at once. You can let them in again.
people-disabled = Shut out
people-enable = Let in
token-once = This is your token. It is shown only now: please copy it to where you need it.
token-copy = Copy
token-copied = Copied
token-yours = Your tokens
token-none = There are none. A token lets a program act for you through the API.
token-token = Token
token-made = Made
token-used = Last used
token-never = never
token-ends = Ends
token-endless = without end
token-end = End it
token-end-sure = End the token “{ $name }”? Programs that use it will be refused.
token-make = Make a token
token-for = What is it for
token-lasts = It lasts
token-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
token-how = How to use it:
token-docs = the page of the API
token-example = Example
