# Procesy klienta: lista, mapa z wynikami, kroki i formularz.
processes-title = Procesy klienta
processes-about = Po co przychodzą klienci – od pierwszego pytania do dnia, w którym odchodzą.
processes-find = Znajdź proces
processes-show = Pokaż
processes-all = Wszystkie
processes-all-again = Pokaż wszystkie procesy
processes-none = Nie ma jeszcze procesów.
processes-none-found = Żaden proces nie pasuje do wyszukiwania.
processes-caption = Procesy i ich wskaźniki z ostatnich 90 dni
processes-process = Proces
processes-cases = Sprawy
processes-lead = Połowa gotowa w ciągu
processes-kept = Obietnice dotrzymane
processes-kept-of = { $n ->
    [one] z { $n } obietnicy
    [few] z { $n } obietnic
    [many] z { $n } obietnic
   *[other] z { $n } obietnicy
}
processes-score = Ocena od −100 do 100
processes-score-short = Ocena
processes-pages = Strony
processes-range = { $from }–{ $to } z { $all }
processes-before = Wstecz
processes-next = Dalej
stage-acquire = Pozyskanie
stage-develop = Rozwój
stage-maintain = Utrzymanie
stage-win-back = Odzyskanie
stage-intended-loss = Zamierzone rozstanie
state-draft = Szkic
state-published = W użyciu
state-archived = Wycofany
area-product-development = Rozwój produktów
area-supply-chain = Łańcuch dostaw
area-relationship = Relacje z klientami
process-where = Gdzie to jest
process-name = Nazwa
process-description = Na czym polega
process-stage = Etap
process-area = Obszar
process-state = Stan
process-owner = Właściciel
process-department = Dział
process-reviewed = Ostatni przegląd: { $day }
process-reviewed-on = Data ostatniego przeglądu
process-reviewed-wrong = Data ostatniego przeglądu nie ma postaci takiej jak 2026-11-21.
process-name-wrong = Potrzebna jest nazwa w jednym wierszu, najwyżej { $n } znaków.
process-description-wrong = Opis jest za długi; dozwolone jest najwyżej { $n } znaków.
process-changed-meanwhile = Ktoś w międzyczasie zmienił ten proces. Nic z Państwa zmian nie zginęło: ponowny zapis zastąpi tamte zmiany Państwa zmianami.
process-theirs = Obecna treść tam, gdzie Państwa wersja się różni:
process-edit = Edytuj
process-edit-title = Edycja: { $name }
process-save = Zapisz
process-cancel = Anuluj
process-report = Raport
process-new-case = Nowa sprawa
process-views = Widoki procesu
process-tab-map = Mapa
process-tab-steps = Kroki
process-tab-cases = Sprawy
process-tab-feedback = Opinie
process-no-cases = W ostatnim roku żadna sprawa nie przeszła przez ten proces, więc nie było czego mierzyć. Mapa pokazuje zamysł.
process-tile-cases = Sprawy z roku
process-tile-open = { $n ->
    [one] { $n } otwarta
    [few] { $n } otwarte
    [many] { $n } otwartych
   *[other] { $n } otwartej
}
process-tile-lead = Połowa gotowa w ciągu
process-tile-lead-note = dziewięć na dziesięć w ciągu { $time }
process-tile-promise = Obietnica dotrzymana
process-tile-promise-of = Obietnica dotrzymana: { $target }
process-tile-promise-note = złamana w { $broken } z { $n } · 95%: od { $low } do { $high }
process-tile-score = Poleciliby nas
process-tile-score-note = { $n ->
    [one] { $n } odpowiedź · 95%: od { $low } do { $high }
    [few] { $n } odpowiedzi · 95%: od { $low } do { $high }
    [many] { $n } odpowiedzi · 95%: od { $low } do { $high }
   *[other] { $n } odpowiedzi · 95%: od { $low } do { $high }
}
process-score-label = { $n ->
    [one] { $score }, 95%: od { $low } do { $high }, { $n } odpowiedź
    [few] { $score }, 95%: od { $low } do { $high }, { $n } odpowiedzi
    [many] { $score }, 95%: od { $low } do { $high }, { $n } odpowiedzi
   *[other] { $score }, 95%: od { $low } do { $high }, { $n } odpowiedzi
}
process-map-title = Jak to naprawdę przebiega
process-map-what = Co pokazuje mapa
process-map-region = Mapa procesu
process-show-times = Czasy
process-show-counts = Liczby
process-show-scores = Oceny
process-map-says = Najdłużej czeka się przed krokiem „{ $step }”: połowa klientów czeka dłużej niż { $median }, co dziesiąty dłużej niż { $p90 }.
process-map-says-cases = Sprawy w kroku „{ $step }”
process-map-plain = Mapa zgodna z zamysłem: tor klienta jest pierwszy.
process-map-read-times = Tor klienta jest pierwszy. Liczba w kroku mówi, ile spraw przez niego przeszło; czas na strzałce – w jakim czasie przeszła z pierwszego kroku do drugiego szybsza połowa z nich.
process-map-read-counts = Tor klienta jest pierwszy. Liczba w kroku mówi, ile spraw przez niego przeszło; liczba na strzałce – ile razy drugi krok nastąpił bezpośrednio po pierwszym.
process-map-read-scores = Tor klienta jest pierwszy. Liczba w kroku to ocena klientów zapytanych w tym miejscu, od −100 do 100, z przedziałem 95% i liczbą odpowiedzi.
process-map-share = { $share } wszystkich
process-map-again = { $n } ponownie
process-deviations = { $share } wszystkich przejść odbywa się poza mapą, najczęściej z „{ $from }” do „{ $to }” ({ $n }).
process-deviations-all = Wszystkie
process-promise = Obietnica
process-promise-hours = godziny robocze: { $hours }
process-promise-time = Termin
process-promise-told = W razie złamania
process-promise-owed = Rekompensata
process-promise-no-money = Bez rekompensaty pieniężnej
process-steps = Krok po kroku
process-steps-read = Czas oczekiwania liczony jest od poprzedniego kroku: połowa nie przekracza pierwszego czasu, dziewięć na dziesięć – drugiego. „Ponownie” to odsetek spraw, które trafiły do kroku więcej niż raz.
process-half-wait = Połowa czeka
process-nine-wait = Dziewięć na dziesięć czeka
process-again = Ponownie
process-again-none = Żadnego kroku nie trzeba było powtarzać.
process-again-says = Najczęściej powtarza się „{ $step }”: { $share } spraw wraca ({ $n } z { $all }).
process-end-good = dobre zakończenie
process-end-bad = złe zakończenie
process-ways = Ścieżki spoza mapy
process-ways-none = Każda sprawa szła ścieżką, która jest na mapie.
process-ways-say = { $share } wszystkich przejść między krokami nie ma na mapie ({ $n } z { $all }). Zmienić należy mapę albo pracę.
process-way-from = Z
process-way-to = Do
process-way-count = Ile razy
