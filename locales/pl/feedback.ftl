# Co mówią klienci: strona z jednym pytaniem, oceny, linki.
feedback-one-question = Jedno pytanie
feedback-ask-nps = Na ile prawdopodobne jest, że polecą nas Państwo znajomym?
feedback-ask-csat = Na ile są Państwo zadowoleni?
feedback-ask-ces = Ułatwiliśmy Państwu załatwienie sprawy. Czy się Państwo zgadzają?
feedback-least-nps = 0 – wcale
feedback-most-nps = 10 – na pewno
feedback-least-csat = 1 – wcale
feedback-most-csat = 5 – w pełni
feedback-least-ces = 1 – wcale
feedback-most-ces = 7 – w pełni
feedback-felt = Jakie uczucia to wywołało?
feedback-felt-hint = Najwyżej trzy, nieobowiązkowo
feedback-why = Jaki jest główny powód?
feedback-if-you-like = Nieobowiązkowo
feedback-send = Wyślij
feedback-we-read = Czytamy każdą odpowiedź.
feedback-thanks = Dziękujemy
feedback-thanks-text = Państwa odpowiedź dotarła.
feedback-answered = Odpowiedź została już udzielona. Prosiliśmy tylko o jedną.
feedback-nothing-more = Nie trzeba robić nic więcej. Link spełnił swoje zadanie.
feedback-too-often = Zbyt wiele odpowiedzi z jednego miejsca. Proszę odczekać minutę i wysłać ponownie.
feedback-score-missing = Proszę najpierw wybrać liczbę.
feedback-score-wrong = Ocena to liczba od { $least } do { $most }.
feedback-words-too-long = Tekst jest za długi (limit znaków: { $limit }).
feedback-emotions-too-many = Proszę wybrać nie więcej uczuć niż { $n }.
feedback-emotion-wrong = Emocja musi pochodzić z listy i mieć siłę od 1 do { $most }.
feedback-place-wrong = Nie ma takiego procesu, kroku, sprawy ani kanału.
feedback-time-wrong = Ten czas jest zbyt odległy.
feedback-title = Co mówią klienci
feedback-empty = Żaden klient jeszcze nic nie powiedział. Proszę wysłać komuś link z jednym pytaniem.
feedback-links = Zadaj pytanie
feedback-links-title = Jedno pytanie do klienta
feedback-links-text = Link otwiera jedno pytanie i przyjmuje jedną odpowiedź, bez konta. Za każdym razem powstaje nowy.
feedback-link-made = Oto link. Przyjmie jedną odpowiedź.
feedback-copy = Kopiuj
feedback-copied = Skopiowano
feedback-choose = Proszę wybrać
feedback-after-step = Po którym kroku
feedback-whole-process = Proces jako całość
feedback-make-link = Utwórz link
feedback-where = Gdzie to jest
feedback-question = Pytanie
feedback-question-nps = Polecenie
feedback-question-csat = Satysfakcja
feedback-question-ces = Wysiłek
feedback-means-nps = Wskaźnik poleceń netto: odsetek ocen 9 i 10 pomniejszony o odsetek ocen 6 i niższych, w punktach od −100 do 100
feedback-means-csat = Odsetek ocen 4 i 5 w skali do 5
feedback-means-ces = Odsetek tych, którym było łatwo: 5 i więcej w skali do 7
feedback-unit-nps = NPS
feedback-unit-csat = CSAT
feedback-unit-ces = CES
feedback-period = Okres
feedback-period-half = Pół roku
feedback-period-year = Rok
feedback-period-two-years = Dwa lata
feedback-stage = Etap
feedback-stage-all = Wszystkie etapy
feedback-show = Pokaż
feedback-count = { $n ->
    [one] { $n } odpowiedź
    [few] { $n } odpowiedzi
    [many] { $n } odpowiedzi
   *[other] { $n } odpowiedzi
}
feedback-interval = od { $low } do { $high }
feedback-value = { $value } (przedział 95% od { $low } do { $high })
feedback-change = { $value } (od { $low } do { $high })
feedback-lately = { $answers } w ciągu ostatnich { $days } dni.
feedback-rose = W porównaniu z poprzednim kwartałem ocena wzrosła: { $change }.
feedback-fell = W porównaniu z poprzednim kwartałem ocena spadła: { $change }.
feedback-chance = W porównaniu z poprzednim kwartałem zmiana może być przypadkowa: { $change }.
feedback-compares-nothing = Jest ich za mało, by porównać je z wcześniejszym okresem.
feedback-of = { $score } z { $most }
feedback-all = ogółem { $value }
feedback-by-month = Według miesięcy
feedback-by-step = Według kroków
feedback-by-process = Według procesów
feedback-worst-first = Według górnego końca przedziału: najpierw te, których ocena na pewno jest niska
feedback-months-say = Najwyżej w miesiącu { $high }: { $highvalue }, najniżej w miesiącu { $low }: { $lowvalue }. Pas to przedział 95%, linia przerywana to ocena całego okresu, słupki poniżej to liczebność.
feedback-parts-say = Najniżej „{ $low }”: { $lowvalue }, najwyżej „{ $high }”: { $highvalue }. Trójkąty oznaczają odchylenia od całości, których nie tłumaczy przypadek.
feedback-parts-even = Żadna część nie różni się od całości bardziej, niż tłumaczy to przypadek.
feedback-says-nothing = Za mało odpowiedzi, by porównywać: co najmniej dwie części muszą mieć po { $n }. Linie to przedziały 95%.
feedback-how-felt = Co czuli
feedback-felt-none = W tym okresie nikt nie nazwał uczucia.
feedback-felt-says = { $n ->
    [one] { $share } z { $n } odpowiedzi nazywającej uczucie mówi o takim, które odstrasza klientów: najczęściej „{ $emotion }”.
    [few] { $share } z { $n } odpowiedzi nazywających uczucie mówi o takim, które odstrasza klientów: najczęściej „{ $emotion }”.
    [many] { $share } z { $n } odpowiedzi nazywających uczucie mówi o takim, które odstrasza klientów: najczęściej „{ $emotion }”.
   *[other] { $share } z { $n } odpowiedzi nazywających uczucie mówi o takim, które odstrasza klientów: najczęściej „{ $emotion }”.
}
feedback-felt-nothing-bad = { $n ->
    [one] { $n } odpowiedź nazywa uczucie i żadne nie odstrasza klientów.
    [few] { $n } odpowiedzi nazywają uczucia i żadne nie odstrasza klientów.
    [many] { $n } odpowiedzi nazywa uczucia i żadne nie odstrasza klientów.
   *[other] { $n } odpowiedzi nazywa uczucia i żadne nie odstrasza klientów.
}
feedback-none-here = W tym okresie nie ma odpowiedzi na to pytanie.
feedback-words = Ich słowami
feedback-words-none = W tym okresie nikt niczego nie napisał.
feedback-case = Sprawa { $number }
feedback-to-map = Mapa
feedback-col-process = Proces
feedback-col-scale = Na skali
feedback-col-interval = Przedział 95%
feedback-col-change = Wobec poprzedniego kwartału
feedback-col-answers = Odpowiedzi
feedback-col-emotion = Uczucie
feedback-col-cluster = Co wywołuje
feedback-col-share = Odsetek
cluster-destroying = Odstrasza
cluster-attention = Budzi uwagę
cluster-recommendation = Skłania do poleceń
cluster-advocacy = Tworzy orędowników
emotion-irritated = irytacja
emotion-hurried = pośpiech
emotion-neglected = zaniedbanie
emotion-unhappy = smutek
emotion-unsatisfied = niezadowolenie
emotion-stressed = stres
emotion-disappointed = rozczarowanie
emotion-frustrated = frustracja
emotion-interesting = zainteresowanie
emotion-energetic = energia
emotion-exploratory = ciekawość
emotion-indulgent = rozpieszczanie
emotion-stimulated = ożywienie
emotion-trusting = zaufanie
emotion-valued = docenienie
emotion-focused = skupienie
emotion-safe = bezpieczeństwo
emotion-cared-for = poczucie opieki
emotion-happy = szczęście
emotion-pleased = zadowolenie

