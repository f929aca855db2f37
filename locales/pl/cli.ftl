# Co mówi wiersz poleceń. Nazwy poleceń, opcji i kolumn pozostają bez zmian.
cli-about = Pokazuje na podstawie Państwa danych, jak klienci naprawdę przechodzą przez proces: mapa procesu, czasy oczekiwania, oceny, obietnice i co dałaby zmiana.
cli-arg-help = Pokaż tę pomoc
cli-arg-version = Pokaż wersję
cli-arg-lang = Język wszystkiego, co mówi program: en, bg, pl, ru lub zh (w przeciwnym razie język środowiska)
cli-arg-json = Wypisz na standardowe wyjście jeden obiekt JSON i nic poza nim
cli-arg-file = Dziennik zdarzeń w CSV, zwykły albo spakowany jako gzip lub zip; - czyta standardowe wejście
cli-arg-model = Mapa procesu w BPMN 2.0, zwykła albo spakowana jako gzip lub zip; - czyta standardowe wejście
cli-arg-case = Kolumna, która odróżnia sprawy
cli-arg-activity = Kolumna, która mówi, co zrobiono
cli-arg-time = Kolumna, która mówi, kiedy to zrobiono
cli-arg-start = Kolumna, która mówi, kiedy zaczęto
cli-arg-resource = Kolumna, która mówi, kto to zrobił
cli-arg-time-format = Jak zapisano czas, na przykład "%d/%m/%Y %H:%M" (typowe formaty są rozpoznawane)
cli-arg-time-zone = Strefa dla czasów bez przesunięcia, na przykład Europe/Warsaw (w przeciwnym razie UTC)
cli-arg-encoding = Kodowanie tekstu, na przykład windows-1250 (w przeciwnym razie UTF-8; znacznik kolejności bajtów jest rozpoznawany)
cli-arg-delimiter = Co rozdziela pola: jeden znak lub tab (w przeciwnym razie ustalane na podstawie nagłówka)
cli-arg-entry = Plik w archiwum zip, które zawiera ich kilka
cli-arg-listen = Gdzie nasłuchiwać (w przeciwnym razie 127.0.0.1:8080)
cli-arg-url = Adres, pod którym serwer jest dostępny dla ludzi, na przykład https://touchline.example (w przeciwnym razie ten, pod którym nasłuchuje)
cli-arg-log-format = Jak zapisywać to, co się dzieje: text lub json
cli-arg-installation-data = Folder instalacji (w przeciwnym razie touchline-data)
cli-arg-database = Adres bazy danych PostgreSQL (w przeciwnym razie SQLite w folderze)
cli-arg-copy = Plik z kopią
cli-serve-about = Uruchamia serwer
cli-demo-about = Uruchamia serwer z wymyśloną organizacją
cli-demo-arg-data = Folder na wymyśloną organizację (w przeciwnym razie touchline-demo)
cli-backup-about = Kopiuje wszystko do jednego pliku, podczas gdy serwer dalej pracuje
cli-restore-about = Tworzy nową instalację z takiego pliku
cli-doctor-about = Bada instalację i mówi, co jest z nią nie tak
cli-doctor-arg-rebuild = Najpierw odtwórz z dziennika wszystko, co jest z niego wyprowadzone
cli-user-about = Zarządza osobami w instalacji
cli-user-add-about = Dodaje osobę; hasło jest czytane ze standardowego wejścia albo tworzone i pokazywane
cli-user-add-arg-email = Adres e-mail do logowania
cli-user-add-arg-name = Imię i nazwisko
cli-user-add-arg-role = administrator, owner, agent lub viewer
cli-user-list-about = Wymienia wszystkie osoby
cli-user-disable-about = Natychmiast odbiera osobie dostęp
cli-user-disable-arg-email = Adres e-mail tej osoby
cli-report-about = Tworzy raport według opisu: jedną stronę, która otworzy się wszędzie, albo JSON
cli-report-arg-spec = Opis, plik TOML; - czyta standardowe wejście
cli-report-arg-data = Folder z plikami z opisu (w przeciwnym razie folder opisu)
cli-report-arg-out = Gdzie zapisać stronę (w przeciwnym razie report.html; z --json bez strony)
cli-mine-about = Mówi, co widać w dzienniku zdarzeń: czynności, co po czym następuje, warianty, czasy, powtórzenia
cli-mine-arg-variants = Ile wariantów wymienić (w przeciwnym razie 20)
cli-log-about = Przegląda dzienniki zdarzeń
cli-log-info-about = Mówi, co zawiera dziennik: sprawy, zdarzenia, czynności, okres, problemy
cli-map-about = Sprawdza, przekształca i porównuje mapy procesów w BPMN 2.0
cli-map-check-about = Mówi, co w mapie zapisano nieprawidłowo, co jest w niej nie tak i co dobra praktyka zrobiłaby inaczej
cli-map-check-arg-all = Wymień wszystkie miejsca, nie tylko pierwsze dziesięć dla każdej reguły
cli-map-convert-about = Zapisuje mapę ponownie, z rysunkiem, jeśli go nie miała, albo jako obraz, tekst lub tabelę
cli-map-convert-arg-out = Gdzie zapisać; o formacie mówi rozszerzenie: .bpmn, .svg, .png, .mmd lub .csv; - pisze na standardowe wyjście
cli-map-convert-arg-to = Format, jeśli nie mówi o nim rozszerzenie: bpmn, svg, png, mmd lub csv
cli-map-convert-arg-view = Narysuj proces klienta w osobnym widoku: customer, blueprint lub department:NAME (w przeciwnym razie diagram z pliku)
cli-map-convert-arg-diagram = Który diagram narysować, jeśli w pliku jest ich kilka: numer albo nazwa
cli-map-convert-arg-layout = Narysuj wszystko od nowa
cli-map-diff-about = Mówi, co się zmieniło między jedną wersją mapy a następną
cli-map-diff-arg-before = Wcześniejsza wersja; - czyta standardowe wejście
cli-map-diff-arg-after = Późniejsza wersja; - czyta standardowe wejście
cli-simulate-about = Symuluje proces na podstawie mapy i scenariusza: oczekiwanie, koszt, obciążenie ludzi, każde z przedziałem; porównuje dwa scenariusze
cli-simulate-arg-scenario = Scenariusz: Prosimos JSON, TOML lub BPMN z BPSim; - czyta standardowe wejście
cli-simulate-arg-cases = Liczba spraw w powtórzeniu (domyślnie 1000)
cli-simulate-arg-replications = Ile razy symulować (domyślnie 20)
cli-simulate-arg-seed = Ziarno liczb losowych: to samo ziarno daje ten sam wynik (domyślnie 1)
cli-simulate-arg-start-at = Kiedy się zaczyna, na przykład 2026-01-05T09:00 lub 2026-01-05T09:00+02:00[Europe/Sofia] (domyślnie poniedziałek 5 stycznia 2026, północ UTC)
cli-simulate-arg-compare = Drugi scenariusz do porównania, przy tych samych liczbach losowych
cli-simulate-arg-compare-map = Mapa drugiego scenariusza, jeśli jest inna
cli-simulate-arg-log = Gdzie zapisać zadania pierwszego powtórzenia jako dziennik zdarzeń w CSV
cli-simulate-arg-threads = Ile wątków pracuje (domyślnie tyle, ile ma komputer); wynik od tego nie zależy
help-usage = Użycie:
help-commands = Polecenia
help-command = POLECENIE
help-arguments = Argumenty
help-options = Opcje
help-option = OPCJE
usage-unknown-argument = Nie ma opcji „{ $name }”.
usage-unknown-command = Nie ma polecenia „{ $name }”.
usage-missing-command = Brakuje polecenia.
usage-missing = Brakuje: { $arg }.
usage-twice = „{ $arg }” można podać tylko raz.
usage-conflict = „{ $arg }” i „{ $other }” nie mogą wystąpić razem.
usage-no-value = „{ $arg }” wymaga wartości.
usage-value = „{ $value }” nie pasuje do „{ $arg }”. Dozwolone: { $allowed }.
usage-allowed-number = liczba całkowita od 0
usage-allowed-start = czas, na przykład 2026-01-05T09:00, 2026-01-05T09:00Z lub 2026-01-05T09:00+02:00[Europe/Sofia]
usage-allowed-threads = liczba od 1 do 1024
usage-allowed-delimiter = jeden znak, na przykład ; lub słowo tab
usage-allowed-see-help = zobacz pomoc
usage-number-of-values = Liczba wartości „{ $arg }” jest niewłaściwa.
usage-not-utf8 = Jeden z argumentów nie jest poprawnym UTF-8.
usage-other = Nie da się zrozumieć wiersza poleceń: { $why }
usage-out-is-input = To zastąpiłoby plik „{ $file }”, który jest tu czytany. Podaj inną nazwę w --out.
usage-see-help = Pomoc: { $command }
our-fault = Program zatrzymał się z własnej winy, w miejscu { $place }. Prosimy to zgłosić i dołączyć plik, jeśli można go udostępnić.
not-written = { $place }: Zapis się nie udał. { $why }
outside-folder = Ta ścieżka prowadzi poza folder z danymi. Użyj ścieżki wewnątrz niego, bez „..”, albo podaj inny folder w --data.
spec-not-utf8 = W tym miejscu opis nie jest w UTF-8. Zapisz go jako UTF-8.
columns-taken = Kolumny: { $columns }
column-taken = { $what } „{ $name }”
column-case = sprawa
column-activity = czynność
column-time = czas
column-start = początek
column-resource = wykonawca
no-case-column = Żadna kolumna nie wygląda na sprawę. Podaj ją w --case; nagłówek zawiera: { $found }.
no-activity-column = Żadna kolumna nie wygląda na czynność. Podaj ją w --activity; nagłówek zawiera: { $found }.
no-time-column = Żadna kolumna nie wygląda na czas. Podaj ją w --time; nagłówek zawiera: { $found }.
problem-line = { $n ->
    [one] { $place }: { $what }, { $n } raz
    [few] { $place }: { $what }, { $n } razy
    [many] { $place }: { $what }, { $n } razy
   *[other] { $place }: { $what }, { $n } raza
}
problems-more = … i jeszcze { $n }, zobacz stronę
problems-cut = … i jeszcze { $n }, zobacz log info --json
summary-counts = Sprawy: { $cases }, zdarzenia: { $events }
summary-lead-time = Czas realizacji: mediana { $median }, dziewięć na dziesięć w ciągu { $p90 } (sprawy: { $n })
summary-score = Ocena: średnio { $mean }, przedział 95% { $interval } (odpowiedzi: { $n })
summary-promise = Obietnica: dotrzymana w { $kept } spraw, złamana w { $late } z { $n }
summary-owed = { $line }; do wypłaty: { $amount }
summary-driver-score = Najsilniejszy czynnik: { $name }, ocena { $difference }, przedział 95% { $interval }
summary-driver-promise = Najsilniejszy czynnik: { $name }, dotrzymane obietnice { $difference } p.p., przedział 95% { $interval }
summary-what-if-score = Co by było, gdyby: { $name }, średnia ocena { $change }, przedział 95% { $interval }
summary-what-if-promise = Co by było, gdyby: { $name }, dotrzymane obietnice { $change } p.p., przedział 95% { $interval }
summary-what-if-money = { $line }; rekompensaty { $amount }
summary-problems = { $n ->
    [one] Problemy w danych: { $n } rodzaj, łącznie { $noted }
    [few] Problemy w danych: { $n } rodzaje, łącznie { $noted }
    [many] Problemy w danych: { $n } rodzajów, łącznie { $noted }
   *[other] Problemy w danych: { $n } rodzaju, łącznie { $noted }
}
summary-page = Strona: { $file }
mine-counts = Sprawy: { $cases }, zdarzenia: { $events }, warianty: { $variants }
mine-throughput = Czas przejścia: mediana { $median }, średnio { $mean }, dziewięć na dziesięć w ciągu { $p90 }, najdłużej { $max }
mine-median = mediana { $time }
mine-activities = Czynności
mine-arcs = Co po czym następuje
mine-variants = Warianty
mine-rework = Robione ponownie
mine-rework-cases = { $n ->
    [one] w { $n } sprawie
    [few] w { $n } sprawach
    [many] w { $n } sprawach
   *[other] w { $n } sprawy
}
info-counts = Sprawy: { $cases }, zdarzenia: { $events }, czynności: { $activities }
info-period = Od { $from } do { $to }
info-no-problems = Brak problemów
info-problems = { $n ->
    [one] { $n } problem, zobacz standardowe wyjście błędów
    [few] { $n } problemy, zobacz standardowe wyjście błędów
    [many] { $n } problemów, zobacz standardowe wyjście błędów
   *[other] { $n } problemu, zobacz standardowe wyjście błędów
}
model-problems-cut = … i jeszcze { $n }, zob. map check
check-counts = { $file }: procesy { $processes }, baseny { $pools }, kroki { $steps }, bramki { $gateways }, przepływy sekwencji { $flows }, przepływy komunikatów { $messages }
check-malformed = zapisane nieprawidłowo i poprawione przy odczycie
check-broken = identyfikatory, odwołania i wartości
check-more = … i jeszcze { $n }; wymienia je --all
check-nothing = Nie ma nic do poprawienia.
check-summary = Błędy: { $errors }, ostrzeżenia: { $warnings }, wskazówki: { $hints }
convert-no-format = Nazwa nie mówi, jaki to format. Należy dodać --to z jednym z: { $formats }.
convert-useless = „{ $arg }” nie ma zastosowania do { $format }. Należy to pominąć.
convert-no-diagram = W pliku nie ma diagramu „{ $name }”. Są: { $names }.
convert-first-diagram = W pliku jest kilka diagramów; narysowano pierwszy. Wyboru dokonuje się przez --diagram: { $names }
convert-nothing = Nie ma czego rysować: w pliku nie ma kroków, basenów ani innych elementów.
convert-too-large = Diagram jest zbyt długi (limit w pikselach: { $limit }). Należy go narysować od nowa z --layout.
convert-no-fonts = Nie znaleziono czcionki do zapisania tekstów. Należy zainstalować czcionkę, na przykład DejaVu lub Noto, albo przekonwertować plik do svg.
convert-too-many-pixels = Obraz miałby więcej niż { $limit } pikseli. Należy przekonwertować plik do svg.
convert-undrawable = Nie można narysować obrazu: { $why }
layout-too-many = Proces ma zbyt wiele części, aby go narysować (limit: { $limit }). Należy podzielić go na kilka.
layout-too-deep = Podprocesy są zagnieżdżone zbyt głęboko, aby je narysować (limit: { $limit }). Wewnętrzne należy wynieść na zewnątrz.
layout-unsound = Elementy są zagnieżdżone w kółko i nie można ich narysować. Zob. map check.
view-no-department = Nie ma toru ani basenu „{ $name }”. Na mapie są: { $names }.
view-department-empty = W „{ $name }” nie ma kroku, więc nie ma czego rysować.
view-customer-empty = Na tej mapie klient niczego nie robi i niczego nie spotyka. Jego basen lub tor należy nazwać „Klient” albo nadać mu linię „customer” z rozszerzenia Touchline.
view-no-step = W pliku nie ma kroku, więc nie zawiera on mapy procesu klienta.
map-view-too-many = Mapa miałaby zbyt wiele części jednego rodzaju (limit: { $limit }). Należy podzielić proces na kilka.
view-no-map = Plik nie zawiera mapy procesu klienta. Zob. map check i poprawić, co wykaże.
view-left-out = Nie ma ich na mapie, bo żadna sprawa nie może do nich dojść: { $steps }
picture-counts = Kroki: { $steps }, przepływy: { $flows }
diagram-counts = Kształty: { $steps }, linie: { $flows }
diff-one-pipe = Ze standardowego wejścia można czytać tylko jedno z dwóch. Dla drugiego należy podać plik.
diff-same = Nic się nie zmieniło.
diff-count = Zmiany: { $n }
diff-added = Dodane
diff-removed = Usunięte
diff-renamed = Z nową nazwą
diff-retyped = Innego rodzaju
diff-moved = Przeniesione
diff-rerouted = Poprowadzone inaczej
diff-altered = Zmienione
diff-redrawn = Przerysowane
