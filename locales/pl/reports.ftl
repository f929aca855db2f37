# Raporty z własnego dziennika organizacji: od czego zacząć i co wykazał raport.
improve-about = Co mówi własny dziennik organizacji: gdzie klienci czekają, ile to kosztuje i co by pomogło.
improve-says = { $n ->
    [one] { $n } proces zawodzi klientów częściej, niż tłumaczyłby to przypadek. Warto zacząć od góry.
    [few] { $n } procesy zawodzą klientów częściej, niż tłumaczyłby to przypadek. Warto zacząć od góry.
    [many] { $n } procesów zawodzi klientów częściej, niż tłumaczyłby to przypadek. Warto zacząć od góry.
   *[other] { $n } procesu zawodzi klientów częściej, niż tłumaczyłby to przypadek. Warto zacząć od góry.
}
improve-none = W ostatnich 90 dniach żaden proces nie miał spraw, więc na razie nie ma wyników, według których można coś poprawić.
improve-caption = Procesy w kolejności liczby klientów, których zawiodły w ostatnich 90 dniach
improve-why = Co się wyróżnia
improve-late = Spóźnione
improve-owed = Należne
improve-whole = Cały raport
improve-download = Pobierz
improve-read = Kolejność wynika z tego, ilu klientów w kwartale co najmniej zawiedziono: dolna granica przedziału 95% udziału spóźnionych lub tych, którzy by nas nie polecili, razy liczba spraw.
improve-why-nothing = Nic, czego nie tłumaczyłby przypadek.
improve-why-late = Obietnicę złamano w { $share } spraw ({ $late } z { $n }).
improve-why-score = { $n ->
    [one] Więcej klientów ostrzegłoby innych, niż by nas poleciło: { $score } ({ $n } odpowiedź).
    [few] Więcej klientów ostrzegłoby innych, niż by nas poleciło: { $score } ({ $n } odpowiedzi).
    [many] Więcej klientów ostrzegłoby innych, niż by nas poleciło: { $score } ({ $n } odpowiedzi).
   *[other] Więcej klientów ostrzegłoby innych, niż by nas poleciło: { $score } ({ $n } odpowiedzi).
}
improve-show-about = Sprawy z ostatniego roku: gdzie klienci czekają, co idzie w parze z lepszym lub gorszym wynikiem i co dałaby zmiana.
improve-worst = Gdzie coś idzie źle
improve-cases = Zobacz sprawy
improve-changes = Co dałaby zmiana
improve-not-cause = Tak układają się dane; nie jest to dowód, co jest przyczyną. Warto najpierw wypróbować zmianę na części spraw i porównać.
improve-no-cases = W ostatnim roku żadna sprawa nie przeszła przez ten proces, więc nie ma jeszcze raportu.
report-on-score = Na ile prawdopodobne, że klienci nas polecą, od 0 do 10
report-on-office = biuro
report-on-late = Złamana obietnica
report-on-again = Praca wykonana ponownie
report-on-half-late = O połowę mniej złamanych obietnic
report-on-half-again = O połowę mniej pracy wykonywanej ponownie
report-on-channel-is = Kanał: { $value }
report-on-segment-is = Segment: { $value }
report-on-office-is = Biuro: { $value }
