# Strona raportu. Liczby przychodzą gotowe, z jednostkami.
count-events = { $n ->
    [one] { $n } zdarzenie
    [few] { $n } zdarzenia
    [many] { $n } zdarzeń
   *[other] { $n } zdarzenia
}
count-steps = { $n ->
    [one] { $n } krok
    [few] { $n } kroki
    [many] { $n } kroków
   *[other] { $n } kroku
}
count-arrows = { $n ->
    [one] { $n } strzałka
    [few] { $n } strzałki
    [many] { $n } strzałek
   *[other] { $n } strzałki
}
percentage-points = { $n } p.p.
report-kicker = Proces klienta na podstawie danych
report-skip = Przejdź do treści
report-period = { $from } – { $to }
report-n = liczba
report-mean = średnia
report-kept = dotrzymano
report-all = ogółem { $value }
report-range = (przedział 95% od { $low } do { $high })
report-range-none = (za mało danych na przedział)
report-table = wszystkie liczby

report-lead-time = Połowa spraw trwa nie dłużej niż
report-lead-time-note = dziewięć na dziesięć trwa nie dłużej niż { $p90 }
report-score-note = średnia z { $n } odpowiedzi w skali do { $scale }; przedział 95% od { $low } do { $high }
report-promise-note = złamano w { $late } z { $n }
report-owed = Do wypłaty klientom
report-owed-note = według reguły rekompensaty z tego raportu

report-map-title = Jak to naprawdę przebiega
report-map-says = Na typowej ścieżce najdłużej czeka się między „{ $from }” a „{ $step }”: połowa spraw czeka ponad { $median }, jedna na dziesięć ponad { $p90 }.
report-map-says-nothing = Kroki w kolejności, w jakiej następują w danych.
report-map-read = Tor klienta jest pierwszy. Liczba na strzałce mówi, ile razy drugi krok nastąpił bezpośrednio po pierwszym. Czasy liczone są od poprzedniego kroku: połowa nie przekracza mediany, a dziewięć na dziesięć – czasu oznaczonego „9 na 10”.
report-map-left-out = Na rysunku pominięto jako rzadkie: { $what }.
report-map-start = Początek
line-interaction = Linia interakcji
line-visibility = Linia widoczności
line-internal = Linia interakcji wewnętrznej
map-median = mediana { $time }
map-p90 = 9 na 10: { $time }
report-steps-table = Wszystkie kroki w liczbach
col-step = Krok
col-lane = Tor
col-count = Liczba
col-cases = Sprawy
col-wait-median = Czas oczekiwania, mediana
col-wait-p90 = Czas oczekiwania, p90
col-ci95 = Przedział 95%
col-top = Najwyższe oceny

report-listen-title = Co powiedzieli klienci
report-listen-says = Odpowiedzi: { $n }, średnia { $mean } na { $scale }; { $top } dało ocenę { $from } lub wyższą.
report-no-answers = Brak odpowiedzi.
report-by-month = { $score } według miesięcy
report-by-step = { $score } według najdalszego kroku
report-by-end = { $score } według zakończenia
report-by-group = { $score } według: { $group }
report-parts-say = Najwyżej jest „{ $high }”: { $highvalue }, najniżej „{ $low }”: { $lowvalue } (wśród mających co najmniej { $enough } odpowiedzi lub spraw). Trójkąty oznaczają części, których przedział 95% nie obejmuje średniej ogólnej.
report-months-say = Najwyżej w miesiącu { $high }: { $highvalue }, najniżej w miesiącu { $low }: { $lowvalue } (wśród miesięcy mających co najmniej { $enough } odpowiedzi lub spraw). Pas to przedział 95%, słupki na dole to liczebności.
report-parts-say-nothing = Nic tutaj nie opiera się na co najmniej { $enough } odpowiedziach lub sprawach, więc czytaj ostrożnie.

