# Dzienniki zdarzeń z innych systemów: wczytywanie, kolumny, co pokazują.
logs-about = Dzienniki zdarzeń z innych systemów: kto co zrobił, w której sprawie i kiedy.
logs-drop = Proszę upuścić tu dziennik zdarzeń
logs-drop-hint = CSV, zwykły lub spakowany jako gzip albo zip, do { $n } MB. Pozostaje na tym serwerze.
logs-upload = Prześlij
logs-no-file = Proszę najpierw wybrać plik.
logs-too-large = Plik jest większy niż { $n } MB. Proszę spakować go jako gzip lub zip albo podzielić według okresów.
logs-too-many = Limit dzienników ({ $n }) został osiągnięty. Proszę najpierw usunąć jeden z nich.
logs-too-few-columns = Plik ma mniej niż trzy kolumny. Potrzebne są sprawa, czynność i czas, każde w osobnej kolumnie.
logs-no-text = Plik nie jest tekstem. Proszę wyeksportować go jako CSV.
logs-unreadable = Nie można odczytać dziennika: { $why }
logs-title = Dzienniki
logs-empty = Nie ma jeszcze dzienników. Mogą je dodawać właściciele procesów i administratorzy.
logs-megabytes = { $n } MB
logs-ready = Gotowy
logs-to-map = Kolumny do wyboru
logs-pages = Strony
logs-newer = Nowsze
logs-older = Starsze
logs-col-log = Dziennik
logs-col-state = Stan
logs-col-cases = Sprawy
logs-col-events = Zdarzenia
logs-col-problems = Problemy
logs-col-uploaded = Przesłano
logs-columns-of = Kolumny pliku { $name }
logs-columns = Co znaczą kolumny?
logs-columns-short = Kolumny
logs-columns-text = Potrzebne są trzy: sprawa, co zrobiono i kiedy. To nasze przypuszczenia; proszę je sprawdzić.
logs-col-column = Kolumna i jej zawartość
logs-col-means = Znaczy
logs-col-guess = Nasze przypuszczenie
logs-means-nothing = Nic
logs-means-case = Sprawa
logs-means-activity = Co zrobiono
logs-means-time = Kiedy to zrobiono
logs-means-start = Kiedy to zaczęto
logs-means-resource = Kto to zrobił
logs-guess-name = Po nazwie
logs-guess-values = Wartości wyglądają na czasy: czy tak jest?
logs-meaning-twice = Dwie kolumny znaczą to samo. Proszę wybrać jedną z nich.
logs-meaning-missing = Potrzebne są sprawa, co zrobiono i kiedy. Proszę wybrać kolumnę dla każdego z nich.
logs-setting-too-long = Strefa i zapis czasu mogą mieć najwyżej { $n } bajtów.
logs-zone = Strefa czasowa
logs-zone-hint = Dla czasów bez strefy, np. Europe/Warsaw
logs-format = Jak zapisano czas
logs-format-hint = Puste pole oznacza typowe formaty. Format jest potrzebny, gdy dzień i miesiąc można pomylić.
logs-such-as = W pliku: { $example }
logs-first-rows = Pierwsze wiersze pliku
logs-read = Odczytaj dziennik
logs-later = Później
logs-remove = Usuń
logs-remove-ask = Usunąć { $name } wraz z raportem?
logs-remove-text = Tego nie można cofnąć. Plik, z którego go przesłano, pozostaje na swoim miejscu.
logs-views = Widoki dziennika
logs-overview = Przegląd
logs-report = Raport
logs-problems = Problemy
logs-see-report = Zobacz raport
logs-period = od { $from } do { $to }
logs-activities = różne czynności: { $n }
logs-variants = Ścieżki przez proces
logs-variants-note = różne kolejności czynności
logs-throughput = Połowa kończy się w ciągu
logs-nine-in-ten = dziewięć na dziesięć w ciągu { $time }
logs-map = Jak to naprawdę przebiega
logs-map-text = Każde pole to czynność z liczbą zdarzeń i medianą czasu od poprzedniej; każda strzałka mówi, jak często jedna następuje po drugiej.
logs-map-left-out = Nie narysowano, bo są rzadkie – czynności: { $activities }, przejścia: { $ways }.
logs-lane = Sprawy
logs-start = Początek
logs-no-problems = Można było użyć każdego wiersza.
logs-problems-text = Problemy w wierszach lub wartościach: { $n }. Poniżej podano, co to znaczy dla wiersza; wszystkie inne wiersze są na miejscu.
logs-col-wrong = Co jest nie tak
logs-col-often = Jak często
logs-col-lines = Wiersze
logs-variants-say = { $n ->
    [one] Wszystkie sprawy idą tą samą ścieżką: { $share } z nich.
    [few] Sprawy idą { $n } różnymi ścieżkami; najczęstszą idzie { $share } z nich.
    [many] Sprawy idą { $n } różnymi ścieżkami; najczęstszą idzie { $share } z nich.
   *[other] Sprawy idą { $n } różnymi ścieżkami; najczęstszą idzie { $share } z nich.
}
logs-waits = Gdzie sprawy czekają
logs-waits-text = Mediana czasu od poprzedniego zdarzenia dla czynności, które występują co najmniej w jednej sprawie na sto.
logs-waits-say = Najdłużej czeka się między „{ $from }” a „{ $to }”: w połowie przypadków dłużej niż { $median }, w jednym na dziesięć dłużej niż { $most }.
logs-waits-none = Żadna sprawa nie ma dwóch zdarzeń, więc nie ma też oczekiwania.
logs-rework = Co robi się ponownie
logs-rework-says = { $n ->
    [one] Najczęściej powtarza się „{ $name }”: { $n } raz, w { $share } spraw.
    [few] Najczęściej powtarza się „{ $name }”: { $n } razy, w { $share } spraw.
    [many] Najczęściej powtarza się „{ $name }”: { $n } razy, w { $share } spraw.
   *[other] Najczęściej powtarza się „{ $name }”: { $n } razy, w { $share } spraw.
}
logs-rework-none = W żadnej sprawie nic się nie powtarza.
logs-col-way = Ścieżka
logs-col-share = Odsetek
logs-col-from = Z
logs-col-to = Do
logs-col-median = Mediana
logs-col-p90 = Dziewięć na dziesięć w ciągu
logs-col-activity = Czynność
logs-col-again = Powtórzenia