settings-emotions = Emocje
emotions-about = Co klienci mogą odczuwać, w czterech grupach: pytanie proponuje niektóre z nich, odpowiedzi i mapy mogą wymieniać każdą, a macierz emocji je liczy. Lista zaczyna się od dwudziestu emocji Emotional Signature (Shaw, 2007).
emotions-called = Nazwa
emotions-called-of = Nazwa emocji „{ $emotion }”
emotions-cluster-of = Grupa emocji „{ $emotion }”
emotions-offered = Proponowana
emotions-offered-of = Proponuj klientom „{ $emotion }”
emotions-removed = Usuń
emotions-removed-of = Usuń „{ $emotion }” z listy
emotions-new = inna emocja
emotions-hint = Pusta nazwa oznacza słowo programu w języku czytelnika. Usunięte emocje pozostają w odpowiedziach, które je wymieniają, i liczą się znowu, gdy wrócą na listę.
emotions-save = Zapisz listę
emotions-standard = Przywróć dwadzieścia emocji
emotions-standard-sure = Przywrócić dwadzieścia emocji Emotional Signature? Własne nazwy i emocje znikną z listy; odpowiedzi je zachowają.
emotions-too-many = Na liście może być najwyżej { $most } emocji.
emotions-name-wrong = Każda emocja potrzebuje nazwy o długości najwyżej { $n } znaków.
emotions-twice = Dwie emocje mają tę samą nazwę.
emotions-one-sided = Lista potrzebuje co najmniej jednej emocji, która zniechęca klientów, i jednej, która tego nie robi; bez obu nie ma wartości emocjonalnej netto.
emotions-changed-meanwhile = W międzyczasie ktoś inny zmienił listę. Poniżej jest to, co zostało wpisane; proszę otworzyć stronę ponownie, aby zobaczyć zmiany.
