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
window-much = { $much } pracy, kiedy Ci pasuje
promise-window = Pracujesz, kiedy Ci pasuje, i tu zapisujesz, ile już zrobione. Zrezygnujesz, dopóki nie zaczniesz.
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
