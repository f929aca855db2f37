# Strona startowa i wyniki wyszukiwania.
home-morning = Dzień dobry, { $name }
home-day = Dzień dobry, { $name }
home-evening = Dobry wieczór, { $name }
home-nothing = Nic teraz nie czeka.
home-needs = { $n ->
    [one] Czeka { $n } rzecz.
    [few] Czekają { $n } rzeczy.
    [many] Czeka { $n } rzeczy.
   *[other] Czeka { $n } rzeczy.
}
home-figures = Jak się wiedzie klientom
home-period = Ostatnie 90 dni; zmiana względem poprzednich 90
home-recommend = Poleciliby nas
home-kept = Obietnice dotrzymane
home-open = Sprawy otwarte
home-late = Teraz po terminie
home-answers = { $n ->
    [one] { $n } odpowiedź
    [few] { $n } odpowiedzi
    [many] { $n } odpowiedzi
   *[other] { $n } odpowiedzi
}
home-promises = { $n ->
    [one] { $n } obietnica
    [few] { $n } obietnice
    [many] { $n } obietnic
   *[other] { $n } obietnicy
}
home-range = 95%: od { $low } do { $high }
home-waiting = { $n ->
    [one] { $n } czeka na klienta
    [few] { $n } czekają na klienta
    [many] { $n } czeka na klienta
   *[other] { $n } czeka na klienta
}
home-unassigned = { $n ->
    [one] { $n } jest jeszcze niczyja
    [few] { $n } są jeszcze niczyje
    [many] { $n } jest jeszcze niczyich
   *[other] { $n } jest jeszcze niczyje
}
home-due-today = { $n ->
    [one] jeszcze { $n } obietnica upływa w ciągu doby
    [few] jeszcze { $n } obietnice upływają w ciągu doby
    [many] jeszcze { $n } obietnic upływa w ciągu doby
   *[other] jeszcze { $n } obietnicy upływa w ciągu doby
}
home-needs-me = Co na mnie czeka
home-all-mine = Wszystkie moje sprawy
home-nothing-waits = Żadna sprawa nie czeka.
home-take = Żadna sprawa nie czeka. Można wziąć jedną z tych, które są jeszcze niczyje.
home-see-open = Zobacz otwarte
home-own = Moje procesy
home-process = Proces
home-cases = Sprawy
home-take-one = Zobacz je
home-review = Przegląd procesu „{ $name }”
home-review-last = Ostatni przegląd: { $ago }; to Państwa proces
home-review-never = Jeszcze bez przeglądu; to Państwa proces
home-review-due = Czas na przegląd
home-worst = Gdzie boli najbardziej
home-worst-says = W ciągu ostatnich 90 dni złamano { $share } z { $n } obietnic.
home-worst-see = Zobacz proces
home-worst-help = Co by pomogło
home-said = Właśnie powiedziano
home-said-after = Ocena { $score } · { $process }
search-for = „{ $words }”
search-what = Można szukać sprawy po numerze lub słowach, procesu albo klienta po nazwisku lub adresie e-mail.
search-nothing = Nic nie pasuje. Proszę spróbować z mniejszą liczbą słów albo z częścią słowa.
search-processes = Procesy
search-customers = Klienci
search-cases = Sprawy
search-all-cases = Zobacz wszystkie
