# Katalog procesów: pola, filtry, widoki, zmiany zbiorcze, arkusze, krajobraz.
process-new = Nowy proces
process-key = Klucz
process-key-hint = Krótka nazwa do adresów i programów, np. mend-fault. Pozostawiona pusta zostanie utworzona z nazwy.
process-industry = Branża
process-industry-hint = Tylko dla procesu przeznaczonego dla jednej branży. Puste pole oznacza, że służy wszystkim klientom.
process-horizontal = Wszystkie branże
process-vertical = Dla jednej branży
process-initiator = Rozpoczyna
initiator-customer = Klient
initiator-front = Front office
initiator-back = Back office
initiator-system = System
initiator-partner = Partner
initiator-time = Data lub termin
process-partners = Partnerzy
process-partner = Partner
process-tags = Etykiety
process-tag = Etykieta
process-words-hint = Rozdzielone przecinkami, najwyżej 20.
process-area-new = Albo nowy obszar
process-months = Miesiące między przeglądami
process-months-hint = Puste, jeśli przeglądów nie ma.
process-months-none = Nigdy
process-months-n = { $n ->
    [one] co miesiąc
    [few] co { $n } miesiące
    [many] co { $n } miesięcy
   *[other] co { $n } miesiąca
}
process-review = Przegląd
review-due = Do zrobienia
review-fresh = Zrobiony w terminie
review-none = Niepotrzebny
process-reviewed-today = Przejrzano dzisiaj
state-idea = Pomysł
state-review = W przeglądzie
process-none = Brak
lean-good = Ocena powyżej zera
lean-mixed = Ocena w pobliżu zera
lean-bad = Ocena poniżej zera
lean-none = Bez oceny
sketch-lane = Klient
sketch-start = Klient pyta
sketch-end = Klient ma to, po co przyszedł
process-area-wrong = Obszar musi mieć nazwę, najwyżej { $n } znaków.
process-word-wrong = Nazwy obszarów, branż, partnerów i etykiet mieszczą się w jednym wierszu, najwyżej { $n } znaków.
process-words-too-many = Proces ma najwyżej { $n } partnerów i { $n } etykiet. Proszę usunąć niektóre z nich.
process-months-wrong = Między przeglądami mija pełna liczba miesięcy, od 1 do { $n }; pole może też pozostać puste.
process-owner-wrong = Nie ma takiej osoby, która może odpowiadać za proces.
process-department-wrong = Nie ma takiego działu.
process-promise-wrong = Nie ma takiej obietnicy.
processes-too-many = Katalog mieści najwyżej { $n } procesów. Proszę usunąć te, których nigdy nie użyto.
process-key-wrong = Klucz składa się tylko z liter łacińskich, cyfr, łączników, kropek i podkreśleń i nie jest słowem z adresów katalogu.
process-key-taken = Inny proces ma klucz „{ $key }”. Proszę wybrać inny albo zostawić pole puste.
process-in-use = Tego procesu dotyczą sprawy lub odpowiedzi, więc zostaje w katalogu. Można go wycofać: zachowa historię i nie będzie już proponowany.
process-delete = Usuń
process-delete-ask = Usunąć „{ $name }”?
process-delete-text = Nie dotyczy go żadna sprawa ani odpowiedź. Wraz z nim zniknie jego mapa i nie da się tego cofnąć.
process-delete-cases = { $n ->
    [one] Przeszła przez niego { $n } sprawa.
    [few] Przeszły przez niego { $n } sprawy.
    [many] Przeszło przez niego { $n } spraw.
   *[other] Przeszło przez niego { $n } sprawy.
}
process-delete-answers = { $n ->
    [one] Klienci udzielili { $n } odpowiedzi na jego temat.
    [few] Klienci udzielili { $n } odpowiedzi na jego temat.
    [many] Klienci udzielili { $n } odpowiedzi na jego temat.
   *[other] Klienci udzielili { $n } odpowiedzi na jego temat.
}
process-retire = Wycofaj
process-restore = Przywróć do użycia
processes-more = Więcej
processes-all-stages = Wszystkie etapy
processes-filters = Filtry
processes-any = Dowolne
processes-found = { $n ->
    [one] Znaleziono { $n } proces
    [few] Znaleziono { $n } procesy
    [many] Znaleziono { $n } procesów
   *[other] Znaleziono { $n } procesu
}
processes-without = Usuń ten filtr
processes-words = „{ $words }”
processes-is = { $what }: { $value }
views-title = Zapisane widoki
views-about = Widok to wyszukiwanie wraz z filtrami i kolejnością, zapisane pod nazwą.
views-none = Nie zapisano jeszcze żadnego widoku. Proszę zawęzić katalog i zapisać to, co widać.
views-shared = Udostępnione przez innych
view-save = Zapisz ten widok
view-name = Nazwa widoku
view-shared = Widzą go wszyscy
view-first = Katalog otwiera się z nim
view-delete-ask = Usunąć widok „{ $name }”?
view-name-wrong = Widok musi mieć nazwę, najwyżej { $n } znaków.
view-too-many = Mają Państwo { $n } widoków, czyli najwięcej, ile można. Proszę usunąć zbędny.
bulk-title = Zmiana wielu procesów
bulk-about = To, czego Państwo nie ruszą, pozostanie bez zmian; przed zapisem widać, co się zmieni.
bulk-chosen = { $n ->
    [one] Wybrano { $n } proces.
    [few] Wybrano { $n } procesy.
    [many] Wybrano { $n } procesów.
   *[other] Wybrano { $n } procesu.
}
bulk-done = { $n ->
    [one] Zmieniono { $n } proces.
    [few] Zmieniono { $n } procesy.
    [many] Zmieniono { $n } procesów.
   *[other] Zmieniono { $n } procesu.
}
bulk-undo = Cofnij
bulk-undone = To zostało cofnięte.
bulk-undone-n = { $n ->
    [one] Cofnięto: { $n } proces jest taki jak przedtem.
    [few] Cofnięto: { $n } procesy są takie jak przedtem. Zmienione później przez kogoś innego pozostały.
    [many] Cofnięto: { $n } procesów jest takich jak przedtem. Zmienione później przez kogoś innego pozostały.
   *[other] Cofnięto: { $n } procesu jest takie jak przedtem.
}
bulk-as-is = Bez zmian
bulk-empty = Puste
bulk-empty-hint = Łącznik opróżnia pole.
bulk-months-hint = Od 1 do { $n }; łącznik oznacza nigdy.
bulk-tags-add = Etykiety do dodania
bulk-tags-remove = Etykiety do usunięcia
bulk-partners-add = Partnerzy do dodania
bulk-partners-remove = Partnerzy do usunięcia
bulk-look = Zobacz, co się zmieni
bulk-what-changes = Co się zmieni
bulk-what-changed = Co się zmieniło
bulk-change = Zmiana
bulk-would = { $n ->
    [one] Zmieni się { $n } proces.
    [few] Zmienią się { $n } procesy.
    [many] Zmieni się { $n } procesów.
   *[other] Zmieni się { $n } procesu.
}
bulk-same = { $n ->
    [one] { $n } już taki jest.
    [few] { $n } już takie są.
    [many] { $n } już takich jest.
   *[other] { $n } już takie jest.
}
bulk-others = { $n ->
    [one] { $n } został zmieniony przez kogoś innego po wybraniu i pozostanie bez zmian.
    [few] { $n } zostały zmienione przez kogoś innego po wybraniu i pozostaną bez zmian.
    [many] { $n } zostało zmienionych przez kogoś innego po wybraniu i pozostanie bez zmian.
   *[other] { $n } zostało zmienione przez kogoś innego po wybraniu i pozostanie bez zmian.
}
bulk-do = { $n ->
    [one] Zmień { $n } proces
    [few] Zmień { $n } procesy
    [many] Zmień { $n } procesów
   *[other] Zmień { $n } procesu
}
bulk-more = { $n ->
    [one] I jeszcze { $n }.
    [few] I jeszcze { $n }.
    [many] I jeszcze { $n }.
   *[other] I jeszcze { $n }.
}
bulk-choose = Wybierz „{ $name }”
bulk-choose-all = Wszystkie na tej stronie
bulk-edit-chosen = Zmień wybrane
bulk-edit-all = { $n ->
    [one] Zmień { $n } znaleziony
    [few] Zmień wszystkie { $n } znalezione
    [many] Zmień wszystkich { $n } znalezionych
   *[other] Zmień { $n } znalezionego
}
bulk-none-chosen = Nie wybrano żadnego procesu. Proszę zaznaczyć te, które mają się zmienić.
bulk-too-many = Jednocześnie można zmienić najwyżej { $n } procesów. Proszę najpierw zawęzić listę.
bulk-done-already = Ta zmiana została już wprowadzona.
bulk-undone-already = To zostało już cofnięte.
bulk-unknown = Nie ma procesu o kluczu „{ $key }”.
import-title = Wczytaj z arkusza
import-about = Pierwszy wiersz mówi, co jest w kolumnach, w dowolnym z naszych języków. Przed wczytaniem można przejrzeć każdy wiersz.
import-paste = Wklej
import-rows = Wiersze arkusza
import-rows-hint = Proszę skopiować komórki wraz z wierszem nagłówka i wkleić je tutaj. Wiersze z kluczem lub nazwą istniejącego procesu zmieniają go; pozostałe są nowe.
import-limits = Najwyżej { $rows } wierszy i { $n } MB.
import-look = Przejrzyj
import-upload = Albo plik
import-drop = Proszę upuścić tutaj plik CSV lub Excel albo go wybrać
import-added = { $n ->
    [one] Dodano { $n } proces.
    [few] Dodano { $n } procesy.
    [many] Dodano { $n } procesów.
   *[other] Dodano { $n } procesu.
}
import-changed = { $n ->
    [one] Zmieniono { $n }.
    [few] Zmieniono { $n }.
    [many] Zmieniono { $n }.
   *[other] Zmieniono { $n }.
}
import-left = { $n ->
    [one] Pominięto { $n } wiersz.
    [few] Pominięto { $n } wiersze.
    [many] Pominięto { $n } wierszy.
   *[other] Pominięto { $n } wiersza.
}
import-preview = Co zostanie wczytane
import-nothing-yet = Nic się jeszcze nie zmieniło.
import-new = Nowe
import-changes = Zmienione
import-same = Bez zmian
import-wrong = Pominięte
import-wrong-says = Te wiersze zostaną pominięte. Można je poprawić w arkuszu i wczytać go ponownie albo kontynuować bez nich.
import-take = { $n ->
    [one] Wczytaj { $n } proces
    [few] Wczytaj { $n } procesy
    [many] Wczytaj { $n } procesów
   *[other] Wczytaj { $n } procesu
}
import-again = Zacznij od nowa
import-columns = Co oznaczają kolumny
import-ignored = Nieużywana
import-look-again = Przejrzyj ponownie
import-row = Wiersz
import-why = Dlaczego
import-what = Co to jest
export-xlsx = Pobierz jako Excel
export-csv = Pobierz jako CSV
sheet-name = Procesy
sheet-cases = Sprawy, 90 dni
sheet-open = Otwarte sprawy
sheet-median-hours = Mediana, godziny
sheet-promises = Obietnice dotrzymane lub złamane
sheet-kept = Udział dotrzymanych
sheet-answers = Odpowiedzi
sheet-score = NPS od −100 do 100
sheet-also-name = nazwa procesu, proces, tytuł
sheet-also-key = identyfikator, kod, id
sheet-also-description = opis, cel, streszczenie
sheet-also-stage = faza, etap cyklu życia
sheet-also-area = obszar biznesowy, domena
sheet-also-state = status
sheet-also-industry = sektor, wertykał
sheet-also-initiator = inicjator, wyzwalacz
sheet-also-partners = partner, dostawcy
sheet-also-tags = etykieta, tagi, słowa kluczowe
sheet-also-department = jednostka, zespół, departament
sheet-also-owner = właściciel procesu, odpowiedzialny
sheet-also-promise = obietnica dla klienta, sla
sheet-also-reviewed = ostatni przegląd, przejrzano
sheet-also-months = okres przeglądu, cykl przeglądu
sheet-not-unicode = Nie można rozpoznać kodowania pliku. Proszę zapisać go jako „CSV UTF-8” albo jako skoroszyt programu Excel.
sheet-unreadable = Nie udało się tego odczytać jako arkusza. Odczytywane są pliki CSV i skoroszyty z końcówką .xlsx.
sheet-empty = Pod wierszem nagłówka nie ma wierszy.
sheet-unpacks-too-large = Po rozpakowaniu skoroszyt przekracza { $n } MB. Proszę zapisać tylko arkusz z procesami.
sheet-too-many-rows = Wierszy jest więcej niż { $n }. Proszę wczytać je częściami.
sheet-too-large = To jest większe niż { $n } MB. Proszę wczytać częściami albo bez zbędnych kolumn.
sheet-twice = Wiersz powyżej dotyczy tego samego procesu.
sheet-owner-unknown = Nikt, kto może odpowiadać za proces, nie nazywa się „{ $text }” ani nie ma takiego adresu e-mail.
sheet-department-unknown = Nie ma działu „{ $text }”.
sheet-promise-unknown = Nie ma obietnicy „{ $text }”.
sheet-day-unknown = „{ $text }” nie jest datą taką jak 2026-11-21 lub 21.11.2026.
sheet-months-unknown = „{ $text }” nie jest liczbą miesięcy.
sheet-stage-unknown = „{ $text }” nie jest etapem cyklu życia klienta.
sheet-state-unknown = „{ $text }” nie jest stanem procesu.
sheet-initiator-unknown = „{ $text }” nie jest nikim, kto rozpoczyna proces.
landscape-title = Krajobraz
landscape-as-list = Jako lista
landscape-legend-size = Wielkość: sprawy z 90 dni
landscape-legend-score = Kształt i kolor: co mówią klienci
landscape-caption = Procesy według obszarów (wiersze) i etapów cyklu życia klienta (kolumny)
landscape-n = { $n ->
    [one] { $n } proces
    [few] { $n } procesy
    [many] { $n } procesów
   *[other] { $n } procesu
}
landscape-field = { $n }, sprawy: { $cases }
landscape-cases = { $n ->
    [one] { $n } sprawa
    [few] { $n } sprawy
    [many] { $n } spraw
   *[other] { $n } sprawy
}
landscape-score = { $score } · { $cases }
landscape-more = { $n ->
    [one] + jeszcze { $n }
    [few] + jeszcze { $n }
    [many] + jeszcze { $n }
   *[other] + jeszcze { $n }
}
landscape-says = { $n ->
    [one] { $n } proces.
    [few] { $n } procesy.
    [many] { $n } procesów.
   *[other] { $n } procesu.
}
landscape-busiest = { $n ->
    [one] Najwięcej spraw trafia do „{ $name }”: { $n } w 90 dni.
    [few] Najwięcej spraw trafia do „{ $name }”: { $n } w 90 dni.
    [many] Najwięcej spraw trafia do „{ $name }”: { $n } w 90 dni.
   *[other] Najwięcej spraw trafia do „{ $name }”: { $n } w 90 dni.
}
landscape-lowest = { $n ->
    [one] Klienci są najmniej zadowoleni z „{ $name }”: { $score } z { $n } odpowiedzi.
    [few] Klienci są najmniej zadowoleni z „{ $name }”: { $score } z { $n } odpowiedzi.
    [many] Klienci są najmniej zadowoleni z „{ $name }”: { $score } z { $n } odpowiedzi.
   *[other] Klienci są najmniej zadowoleni z „{ $name }”: { $score } z { $n } odpowiedzi.
}
landscape-areas-more = { $n ->
    [one] Jeszcze { $n } obszar jest na liście
    [few] Jeszcze { $n } obszary są na liście
    [many] Jeszcze { $n } obszarów jest na liście
   *[other] Jeszcze { $n } obszaru jest na liście
}