report-promise-title = Co obiecano
report-promise-says = Dotrzymano w { $share } z { $n } spraw (przedział 95% od { $low } do { $high }); złamano w { $late }.
report-promise-others = { $n ->
    [one] Jeszcze { $n } sprawa nie jest zakończona albo obietnica jej nie dotyczy; nie jest tu liczona.
    [few] Jeszcze { $n } sprawy nie są zakończone albo obietnica ich nie dotyczy; nie są tu liczone.
    [many] Jeszcze { $n } spraw nie jest zakończonych albo obietnica ich nie dotyczy; nie są tu liczone.
   *[other] Jeszcze { $n } sprawy nie są zakończone albo obietnica ich nie dotyczy; nie są tu liczone.
}
report-no-promises = Obietnicy nie złożono w żadnej zakończonej sprawie.
report-owed-says = Według reguły tego raportu należy się { $money }.
report-kept-by-month = Dotrzymane obietnice według miesięcy
report-kept-by-group = Dotrzymane obietnice według: { $group }
report-owed-by-month = Należna rekompensata według miesięcy
report-owed-by-group = Należna rekompensata według: { $group }
report-owed-most = Najwięcej do wypłaty: „{ $name }” – { $money }.
report-owed-nothing = Nic się nie należy.
report-other-groups = { $n ->
    [one] pozostałe: { $n }
    [few] pozostałe: { $n }
    [many] pozostałe: { $n }
   *[other] pozostałe: { $n }
}

report-drivers-title = Co idzie w parze z lepszym lub gorszym wynikiem
report-driver-says-score = Najsilniejszy czynnik to „{ $name }”: średnia ocena { $with } (odpowiedzi: { $withn }) wobec { $without } ({ $withoutn }), różnica { $difference } { $range }.
report-driver-says-promise = Najsilniejszy czynnik to „{ $name }”: obietnicę dotrzymano w { $with } z { $withn } spraw wobec { $without } z { $withoutn }, różnica { $difference } { $range }.
report-driver-none = Żadna cecha nie idzie w parze z różnicą, której nie wyjaśniłby przypadek.
report-drivers-read = Pusty znak: sprawy bez tej cechy. Pełny znak: sprawy z tą cechą. Strzałka to różnica.
report-without = bez cechy
report-with = z cechą
report-what-if-title = Co by było, gdyby…
report-what-if-says-score = Gdyby udział „{ $name }” spadł z { $share } do { $newshare }, średnia ocena przypuszczalnie zmieniłaby się z { $now } na { $then }: { $change } { $range }.
report-what-if-says-promise = Gdyby udział „{ $name }” spadł z { $share } do { $newshare }, udział dotrzymanych obietnic przypuszczalnie zmieniłby się z { $now } na { $then }: { $change } { $range }.
report-what-if-owed = Rekompensaty zmieniłyby się o { $money } { $range }.
report-caution = To zaobserwowane związki, a nie dowód związku przyczynowego. Wniosek obowiązuje o tyle, o ile sprawy, które stracą tę cechę, przebiegłyby jak te, które nigdy jej nie miały; rozstrzygnąłby eksperyment.

report-problems-title = Co jest nie tak z danymi
report-problems-none = Nic nie znaleziono.
report-problems-say = { $kinds ->
    [one] Jeden rodzaj problemu
    [few] { $kinds } rodzaje problemów
    [many] { $kinds } rodzajów problemów
   *[other] { $kinds } rodzaju problemów
}, łącznie { $rows ->
    [one] jedno wystąpienie
    [few] { $rows } wystąpienia
    [many] { $rows } wystąpień
   *[other] { $rows } wystąpienia
}. Niczego nie pominięto po cichu: każdy jest wymieniony wraz z tym, co z nim zrobiono.
col-file = Plik
col-problem = Problem
col-lines = Wiersze

report-methods-title = Jak to policzono
report-methods-times = Czas oczekiwania mierzy się między jednym zdarzeniem sprawy a następnym; mediany i p90 (9 na 10 nie przekracza tej wartości) to kwantyle interpolowane (Hyndman i Fan, typ 7).
report-methods-scores = Przedziały są 95-procentowe: t Studenta dla średnich, Wilsona dla udziałów. Najwyższe oceny to górna część skali. Najdalszy krok nie obejmuje tego, w którym pyta się o ocenę.
report-methods-drivers = Różnice mają przedziały Welcha. „Co by było, gdyby” to udział tracący cechę razy różnica; przedział pochodzi z bootstrapu po sprawach z ustalonym ziarnem.
report-footer = Utworzono w Touchline. Strona jest jednym plikiem i otwiera się bez sieci.
report-parts-drawn = Pokazano największe: { $n } z { $all }.
report-parts-one = Tylko „{ $name }” ma co najmniej { $enough } odpowiedzi lub spraw: { $value }.
report-parts-even = Żadna część nie różni się wyraźnie od średniej ogólnej.
report-what-if-base = Obliczono na podstawie porównywanych odpowiedzi lub obietnic: { $n }.
col-month = Miesiąc
col-end = Zakończenie
col-broken = Złamane
col-with = Z cechą
col-without = Bez cechy
col-difference = Różnica
col-driver = Cecha
