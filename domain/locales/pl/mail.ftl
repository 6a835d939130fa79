# Mails
mail-code-subject = { $code } – Twój kod do Łącznika
mail-code-body =
    Dzień dobry,

    Twój kod to: { $code }

    Działa przez { $minutes ->
        [one] { $minutes } minutę
        [few] { $minutes } minuty
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }. Jeśli to nie Ty próbujesz wejść, po prostu zignoruj tę wiadomość.

    Łącznik
mail-approved-subject = Masz miejsce: { $title }
mail-approved-body =
    Dzień dobry,

    potwierdzone – czekamy na Ciebie.

    { $title }
    { $when }
    { $place }

    Gdyby coś wypadło, zrezygnuj jednym dotknięciem, żeby ktoś inny mógł wejść na Twoje miejsce:
    { $link }

    Dziękujemy, że pomagasz.
    Łącznik
mail-refused-subject = Tym razem bez miejsca: { $title }
mail-refused-body =
    Dzień dobry,

    dziękujemy za chęć pomocy. Na ten termin nie mogliśmy Cię przyjąć:

    { $title }
    { $when }

    Od koordynatora: { $reason }

    Zobacz inne terminy: { $link }

    Łącznik
mail-cancelled-subject = Odwołane: { $title }, { $when }
mail-cancelled-body =
    Dzień dobry,

    ten termin się nie odbędzie:

    { $title }
    { $dates }
    { $place }

    Powód: { $reason }

    Nie musisz nic robić. Inne terminy znajdziesz tutaj: { $link }

    Łącznik
mail-moved-subject = Zmiana terminu: { $title }
mail-moved-body =
    Dzień dobry,

    zmienił się czas lub miejsce zadania, na które się zgłaszasz:

    { $title }
    { $dates }
    { $place }

    Daj znać, czy nadal Ci pasuje: { $link }

    Łącznik
mail-offer-subject = Możesz pomóc? { $title }, { $when }
mail-offer-body =
    Dzień dobry,

    pomyśleliśmy o Tobie. Możesz wtedy przyjść?

    { $title }
    { $when }
    { $place }

    Odpowiesz jednym dotknięciem, bez logowania. Czekamy do: { $until }
    { $link }

    Obie odpowiedzi są dobre. Jeśli Ci nie pasuje, zapytamy kogoś innego.

    Dziękujemy, że jesteś.
    Łącznik
mail-offer-gone-subject = Propozycja nieaktualna: { $title }
mail-offer-gone-body =
    Dzień dobry,

    pytaliśmy, czy możesz wtedy przyjść. To pytanie jest już nieaktualne:

    { $title }
    { $when }
    { $place }

    Nie musisz nic robić. Dziękujemy, że możemy na Ciebie liczyć. Ten termin znajdziesz tutaj: { $link }

    Łącznik
mail-reconsidered-subject = Twoje zgłoszenie wraca do koordynatora: { $title }
mail-reconsidered-body =
    Dzień dobry,

    wcześniej napisaliśmy, że masz miejsce. Koordynator chce jeszcze raz spojrzeć na to zgłoszenie:

    { $title }
    { $when }
    { $place }

    Nie musisz nic robić. Napiszemy, gdy tylko zdecyduje. Przepraszamy za zamieszanie: { $link }

    Łącznik
mail-published-subject = Opublikowane: { $title }
mail-published-body =
    Dzień dobry,

    koordynator obejrzał Twoją ofertę. Widzą ją już wszyscy:

    { $title }

    { $link }

    Dziękujemy.
    Łącznik
mail-sent-back-subject = Jeszcze poprawka: { $title }
mail-sent-back-body =
    Dzień dobry,

    koordynator obejrzał Twoją ofertę i ma uwagę:

    { $note }

    Popraw ją tutaj i przekaż jeszcze raz: { $link }

    Łącznik
mail-place-free-subject = Zwolniło się miejsce: { $title }
mail-place-free-body =
    Dzień dobry,

    zwolniło się miejsce, na które czekasz:

    { $title }
    { $when }
    { $place }

    Trzymamy je dla Ciebie do: { $until }
    Potwierdzisz jednym dotknięciem, bez logowania:
    { $link }

    Jeśli już Ci nie pasuje, daj znać – zapytamy następną osobę.

    Łącznik
