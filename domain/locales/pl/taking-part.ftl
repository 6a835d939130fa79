# Several dates at once, a standing place, work without an hour
choose-title = Wybierz kilka terminów naraz
choose-lede = Zaznacz terminy, które Ci pasują. Zgłosimy Cię na wszystkie jednym dotknięciem.
choose-do = Zgłaszam się na zaznaczone
choose-none = Zaznacz chociaż jeden termin.
outcome-claimed = { $count ->
    [one] Masz { $count } nowy termin.
    [few] Masz { $count } nowe terminy.
    [many] Masz { $count } nowych terminów.
   *[other] Masz { $count } nowego terminu.
}
outcome-none = Nie udało się zająć żadnego terminu.
outcome-held = był już Twój
outcome-skipped = pomijasz
outcome-asks-more = najpierw odpowiedz na pytania na stronie tego terminu
standing-title = Stałe miejsce
standing-weekday-1 = w każdy poniedziałek
standing-weekday-2 = w każdy wtorek
standing-weekday-3 = w każdą środę
standing-weekday-4 = w każdy czwartek
standing-weekday-5 = w każdy piątek
standing-weekday-6 = w każdą sobotę
standing-weekday-7 = w każdą niedzielę
standing-any-day = we wszystkie terminy
standing-lede = { $count ->
    [one] Przychodzisz zawsze: masz miejsce w każdym terminie (teraz jest { $count }), także dodanym później. Z jednego dnia albo z całości zrezygnujesz, kiedy zechcesz.
    [few] Przychodzisz zawsze: masz miejsce w każdym terminie (teraz są { $count }), także dodanym później. Z jednego dnia albo z całości zrezygnujesz, kiedy zechcesz.
    [many] Przychodzisz zawsze: masz miejsce w każdym terminie (teraz jest { $count }), także dodanym później. Z jednego dnia albo z całości zrezygnujesz, kiedy zechcesz.
   *[other] Przychodzisz zawsze: masz miejsce w każdym terminie (teraz jest { $count }), także dodanym później. Z jednego dnia albo z całości zrezygnujesz, kiedy zechcesz.
}
standing-skip-title = W niektóre dni nie mogę
standing-skip-hint = Zaznacz dni, w których Cię nie będzie.
standing-take = Biorę stałe miejsce
standing-room = Stałe osoby zajmują najwyżej { $percent }% miejsc, żeby nowe też się zmieściły.
standing-yours = Masz tu stałe miejsce
standing-yours-text = Swoje terminy zobaczysz w „Moje”. Tam też odpuścisz jeden dzień albo zakończysz całość.
standing-mine = Stałe miejsca
standing-next = { $count ->
    [one] { $count } termin, następny: { $day }
    [few] { $count } terminy, następny: { $day }
    [many] { $count } terminów, następny: { $day }
   *[other] { $count } terminu, następny: { $day }
}
standing-no-dates = na razie bez terminów
standing-dates = Terminy
standing-skip-one = Tego dnia nie mogę
standing-end = Kończę stałe miejsce
standing-end-from = Od którego dnia
duration-minutes = { $minutes } min
duration-hours = { $hours } godz.
window-much = { $much } pracy, kiedy Ci pasuje
promise-window = Pracujesz, kiedy Ci pasuje, i tu zapisujesz, ile już zrobione. Zrezygnujesz, dopóki nie zaczniesz.
lane-title = Kiedy Ci pasuje
lane-count = { $count ->
    [one] { $count } zadanie bez godziny
    [few] { $count } zadania bez godziny
    [many] { $count } zadań bez godziny
   *[other] { $count } zadania bez godziny
}
lane-more = { $count ->
    [one] jeszcze { $count } zadanie
    [few] jeszcze { $count } zadania
    [many] jeszcze { $count } zadań
   *[other] jeszcze { $count } zadania
}
lane-much = { $much }, do: { $until }
work-title = Twoja praca
work-done = { $done } z { $wanted }
work-left = zostało: { $left }
work-all = wszystko zrobione
work-not-yet = Gdy zaczniesz, zapiszesz tu, ile już zrobione.
work-day = Dzień
work-hours = Godziny
work-minutes = Minuty
work-note = Zapisz
work-remove = Usuń wpis
work-finish = Zrobione
work-finished = Zrobione – dziękujemy!
work-not-done = Jednak jeszcze nie koniec
window-add-title = Dodaj zadanie bez godziny
window-lede = Na przykład „3 godziny, kiedy Ci pasuje, między 1 a 14 grudnia” albo „do piątku”. Każda osoba sama dzieli swoją pracę.
window-first = Pierwszy dzień (puste: od dziś)
window-last = Ostatni dzień
window-hours = Ile pracy: godziny
window-minutes = i minuty
window-add = Dodaj zadanie
window-added = Dodano zadanie.
host-noted = { $much } według wolontariusza
host-noted-done = zrobione: { $much }
