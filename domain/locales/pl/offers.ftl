# Asking a volunteer to take a place
asked-yours = Propozycja dla Ciebie
asked-question = Możesz wtedy przyjść?
asked-until = Na odpowiedź czekamy do: { $until }. Obie odpowiedzi są dobre – jeśli Ci nie pasuje, zapytamy kogoś innego.
asked-yes = Tak, przyjdę
asked-no = Nie tym razem
asked-state-accepted = Masz to miejsce
asked-state-declined = Dziękujemy za odpowiedź
asked-state-taken_back = Propozycja nieaktualna
asked-state-expired = Czas na odpowiedź minął
asked-next-accepted = Przyjdź kilka minut wcześniej. Ten termin jest już w „Moje” – gdyby coś wypadło, zrezygnuj tam jednym dotknięciem.
asked-next-declined = Wszystko w porządku. O ten termin już nie zapytamy.
asked-next-taken_back = Koordynatorka wycofała to pytanie. Nie musisz nic robić.
asked-next-expired = Nic się nie stało. Jeśli nadal chcesz pomóc, zobacz, czy jest jeszcze miejsce.
asked-slot = Zobacz ten termin
asked-title = Propozycje dla Ciebie
asked-until-short = Na odpowiedź czekamy do: { $until }
# A full date: waiting, watching
waiting-do = Poczekam na miejsce
waiting-promise = Gdy miejsce się zwolni, zapytamy osoby z kolejki po kolei. Potwierdzisz jednym dotknięciem.
waiting-people = { $count ->
    [one] Czeka { $count } osoba.
    [few] Czekają { $count } osoby.
    [many] Czeka { $count } osób.
   *[other] Czeka { $count } osoby.
}
waiting-nobody = Nikt jeszcze nie czeka.
waiting-turn = Jesteś { $turn }. w kolejce
waiting-leave = Już nie czekam
watch-do = Daj znać, gdy zwolni się miejsce
watch-all = Daj znać, gdy zwolni się miejsce w którymś terminie
watch-on = Damy znać jednym listem, gdy zwolni się miejsce.
watch-stop = Już nie trzeba
kept-until = Miejsce czeka na Ciebie do: { $until }
kept-yes = Biorę to miejsce
kept-no = Oddaję dalej
# Stepping back
stepping-title = Coś wypadło?
stepping-late = Do początku zostało mniej niż { $hours } godz. Koordynatorka i osoba prowadząca dowiedzą się od razu, żeby zdążyć kogoś znaleźć.
stepping-waiting = Ktoś już czeka na to miejsce i dostanie je od razu.
stepping-why = Dlaczego? (nie musisz mówić)
stepping-none = Wolę nie mówić
stepping-came-up = coś wypadło
stepping-duties = praca albo szkoła
stepping-travel = dojazd
stepping-mistake = pomyłka w zgłoszeniu
stepping-words = Własnymi słowami
stepping-words-hint = Nie pisz o zdrowiu – wystarczy „nie mogę”.
stepping-do-late = Rezygnuję mimo to
stepped-title = Miejsce oddane
stepped-thanks = Dziękujemy, że dajesz znać. Może pasuje Ci inny termin?
stepped-thanks-only = Dziękujemy, że dajesz znać.
stepped-other = Wybieram ten termin
# A date that was moved
again-title = Termin się zmienił – czy nadal Ci pasuje?
again-yes = Tak, pasuje
again-no = Nie, rezygnuję
# Somebody comes instead
instead-title = Ktoś inny zamiast Ciebie
instead-lede = Miejsce zostaje Twoje, dopóki ktoś nie powie „tak”.
instead-everyone = Zapytaj wszystkich, którzy mogą
instead-everyone-hint = Zapytamy do 10 osób, które mogą wtedy przyjść i lubią takie zajęcia. Nie zobaczysz, kogo.
instead-people = Osoby, które znasz z tego miejsca
instead-email = Albo adres e-mail
instead-email-hint = Napiszemy, jeśli ta osoba jest w programie i może wtedy przyjść.
instead-ask = Zapytaj
instead-seeking = Pytanie wysłane. Czekamy do: { $until }
instead-agreed = Ktoś się zgodził. Czeka to na decyzję koordynatorki.
instead-take-back = Wycofuję pytanie
swap-title = Zamiana terminu
swap-lede = Zaproponuj zamianę osobie, która przychodzi innego dnia.
swap-with = Z kim i kiedy
swap-choice = { $name }: { $when }
swap-ask = Proponuję zamianę
asked-state-agreed = Dziękujemy! Czeka na koordynatorkę
asked-next-agreed = Koordynatorka potwierdzi zmianę. Zobaczysz to w „Moje” i dostaniesz e-mail.
asked-by-stand_in = { $by } szuka kogoś na swoje miejsce.
asked-by-swap = { $by } proponuje zamianę: przyjdziesz wtedy, a oddasz { $other }.
asked-by-waitlist = Zwolniło się miejsce, na które czekasz.
asked-gone = To pytanie jest już nieaktualne. Nie musisz nic robić.