mail-lapsed-subject = Miejsce przeszło dalej: { $title }
mail-lapsed-body =
    Dzień dobry,

    trzymaliśmy dla Ciebie miejsce, ale czas na odpowiedź minął i zaproponowaliśmy je następnej osobie:

    { $title }
    { $when }
    { $place }

    Nic się nie stało. Jeśli nadal chcesz wtedy pomóc, możesz znów stanąć w kolejce:
    { $link }

    Łącznik
mail-queued-subject = Lista rezerwowa: { $title }
mail-queued-body =
    Dzień dobry,

    na ten termin nie ma teraz wolnego miejsca. Wpisaliśmy Cię na listę rezerwową:

    { $title }
    { $when }
    { $place }

    Gdy miejsce się zwolni, napiszemy. Swoją kolej zobaczysz tutaj: { $link }

    Łącznik
mail-watched-subject = Jest wolne miejsce: { $title }
mail-watched-body =
    Dzień dobry,

    zwolniło się miejsce:

    { $title }
    { $when }
    { $place }

    Kto pierwszy, ten lepszy: { $link }

    To jedyna wiadomość w tej sprawie.
    Łącznik
mail-stand-in-subject = { $by } szuka zastępstwa: { $title }, { $when }
mail-stand-in-body =
    Dzień dobry,

    { $by } nie może przyjść i szuka kogoś na swoje miejsce. Możesz wtedy pomóc?

    { $title }
    { $when }
    { $place }

    Odpowiesz jednym dotknięciem, bez logowania. Czekamy do: { $until }
    { $link }

    Obie odpowiedzi są dobre. Pierwsze „tak” bierze miejsce.

    Łącznik
mail-swap-subject = { $by } proponuje zamianę: { $title }
mail-swap-body =
    Dzień dobry,

    { $by } pyta, czy zamienisz się terminem.

    Przyjdziesz: { $when }
    Oddasz: { $other }

    { $title }
    { $place }

    Odpowiesz jednym dotknięciem, bez logowania. Czekamy do: { $until }
    { $link }

    Obie odpowiedzi są dobre.

    Łącznik
mail-handed-over-subject = Masz zastępstwo: { $title }
mail-handed-over-body =
    Dzień dobry,

    { $by } przyjdzie zamiast Ciebie:

    { $title }
    { $when }
    { $place }

    Nie musisz nic robić. Dziękujemy, że o to zadbałaś lub zadbałeś.
    Łącznik
mail-swapped-subject = Zamiana się udała: { $title }
mail-swapped-body =
    Dzień dobry,

    zamieniliście się. Twój nowy termin:

    { $title }
    { $when }
    { $place }

    Zobacz: { $link }

    Łącznik
mail-hands-changed-subject = Zastępstwo: { $title }
mail-hands-changed-body =
    Dzień dobry,

    { $to } przyjdzie zamiast: { $from }.

    { $title }
    { $when }
    { $place }

    Wszystkie zasady są sprawdzone. { $link }

    Łącznik
mail-agreed-subject = Do decyzji – zastępstwo: { $title }
mail-agreed-body =
    Dzień dobry,

    { $to } może przyjść zamiast: { $from }. Czeka to na decyzję koordynatorki w Łączniku.

    { $title }
    { $when }
    { $place }

    Łącznik
mail-change-refused-subject = Bez zmian: { $title }
mail-change-refused-body =
    Dzień dobry,

    koordynatorka nie zgodziła się na zastępstwo lub zamianę. Wszystko zostaje, jak było:

    { $title }
    { $when }
    { $place }

    { $link }

    Łącznik
mail-nobody-instead-subject = Nikt nie mógł Cię zastąpić: { $title }
mail-nobody-instead-body =
    Dzień dobry,

    tym razem nikt nie mógł przyjść zamiast Ciebie. Nadal masz swoje miejsce:

    { $title }
    { $when }
    { $place }

    Możesz zapytać kogoś innego albo zrezygnować: { $link }

    Łącznik
