# Ustawienia: własne, osoby, tokeny.
settings-people = Osoby
settings-tokens = Tokeny API
settings-saved = Zapisano.
settings-role = Rola
settings-zone = Strefa czasowa
password-now = Obecne hasło
password-new = Nowe hasło
password-change = Zmień hasło
people-find = Znajdź osobę
people-all = Wszyscy
people-none = Nikt nie pasuje do wyszukiwania.
people-person = Osoba
people-name = Imię i nazwisko
people-department = Dział
people-office = Placówka
people-password = Pierwsze hasło
people-add = Dodaj osobę
people-act = Czynność
people-set = Ustaw
people-role-of = Rola: { $name }
people-disable = Odbierz dostęp
people-disable-sure = { $name }: odebrać dostęp? Sesje i tokeny tej osoby od razu przestaną działać. Dostęp można później przywrócić.
people-disabled = Bez dostępu
people-enable = Przywróć
token-once = Oto nowy token. Jest pokazywany tylko teraz: proszę skopiować go tam, gdzie jest potrzebny.
token-copy = Kopiuj
token-copied = Skopiowano
token-yours = Tokeny tego konta
token-none = Nie ma jeszcze żadnych. Token pozwala programowi działać przez API w imieniu użytkownika.
token-token = Token
token-made = Utworzono
token-used = Ostatnio użyto
token-never = nigdy
token-ends = Wygasa
token-endless = bezterminowo
token-end = Unieważnij
token-end-sure = Unieważnić token „{ $name }”? Programy, które go używają, spotkają się z odmową.
token-make = Utwórz token
token-for = Do czego służy
token-lasts = Ważność
token-days = { $n ->
    [one] { $n } dzień
    [few] { $n } dni
    [many] { $n } dni
   *[other] { $n } dnia
}
token-how = Jak go używać:
token-docs = strona o API
token-example = Przykład
