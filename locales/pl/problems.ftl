# Co może być nie tak z plikami, wierszami i opisami: co się stało i co zrobić.
quoted = „{ $text }”
did-you-mean = Może chodziło o „{ $near }”?
and-more = … i jeszcze { $n }
problem-in-column = kolumna { $column }: { $what }
problem-with-example = { $what } (pierwsze: { $example })
problem-duplicate-column = dwie kolumny mają tę nazwę; używana jest pierwsza
problem-wrong-field-count = wiersz ma więcej lub mniej pól niż nagłówek; został pominięty
problem-missing-case = nie podano sprawy; wiersz został pominięty
problem-missing-activity = nie podano czynności; zdarzenie zostało pominięte
problem-missing-time = brak czasu; zdarzenie zostało pominięte
problem-unreadable-time = czasu nie da się odczytać; zdarzenie zostało pominięte
problem-unreadable-number = to nie jest liczba; wartość została pominięta
problem-unreadable-flag = to ani „tak”, ani „nie”; wartość została pominięta
problem-out-of-scale = liczba wykracza poza skalę; wartość została pominięta
problem-suspect-value = podejrzana wartość; wiersz został użyty
problem-unknown-case = wiersz dotyczy sprawy, której nie ma; został pominięty
problem-unknown-key = brak wiersza dla tego klucza; wartość pozostaje pusta
problem-end-before-start = koniec jest przed początkiem; czas trwania został pominięty
problem-other = problem innego rodzaju
io-not-found = Nie ma takiego pliku. Sprawdź nazwę i folder.
io-permission = Brak uprawnień, aby to otworzyć. Poproś o dostęp.
io-is-folder = To jest folder. Podaj plik.
io-full = Dysk jest pełny. Zwolnij miejsce i spróbuj ponownie.
io-broken = Spakowane dane są uszkodzone lub urwane. Skopiuj lub spakuj plik ponownie.
read-failed = Odczyt lub zapis się nie udał: { $why }. Spróbuj ponownie.
read-empty = Plik jest pusty. Wyeksportuj go ponownie, z wierszem nagłówka.
read-no-rows = Pod nagłówkiem nie ma wierszy. Wyeksportuj plik ponownie, razem z danymi.
read-no-usable-rows = { $n ->
    [one] Jedynego wiersza nie da się użyć. Sprawdź, czy podano właściwe kolumny.
    [few] Żadnego z { $n } wierszy nie da się użyć. Sprawdź, czy podano właściwe kolumny.
    [many] Żadnego z { $n } wierszy nie da się użyć. Sprawdź, czy podano właściwe kolumny.
   *[other] Żadnego z { $n } wiersza nie da się użyć. Sprawdź, czy podano właściwe kolumny.
}
read-record-too-long = Wiersz jest dłuższy niż dozwolone (limit w bajtach: { $limit }). Poszukaj niezamkniętego cudzysłowu lub brakującego końca wiersza.
read-too-many-columns = Wiersz ma zbyt wiele kolumn (limit: { $limit }). Sprawdź, jaki znak rozdziela pola.
read-unclosed-quote = Tutaj otwiera się cudzysłów, który nigdzie się nie zamyka. Zamknij go albo podwój, jeśli należy do tekstu.
read-not-utf8 = Tekst nie jest w UTF-8. Podaj jego kodowanie, na przykład windows-1250 (w wierszu poleceń --encoding, w opisie encoding).
read-unknown-encoding = Nie ma kodowania „{ $name }”. Użyj nazwy takiej jak utf-8, windows-1250 lub utf-16le.
read-column-missing = Nie ma kolumny „{ $wanted }”. Nagłówek zawiera: { $found }.
read-unreadable-times = Kolumna „{ $column }”: „{ $example }” nie da się odczytać jako czasu; nieodczytane wartości: { $failed } z { $of }. Podaj, jak zapisano czas, na przykład %d/%m/%Y %H:%M (w wierszu poleceń --time-format, w opisie time_format).
read-time-format = „{ $format }” to ani format czasu, ani strefa czasowa. Podaj format taki jak %Y-%m-%d %H:%M:%S i strefę taką jak Europe/Warsaw.
read-too-many-events = Dziennik ma zbyt wiele zdarzeń (limit: { $limit }). Podziel go na okresy.
read-too-many-names = Różne wartości tej kolumny zajmują zbyt wiele miejsca (limit w bajtach: { $limit }). Sprawdź, czy to właściwa kolumna.
read-unpacked-too-large = Po rozpakowaniu plik jest zbyt duży (limit w bajtach: { $limit }). Najpierw go rozpakuj i podziel.
read-unpack-ratio = Po rozpakowaniu plik rośnie ponad { $ratio } razy, jak tylko bomba zip. Jeśli mu ufasz, najpierw go rozpakuj.
read-zip-broken = Archiwum zip jest uszkodzone ({ $why }). Spakuj ponownie.
read-zip-empty = W archiwum zip nie ma plików. Spakuj ponownie.
read-zip-entry = W archiwum zip trzeba wybrać plik; zawiera ono: { $found }. Podaj jeden z nich (w wierszu poleceń --entry, w opisie entry).
read-zip-locked = Archiwum zip jest chronione hasłem. Najpierw je rozpakuj.
read-zip-method = Archiwum zip spakowano metodą, która nie jest tu obsługiwana: { $method }. Spakuj ponownie metodą deflate.
read-zip-on-pipe = Archiwum zip nie da się czytać ze standardowego wejścia. Podaj plik.
mistake-syntax = To nie jest TOML ({ $why }). Sprawdź cudzysłowy, nawiasy i znaki równości.
mistake-unknown-key = W [{ $table }] nie ma klucza „{ $key }”. Możliwe są: { $known }.
mistake-missing-key = W [{ $table }] brakuje klucza „{ $key }”. Dodaj go.
mistake-wrong-type = Wartość „{ $key }” jest niewłaściwego typu. Wpisz { $expected }.
mistake-type-text = tekst w cudzysłowie
mistake-type-words = tekst w cudzysłowie albo tabelę z osobnym tekstem dla każdego języka
mistake-type-number = liczbę
mistake-type-numbers = listę liczb, na przykład [1, 5]
mistake-type-flag = true lub false
mistake-type-table = tabelę, w nawiasach klamrowych lub pod nagłówkiem w nawiasach kwadratowych
mistake-type-tables = listę tabel, każdą pod nagłówkiem w podwójnych nawiasach kwadratowych
mistake-type-condition = warunek: tekst, listę tekstów, true, false albo tabelę z over, under lub present
mistake-bad-value = „{ $value }” nie pasuje do „{ $key }”. Dozwolone: { $allowed }.
mistake-allowed-delimiter = jeden znak, na przykład ; lub \t
mistake-allowed-factor = jaka część pozostaje, od 0 do 1
mistake-allowed-file = plik, który podaje sprawę każdego wiersza: case = "kolumna"
mistake-allowed-resamples = liczba od 100 do 100000
mistake-allowed-scale = najniższa i najwyższa ocena, na przykład [1, 5]
mistake-allowed-time_format = oznaczenia takie jak %d/%m/%Y %H:%M
mistake-allowed-time_zone = nazwa taka jak Europe/Warsaw
mistake-allowed-visibility = customer, front, back, system lub partner, a dla pierwszego toru customer
mistake-allowed-when = "promise broken", jeśli jest [promise], albo tabela warunków
mistake-no-file = W opisie nie ma pliku „{ $name }”. Dodaj go w [files] albo użyj nazwy jednego z istniejących.
mistake-no-field = W opisie nie ma pola „{ $name }”. Dodaj je w [fields] albo użyj nazwy jednego z istniejących.
mistake-no-lane = W opisie nie ma toru „{ $name }”. Dodaj go jako [[lane]] albo użyj id jednego z istniejących.
mistake-no-driver = W opisie nie ma czynnika „{ $name }”. Dodaj go jako [[driver]] albo użyj id jednego z istniejących.
mistake-no-step = W opisie nie ma kroku „{ $name }”. Dodaj go jako [[step]] albo użyj nazwy jednego z istniejących.
mistake-wrong-kind = Pola „{ $field }” nie można tu użyć. Użyj pola z kind = "{ $expected }".
mistake-circle = Plik „{ $file }” jest wyszukiwany przez pole, które pochodzi z niego samego. Wyszukuj go przez pole innego pliku.
mistake-too-long = Opis jest zbyt długi (limit w bajtach: { $limit }). Skróć go.