mail-stepped-back-subject = Rezygnacja tuż przed: { $title }, { $when }
mail-stepped-back-body =
    Dzień dobry,

    { $name } nie przyjdzie:

    { $title }
    { $when }
    { $place }

    Powód: { $reason }

    { $link }

    Łącznik
mail-released-subject = Zwolnione miejsce: { $title }
mail-released-body =
    Dzień dobry,

    zmienił się czas lub miejsce zadania, a w nowym nie możemy Cię wpisać. Twoje zgłoszenie jest więc zwolnione:

    { $title }
    { $dates }

    Powód: { $reason }

    Nie musisz nic robić. Inne terminy znajdziesz tutaj: { $link }

    Łącznik
mail-invitation-subject = { $by } zaprasza Cię: { $title }
mail-invitation-body =
    Dzień dobry,

    { $by } przychodzi pomagać i chce przyjść z Tobą:

    { $title }
    { $when }
    { $place }

    Miejsce czeka na Ciebie do: { $until }.
    Zobacz i odpowiedz: { $link }

    Jeśli nie znasz tej osoby, możesz zignorować tę wiadomość. Nie założyliśmy konta na Twój adres.
mail-friend-yes-subject = { $by } przyjdzie z Tobą: { $title }
mail-friend-yes-body =
    Dzień dobry,

    { $by } przyjmuje Twoje zaproszenie:

    { $title }
    { $when }
    { $place }

    Szczegóły: { $link }
mail-friend-no-subject = Tym razem bez drugiej osoby: { $title }
mail-friend-no-body =
    Dzień dobry,

    osoba, którą zapraszasz, tym razem nie przyjdzie. Twoje zgłoszenie pozostaje bez zmian, a drugie miejsce jest wolne dla innych:

    { $title }
    { $when }
    { $place }

    Możesz zaprosić kogoś innego: { $link }
mail-friend-lapsed-subject = Bez odpowiedzi na zaproszenie: { $title }
mail-friend-lapsed-body =
    Dzień dobry,

    nikt nie odpowiedział na Twoje zaproszenie na czas. Twoje zgłoszenie pozostaje bez zmian, a drugie miejsce jest wolne dla innych:

    { $title }
    { $when }
    { $place }

    Możesz zaprosić jeszcze raz: { $link }
mail-friend-joined-subject = Nowa osoba z zaproszenia: { $title }
mail-friend-joined-body =
    Dzień dobry,

    na zaproszenie osoby { $from } przyjdzie też { $to }:

    { $title }
    { $when }
    { $place }

    Wszystkie zasady zostały sprawdzone. Szczegóły: { $link }
mail-names-soon-subject = Podaj nazwiska: { $group }
mail-names-soon-body =
    Dzień dobry,

    na liście grupy „{ $group }” brakuje jeszcze osób ({ $count }):

    { $title }
    { $when }
    { $place }

    Listę możesz uzupełnić do: { $until }. Miejsca bez nazwiska zwolnimy wtedy dla innych.
    Lista: { $list }
mail-names-closed-subject = Zwolnione miejsca: { $group }
mail-names-closed-body =
    Dzień dobry,

    czas na podanie nazwisk grupy „{ $group }” minął: { $until }. Zwolniliśmy miejsca bez nazwiska ({ $count }). Osoby z listy i Ty macie miejsca jak dotąd:

    { $title }
    { $when }
    { $place }

    Lista: { $list }
watch-open = { $count ->
    [one] jest { $count } wolne miejsce
    [few] są { $count } wolne miejsca
    [many] jest { $count } wolnych miejsc
   *[other] jest { $count } wolnego miejsca
}
mail-watch-news-subject = { $count ->
    [one] Jest coś dla Ciebie: { $count } termin
    [few] Jest coś dla Ciebie: { $count } terminy
    [many] Jest coś dla Ciebie: { $count } terminów
   *[other] Jest coś dla Ciebie: { $count } terminu
}
mail-watch-news-body =
    Dzień dobry,

    przyszło coś, o czym chcesz wiedzieć:

    { $dates }

    O każdym terminie piszemy tylko raz, gdy jest miejsce, i jeszcze raz, gdy tuż przed nim kogoś brakuje. Wyłączysz to tutaj: { $link }

    Łącznik
