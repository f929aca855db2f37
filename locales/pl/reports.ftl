# Raporty z własnego dziennika organizacji: od czego zacząć i co wykazał raport.
improve-about = Co mówi własny dziennik organizacji: gdzie klienci czekają, ile to kosztuje i co by pomogło.
improve-says = { $n ->
    [one] { $n } proces zawodzi klientów częściej, niż tłumaczyłby to przypadek. Warto zacząć od góry.
    [few] { $n } procesy zawodzą klientów częściej, niż tłumaczyłby to przypadek. Warto zacząć od góry.
    [many] { $n } procesów zawodzi klientów częściej, niż tłumaczyłby to przypadek. Warto zacząć od góry.
   *[other] { $n } procesu zawodzi klientów częściej, niż tłumaczyłby to przypadek. Warto zacząć od góry.
}
improve-none = W ostatnich 90 dniach żaden proces nie miał spraw, więc na razie nie ma wskaźników, według których można coś ulepszyć.
improve-caption = Procesy w kolejności liczby klientów, których zawiodły w ostatnich 90 dniach
improve-why = Co się wyróżnia
improve-late = Po terminie
improve-owed = Do wypłaty
improve-whole = Cały raport
improve-download = Pobierz
improve-read = Kolejność wynika z tego, ilu co najmniej klientów zawiedziono w kwartale: dolna granica przedziału 95% udziału spraw po terminie lub klientów, którzy by nas nie polecili, razy liczba spraw.
improve-why-nothing = Nic, czego nie tłumaczyłby przypadek.
improve-why-late = Obietnicę złamano w { $share } spraw ({ $late } z { $n }).
improve-why-score = { $n ->
    [one] Więcej klientów ostrzegłoby innych, niż by nas poleciło: { $score } ({ $n } odpowiedź).
    [few] Więcej klientów ostrzegłoby innych, niż by nas poleciło: { $score } ({ $n } odpowiedzi).
    [many] Więcej klientów ostrzegłoby innych, niż by nas poleciło: { $score } ({ $n } odpowiedzi).
   *[other] Więcej klientów ostrzegłoby innych, niż by nas poleciło: { $score } ({ $n } odpowiedzi).
}
improve-show-about = Sprawy z ostatniego roku: gdzie klienci czekają, co idzie w parze z lepszym lub gorszym wynikiem i co dałaby zmiana.
improve-worst = Gdzie coś idzie nie tak
improve-cases = Zobacz sprawy
improve-changes = Co dałaby zmiana
improve-not-cause = To związki widoczne w danych, a nie dowód przyczyny. Warto najpierw wypróbować zmianę na części spraw i porównać.
improve-left-out = Pominięto cechy, które po jednej ze stron mają mniej niż { $n } spraw lub odpowiedzi.
improve-too-few = Na razie odpowiedziało zbyt niewielu klientów, aby powiedzieć, co idzie w parze z lepszym lub gorszym wynikiem.
improve-no-cases = W ostatnim roku żadna sprawa nie przeszła przez ten proces, więc nie ma jeszcze raportu.
report-on-score = Na ile prawdopodobne jest, że klienci nas polecą, od 0 do 10
report-on-office = placówka
report-on-late = Złamana obietnica
report-on-again = Praca wykonana ponownie
report-on-half-late = O połowę mniej złamanych obietnic
report-on-half-again = O połowę mniej pracy wykonanej ponownie
report-on-channel-is = Kanał: { $value }
report-on-segment-is = Segment: { $value }
report-on-office-is = Placówka: { $value }
